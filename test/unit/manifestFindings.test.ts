import assert from 'node:assert/strict';
import { check } from '../../server/src/core/features/diagnostics';
import { hover } from '../../server/src/core/features/hover';
import { readConfiguration } from '../../server/src/core/policy/configuration';
import { bundledCatalogs } from '../support/bundled';
import { findingsIn, labelOf, picture, sourceOf, text } from '../support/findings';
import { unmarked } from '../support/marks';

const { en } = bundledCatalogs;

/** A manifest of each kind with its findings under it. */
const pictures: Readonly<Record<string, string>> = {
  'go.mod': text`
    module example.com/shop

    require (
      github.com/rabbitmq/amqp091-go v1.10.0
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning not-recommended rabbitmq → kafka, pulsar
      github.com/jackc/pgx/v5 v5.7.0
      github.com/go-sql-driver/mysql v1.8.0 // indirect
    )`,
  'pubspec.yaml': text`
    dependencies:
      flutter:
        sdk: flutter
      mysql1: ^0.20.0
      ^^^^^^ warning not-recommended mysql → postgresql
      postgres: ^3.4.0`,
  'build.gradle.kts': text`
    plugins {
      id("org.jetbrains.kotlin.android") version "2.1.0"
    }
    dependencies {
      implementation("com.rabbitmq:amqp-client:5.22.0")
                      ^^^^^^^^^^^^^^^^^^^^^^^^ warning not-recommended rabbitmq → kafka, pulsar
      runtimeOnly(group = "mysql", name = "mysql-connector-java", version = "8.0.33")
                                           ^^^^^^^^^^^^^^^^^^^^ ~warning not-recommended mysql → postgresql
      testImplementation("org.apache.kafka:kafka-clients:4.0.0")
    }`,
  'pom.xml': text`
    <project>
      <dependencies>
        <dependency>
          <groupId>com.rabbitmq</groupId>
          <artifactId>amqp-client</artifactId>
                      ^^^^^^^^^^^ warning not-recommended rabbitmq → kafka, pulsar
        </dependency>
        <dependency><groupId>org.postgresql</groupId><artifactId>postgresql</artifactId></dependency>
      </dependencies>
    </project>`,
  'Package.swift': text`
    let package = Package(dependencies: [
      .package(url: "https://github.com/WalletConnect/WalletConnectSwiftV2.git", from: "1.0.0"),
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ~warning deprecated walletconnect → walletconnect
      .package(url: "https://github.com/apollographql/apollo-ios", from: "1.0.0"),
    ])`,
};

describe('The manifests of other languages', () => {
  for (const [path, expected] of Object.entries(pictures)) {
    it(`are judged as package.json is: ${path}`, () => {
      assert.equal(findingsIn(path, unmarked(expected), en), expected);
    });
  }

  it('are explained on their names', () => {
    const source = sourceOf('go.mod', 'require github.com/jackc/pgx/v5 v5.7.0\n');
    assert.match(hover(source, 20, en)?.markdown ?? '', /PostgreSQL/);
  });

  it('take exceptions in comments', () => {
    const { configuration } = readConfiguration('');
    const content = text`
      dependencies {
        // stack-guidance-ignore RabbitMQ: until the migration
        implementation("com.rabbitmq:amqp-client:5.22.0") {
          exclude("a")
        }
        api("mysql:mysql-connector-java:8.0.33") // stack-guidance-ignore not-recommended: legacy
      }`;
    const policy = { configuration, path: 'build.gradle.kts', today: '2026-11-23' };
    const findings = check(sourceOf('build.gradle.kts', content), en, undefined, policy);
    assert.deepEqual(
      findings.map((finding) => [finding.technology, finding.suppression?.reason]),
      [
        ['rabbitmq', 'until the migration'],
        ['mysql', 'legacy'],
      ],
      picture(
        content,
        findings.map((finding) => ({ span: finding.span, label: labelOf(finding) })),
      ),
    );
  });
});
