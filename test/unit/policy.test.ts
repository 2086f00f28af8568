import assert from 'node:assert/strict';
import { check } from '../../server/src/core/features/diagnostics';
import { readConfiguration } from '../../server/src/core/policy/configuration';
import { bundledCatalogs, catalogOf } from '../support/bundled';
import { labelOf, picture, sourceOf, text } from '../support/findings';

/** The text with its findings under it; what an exception covers is in brackets with its reason. */
function judged(
  path: string,
  content: string,
  configuration: string,
  today = '2026-11-23',
  catalog = bundledCatalogs.en,
): string {
  const read = readConfiguration(configuration);
  assert.deepEqual(read.problems, []);
  const findings = check(sourceOf(path, content), catalog, undefined, {
    configuration: read.configuration,
    path,
    today,
  });
  return picture(
    content,
    findings.map((finding) => {
      const { suppression, message } = finding;
      const label = suppression ? `(${labelOf(finding)}: ${suppression.reason})` : labelOf(finding);
      return { span: finding.span, label: message.includes('expired') ? `${label} expired` : label };
    }),
  );
}

const marks = (drawn: string) =>
  drawn
    .split('\n')
    .filter((line) => /^ *\^/.test(line))
    .map((line) => line.replace(/^ *\^+ /, ''));
const manifest = '{ "dependencies": { "amqplib": "1" } }';
const inPackage = (configuration: string, path = 'legacy/package.json', today?: string) =>
  marks(judged(path, manifest, configuration, today));

describe('The configuration', () => {
  const problems = (content: string) =>
    picture(
      content,
      readConfiguration(content).problems.map(({ span, kind, what }) => ({ span, label: `${kind} ${what}`.trim() })),
    );

  it('marks the line of a mistake without its line end, whichever that is', () => {
    const places = (content: string) => readConfiguration(content).problems.map(({ span }) => span);
    for (const end of ['\n', '\r\n', '\r'])
      assert.deepEqual(places(`stack${end}`), [{ start: 0, end: 5 }], JSON.stringify(end));
  });

  it('may be empty, or hold everything that the interface names', () => {
    const all = text`
      stack: docs/stack.md
      mirrors: { registry.acme.com/hub: docker.io }
      severity: { rules: { deprecated: hint }, roles: {}, technologies: { axios: "off" } }
      paths:
        - { glob: "core/**", roles: [core-services], severity: { rules: {} } }
      exceptions:
        - { technology: rabbitmq, paths: ["legacy/**"], reason: contract until the migration, expires: 2027-03-31, owner: payments, ticket: OPS-12 }
        - { identifier: "npm:amqplib", paths: [], reason: vendored }
      baseline: .stack-guidance-baseline.json`;
    assert.deepEqual(readConfiguration(all).problems, []);
    assert.deepEqual(readConfiguration('').problems, []);
    const { configuration } = readConfiguration(all);
    assert.equal(configuration.exceptions[0]?.expires, '2027-03-31');
    assert.deepEqual(configuration.severity.technologies, { axios: 'off' });
  });

  it('says what is wrong where it is wrong', () => {
    assert.equal(
      problems(text`
      stak: docs/stack.md
      severity: { rules: { deprecated: loud } }
      paths:
        - { glob: "a[" }
      exceptions:
        - { technology: rabbitmq, reason: x, expires: 2027-02-30 }
        - { technology: rabbitmq }
        - { reason: what of }
      baseline:`),
      text`
      stak: docs/stack.md
      ^^^^ unknown-key stak
      severity: { rules: { deprecated: loud } }
                                       ^^^^ value loud
      paths:
        - { glob: "a[" }
                  ^^^^ value a[
      exceptions:
        - { technology: rabbitmq, reason: x, expires: 2027-02-30 }
                                                      ^^^^^^^^^^ value 2027-02-30
        - { technology: rabbitmq }
          ^^^^^^^^^^^^^^^^^^^^^^^^ missing reason
        - { reason: what of }
          ^^^^^^^^^^^^^^^^^^^ ambiguous-exception technology, identifier
      baseline:
      ^^^^^^^^ type`,
    );
    assert.match(problems('a: [\n'), /syntax/);
    assert.match(problems('- a\n'), /type/);
  });
});

describe('Severities', () => {
  it('of a technology beat those of a role, and those those of a rule', () => {
    assert.deepEqual(inPackage('severity: { rules: { not-recommended: hint } }'), [
      'hint not-recommended rabbitmq → kafka, pulsar',
    ]);
    assert.deepEqual(inPackage('severity: { rules: { not-recommended: hint }, roles: { event-bus: error } }'), [
      'error not-recommended rabbitmq → kafka, pulsar',
    ]);
    assert.deepEqual(inPackage('severity: { roles: { event-bus: error }, technologies: { RabbitMQ: "off" } }'), []);
  });

  it('of the last matching path win', () => {
    const configuration =
      'severity: { rules: { not-recommended: error } }\npaths:\n  - { glob: "legacy/**", severity: { rules: { not-recommended: information } } }\n  - { glob: "**/package.json", severity: { rules: { not-recommended: hint } } }';
    assert.deepEqual(inPackage(configuration), ['hint not-recommended rabbitmq → kafka, pulsar']);
    assert.deepEqual(inPackage(configuration.replace('**/package.json', 'other/**')), [
      'information not-recommended rabbitmq → kafka, pulsar',
    ]);
  });
});

describe('Exceptions in the configuration', () => {
  const excepted = '(warning not-recommended rabbitmq → kafka, pulsar: old)';
  const found = 'warning not-recommended rabbitmq → kafka, pulsar';

  it('cover a technology or an identifier, everywhere or in some paths', () => {
    assert.deepEqual(inPackage('exceptions: [{ technology: rabbitmq, reason: old }]'), [excepted]);
    assert.deepEqual(inPackage('exceptions: [{ identifier: "npm:amqplib", reason: old }]'), [excepted]);
    assert.deepEqual(inPackage('exceptions: [{ identifier: "npm:other", reason: old }]'), [found]);
    assert.deepEqual(inPackage('exceptions: [{ technology: rabbitmq, paths: ["legacy/**"], reason: old }]'), [
      excepted,
    ]);
    assert.deepEqual(inPackage('exceptions: [{ technology: rabbitmq, paths: ["new/**"], reason: old }]'), [found]);
  });

  it('hold through their last day, and bring the finding back after it', () => {
    const configuration = 'exceptions: [{ technology: rabbitmq, reason: old, expires: 2027-03-31 }]';
    assert.deepEqual(inPackage(configuration, 'package.json', '2027-03-31'), [excepted]);
    assert.deepEqual(inPackage(configuration, 'package.json', '2027-04-01'), [`${found} expired`]);
  });

  it('do not count for an enforced row', () => {
    const catalog = catalogOf('| Component | Technology | Enforce |\n|---|---|---|\n| Event bus | Kafka | yes |');
    assert.deepEqual(
      marks(
        judged('package.json', manifest, 'exceptions: [{ technology: rabbitmq, reason: old }]', undefined, catalog),
      ),
      ['warning not-recommended rabbitmq → kafka'],
    );
  });
});

describe('Exceptions in the file', () => {
  it('stand before the line, at its end, or above a block; the reason is required', () => {
    const content = text`
      # stack-guidance-ignore rabbitmq: until the migration (until 2027-03-31)
      resource "aws_mq_broker" "a" {
      }
      resource "aws_ecs_cluster" "b" { # stack-guidance-ignore not-recommended: small
      }
      // stack-guidance-ignore MySQL: reporting
      resource "aws_db_instance" "c" {
        tags = {}
        engine = "mysql"
      }
      /* stack-guidance-ignore mysql */
      resource "aws_rds_cluster" "d" {
        engine = "aurora-mysql"
      }`;
    assert.equal(
      judged('main.tf', content, '').replace('amazon-mq', 'rabbitmq'),
      text`
      # stack-guidance-ignore rabbitmq: until the migration (until 2027-03-31)
      resource "aws_mq_broker" "a" {
                ^^^^^^^^^^^^^ warning not-recommended rabbitmq → kafka, pulsar
      }
      resource "aws_ecs_cluster" "b" { # stack-guidance-ignore not-recommended: small
                ^^^^^^^^^^^^^^^ (warning not-recommended amazon-ecs → kubernetes, eks, gke: small)
      }
      // stack-guidance-ignore MySQL: reporting
      resource "aws_db_instance" "c" {
        tags = {}
        engine = "mysql"
                  ^^^^^ (warning not-recommended mysql → postgresql: reporting)
      }
      /* stack-guidance-ignore mysql */
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning configuration null
      resource "aws_rds_cluster" "d" {
        engine = "aurora-mysql"
                  ^^^^^^^^^^^^ warning not-recommended mysql → postgresql
      }`,
    );
  });

  it('work in charts, values and templates, and for whole blocks of them', () => {
    const values = text`
      # stack-guidance-ignore mysql: reports
      reports:
        image:
          repository: mysql
          tag: "8"
      other:
        image: mysql:8`;
    assert.deepEqual(marks(judged('values.yaml', values, '')), [
      '(warning not-recommended mysql → postgresql: reports)',
      'warning not-recommended mysql → postgresql',
    ]);
    const template = '{{/* stack-guidance-ignore rabbitmq: tests */}}\nimage: rabbitmq:4\n';
    assert.deepEqual(marks(judged('templates/a.yaml', template, '')), [
      '(warning not-recommended rabbitmq → kafka, pulsar: tests)',
    ]);
  });

  it('expire', () => {
    const content = '# stack-guidance-ignore mysql: reports (until 2026-01-31)\nimage: mysql:8\n';
    assert.deepEqual(marks(judged('values.yaml', content, '')), ['warning not-recommended mysql → postgresql expired']);
    assert.deepEqual(marks(judged('values.yaml', content, '', '2026-01-31')), [
      '(warning not-recommended mysql → postgresql: reports)',
    ]);
  });
});
