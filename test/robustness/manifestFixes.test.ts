import assert from 'node:assert/strict';
import { SaxesParser } from 'saxes';
import { parse as parseYaml } from 'yaml';
import { catalogWith } from '../support/completions';
import { findingsIn, sourceOf } from '../support/findings';
import { fixesIn } from '../support/fixes';

/** Everything that is known could take the place of what is not recommended. */
const catalog = catalogWith(() => '7.8.9');

const inPom = (inside: string) =>
  `<project>\n  <dependencies>\n    <dependency>${inside}</dependency>\n    <dependency><groupId>zx</groupId><artifactId>zx</artifactId></dependency>\n  </dependencies>\n</project>\n`;
const inGradle = (line: string) => `dependencies {\n    ${line} // a\n    api("zx:zx:1")\n}\n`;
const inSwift = (requirement: string) =>
  `let package = Package(dependencies: [\n  .package(url: "https://github.com/WalletConnect/WalletConnectSwiftV2.git"${requirement}), // a\n  .package(path: "zx"),\n])\n`;
const [group, artifact] = ['<groupId>com.rabbitmq</groupId>', '<artifactId>amqp-client</artifactId>'];

/** All spellings of a use; each has one finding. */
const texts: Readonly<Record<string, readonly string[]>> = {
  'go.mod': [
    'module a\n\nrequire github.com/go-sql-driver/mysql v1.8.0\n\nrequire zx.y/z v1.0.0\n',
    'require (\n\t"github.com/go-sql-driver/mysql" v1.8.0 // a\n\tzx.y/z v1.0.0\n)\n',
    'require (\n\tgithub.com/go-sql-driver/mysql/v2 v2.8.0//a\n\tzx.y/z v1.0.0\n)\nexclude zx.y/z v0.1.0\n',
  ],
  'pubspec.yaml': [
    'dependencies:\n  mysql1: ^0.20.0 # a\n  zx: 1.0.0\n',
    'dependencies: { mysql1: 0.20.0, zx: 1.0.0 }\nname: a\n',
    'dev_dependencies:\n  "mysql1": ">=0.20.0 <1.0.0"\n  zx:\n    git: a\n',
    'dependencies:\n  mysql1:\n  zx:\n',
  ],
  'build.gradle': [
    "implementation 'com.rabbitmq:amqp-client:5.22.0'",
    'implementation "com.rabbitmq:amqp-client:$' + '{rabbit}"',
    'api "com.rabbitmq:amqp-client"',
    "api group: 'com.rabbitmq', name: 'amqp-client', version: '5.22.0'",
    "testImplementation('com.rabbitmq:amqp-client:5.22.0') { exclude module: 'b' }",
    "api 'a:b:1', 'com.rabbitmq:amqp-client:5.22.0', 'c:d:1'",
  ].map(inGradle),
  'build.gradle.kts': [
    'implementation("com.rabbitmq:amqp-client:5.22.0")',
    'implementation(platform("com.rabbitmq:amqp-client:$v"))',
    'add("api", "com.rabbitmq:amqp-client:5.22.0@jar")',
    'implementation(group = "com.rabbitmq", name = "amqp-client", version = "5.22.0")',
  ].map(inGradle),
  'pom.xml': [
    `${group}${artifact}<version>5.22.0</version>`,
    `\n      ${artifact}\n      ${group}\n    `,
    `<!-- a -->${group}${artifact}<version>$\u007brabbit}</version><scope>test</scope>`,
  ].map(inPom),
  'Package.swift': [', from: "1.0.0"', ', .upToNextMinor(from: "1.0.0")', ', "1.0.0"..<"2.0.0"', ', branch: "a"'].map(
    inSwift,
  ),
};

/** Parses with the reader that the field trusts, where there is one. */
function assertParses(path: string, text: string): void {
  if (path === 'pubspec.yaml') parseYaml(text);
  if (path !== 'pom.xml') return;
  const parser = new SaxesParser();
  parser.on('error', (error) => assert.fail(error));
  parser.write(text).close();
}

const countOf = (path: string, text: string) => findingsIn(path, text, catalog).match(/\^ /g)?.length ?? 0;
const zxOf = (path: string, text: string) =>
  sourceOf(path, text).dependencies.filter(({ name }) => name.includes('zx'));

describe('Every replacing fix in the manifests of other languages', () => {
  for (const [path, all] of Object.entries(texts)) {
    it(`leaves a file that parses, without the finding and otherwise unchanged: ${path}`, () => {
      for (const text of all) {
        assert.equal(countOf(path, text), 1, text);
        const fixes = fixesIn(path, text, catalog);
        assert.ok(fixes.length > 0, text);
        for (const { title, after } of fixes) {
          const what = `${text}\n→ ${title}\n${after}`;
          assertParses(path, after);
          assert.equal(countOf(path, after), 0, what);
          assert.ok(after.includes('7.8.9'), what);
          assert.equal(zxOf(path, after).length, zxOf(path, text).length, what);
          assert.equal(after.split('\n').at(-2), text.split('\n').at(-2), what);
        }
      }
    });
  }
});
