import assert from 'node:assert/strict';
import { codeActions } from '../../server/src/core/features/codeActions';
import { configurationFindings } from '../../server/src/core/features/configuration';
import { check } from '../../server/src/core/features/diagnostics';
import { hover } from '../../server/src/core/features/hover';
import { unusedExceptions, unusedInline, usedExceptions } from '../../server/src/core/features/unused';
import { fileKinds } from '../../server/src/core/files';
import { readConfiguration } from '../../server/src/core/policy/configuration';
import { inlineExceptions } from '../../server/src/core/policy/inline';
import { kindsWithSeeds } from '../fuzz/seeds';
import { bundled, bundledCatalogs, catalogOf } from '../support/bundled';
import { excepted, inlineTold, policyOf, told } from '../support/exceptions';
import { sourceOf, text } from '../support/findings';
import { manifestOf } from '../support/manifests';

const enforced = catalogOf('| Component | Technology | Enforce |\n|---|---|---|\n| Event bus | Kafka | yes |');
const manifest = '{ "dependencies": { "amqplib": "1" } }';

describe('What is wrong with an exception in a file', () => {
  it('is a warning on the comment: no reason, no date, a name of nothing', () => {
    assert.equal(
      inlineTold(
        'values.yaml',
        text`
        # stack-guidance-ignore mysql
        # stack-guidance-ignore rabitmq: old
        # stack-guidance-ignore not-recomended: old
        # stack-guidance-ignore: old
        # stack-guidance-ignore kafka: old (until 2027-02-30)
        a: b # stack-guidance-ignore kafka: old (jusqu'au printemps)
        # stack-guidance-ignored and others are no exceptions
        # stack-guidance-ignore deprecated: old (or not)`,
      ),
      text`
        # stack-guidance-ignore mysql
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: Without a reason the exception does not count: stack-guidance-ignore mysql: reason.
        # stack-guidance-ignore rabitmq: old
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: “rabitmq” is neither a rule nor a technology that is known. Did you mean rabbitmq?
        # stack-guidance-ignore not-recomended: old
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: “not-recomended” is neither a rule nor a technology that is known. Did you mean not-recommended?
        # stack-guidance-ignore: old
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: An exception names a rule or a technology: stack-guidance-ignore mysql: reason.
        # stack-guidance-ignore kafka: old (until 2027-02-30)
                                                  ^^^^^^^^^^ warning: “2027-02-30” is no date (YYYY-MM-DD): the exception does not count.
        a: b # stack-guidance-ignore kafka: old (jusqu'au printemps)
                                                          ^^^^^^^^^ warning: “printemps” is no date (YYYY-MM-DD): the exception does not count.
        # stack-guidance-ignored and others are no exceptions
        # stack-guidance-ignore deprecated: old (or not)`,
    );
  });

  it('is an error where a row is enforced, by name or by what it covers', () => {
    assert.equal(
      inlineTold(
        'templates/a.yaml',
        text`
        # stack-guidance-ignore rabbitmq: old
        a: b
        {{- /* stack-guidance-ignore not-recommended: old */ -}}
        image: rabbitmq:4 # stack-guidance-ignore kafka: it is what is recommended`,
        enforced,
      ),
      text`
        # stack-guidance-ignore rabbitmq: old
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: The row Event bus is enforced: no exception counts.
        a: b
        {{- /* stack-guidance-ignore not-recommended: old */ -}}
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: The row Event bus is enforced: no exception counts.
        image: rabbitmq:4 # stack-guidance-ignore kafka: it is what is recommended`,
    );
  });

  it('speaks French', () => {
    const found = inlineTold('values.yaml', '# stack-guidance-ignore mysql', bundledCatalogs.fr);
    assert.match(found, /warning: Sans raison, l'exception ne compte pas/);
  });

  it('is nothing in files without comments', () => {
    const content = '{ "//": "# stack-guidance-ignore nothing" }';
    assert.equal(inlineTold('package.json', content), content);
  });

  it('is told on the line of the comment, whatever ends it', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const [found] = inlineExceptions(sourceOf('values.yaml', `# stack-guidance-ignore mysql: a${end}b: c (until x)`));
      assert.equal(found?.reason, 'a', JSON.stringify(end));
      assert.deepEqual(found?.span, { start: 0, end: 32 });
    }
  });
});

describe('Several exceptions above one line', () => {
  const suppressed = (content: string) =>
    check(sourceOf('values.yaml', content), bundledCatalogs.en, undefined, policyOf('', 'values.yaml')).map((one) =>
      [one.technology, one.suppression?.reason].filter(Boolean).join(': '),
    );

  it('all count, and one that does not count is in the way of none', () => {
    const content = text`
      # stack-guidance-ignore rabbitmq: one

      # stack-guidance-ignore mysql
      # a word between
      # stack-guidance-ignore mysql: two (jusqu’au 2027-01-01)
      images: [{ image: rabbitmq:4 }, { image: mysql:8 }]`;
    assert.deepEqual(suppressed(content), ['', 'rabbitmq: one', 'mysql: two']);
  });

  it('do not take what stands behind another comment for one', () => {
    const content = '# stack-guidance-ignore mysql: one\n{{/* a note */}}image: mysql:8\n';
    assert.deepEqual(suppressed(content), ['mysql: one']);
  });

  it('are read in time however many there are @all', () => {
    const many = '# stack-guidance-ignore mysql: reason\n'.repeat(20_000);
    const spaces = `# stack-guidance-ignore ${' '.repeat(200_000)}x`;
    assert.deepEqual(suppressed(`${many}image: mysql:8\n`), ['mysql: reason']);
    assert.equal(suppressed(spaces).length, 1);
  });
});

describe('Findings in the configuration', () => {
  const found = (content: string, locale: 'en' | 'fr' = 'en', catalog = bundledCatalogs[locale]) => {
    const { configuration, problems } = readConfiguration(content);
    return told(content, configurationFindings(content, configuration, problems, catalog, '2026-11-23'));
  };
  const wrong = text`
    stak: docs/stack.md
    severity: { rules: { deprecated: loud } }
    paths:
      - { glob: "a[" }
    exceptions:
      - { technology: rabbitmq, reason: x, expires: 2027-02-30 }
      - { technology: rabbitmq }
      - { reason: what of }
    mirrors: []
    baseline:`;

  it('say what is wrong, and what was meant', () => {
    assert.equal(
      found(wrong),
      text`
      stak: docs/stack.md
      ^^^^ error: Unknown key “stak”. Did you mean stack?
      severity: { rules: { deprecated: loud } }
                                       ^^^^ error: “loud” cannot stand here. Expected: error, warning, information, hint, off.
      paths:
        - { glob: "a[" }
                  ^^^^ error: “a[” is no glob of paths relative to this file, such as legacy/**.
      exceptions:
        - { technology: rabbitmq, reason: x, expires: 2027-02-30 }
                                                      ^^^^^^^^^^ error: “2027-02-30” cannot stand here. Expected: YYYY-MM-DD.
        - { technology: rabbitmq }
          ^^^^^^^^^^^^^^^^^^^^^^^^ error: “reason” is required.
        - { reason: what of }
          ^^^^^^^^^^^^^^^^^^^ error: An exception names either a technology or an identifier.
      mirrors: []
               ^^ error: Keys with values are expected here.
      baseline:
      ^^^^^^^^ error: The value is missing.`,
    );
  });

  it('speak French, also where no stack is known', () => {
    const { configuration, problems } = readConfiguration('stak: a\n');
    const [one] = configurationFindings('stak: a\n', configuration, problems, undefined, '2026-11-23', 'fr');
    assert.equal(one?.message, 'Clé inconnue : « stak ». Vouliez-vous dire stack ?');
    assert.match(found('a: [\n', 'fr'), /error: Ce n'est pas du YAML/);
  });

  it('warn of names of nothing', () => {
    assert.equal(
      found(text`
      severity: { roles: { event-buss: hint }, technologies: { axios: hint, Mongodb: hint, amqplib: hint, nosuchthing: hint } }
      paths:
        - { glob: "a/**", roles: [core-service], severity: { technologies: { kafak: "off" } } }
      exceptions:
        - technology: rabitmq
          reason: old`),
      text`
      severity: { roles: { event-buss: hint }, technologies: { axios: hint, Mongodb: hint, amqplib: hint, nosuchthing: hint } }
                           ^^^^^^^^^^ warning: Unknown role “event-buss”. Did you mean event-bus?
                                                                                                          ^^^^^^^^^^^ warning: Unknown technology “nosuchthing”.
      paths:
        - { glob: "a/**", roles: [core-service], severity: { technologies: { kafak: "off" } } }
                                  ^^^^^^^^^^^^ warning: Unknown role “core-service”. Did you mean core-services?
                                                                             ^^^^^ warning: Unknown technology “kafak”. Did you mean kafka?
      exceptions:
        - technology: rabitmq
                      ^^^^^^^ warning: Unknown technology “rabitmq”. Did you mean rabbitmq?
          reason: old`,
    );
  });

  it('tell exceptions that have ended, and those that an enforced row forbids', () => {
    const content = text`
      exceptions:
        - { technology: mysql, reason: old, expires: 2026-01-31 }
        - { identifier: "npm:amqplib", reason: old, expires: 2026-11-23 }
        - technology: RabbitMQ
          reason: old
        - { technology: kafka, reason: it is what is recommended }`;
    assert.equal(
      found(content, 'en', enforced),
      text`
      exceptions:
        - { technology: mysql, reason: old, expires: 2026-01-31 }
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: The exception expired on 2026-01-31.
        - { identifier: "npm:amqplib", reason: old, expires: 2026-11-23 }
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: The row Event bus is enforced: no exception counts.
        - technology: RabbitMQ
          ^^^^^^^^^^^^^^^^^^^^ error: The row Event bus is enforced: no exception counts.
          reason: old
        - { technology: kafka, reason: it is what is recommended }`,
    );
  });
});

describe('Unused exceptions', () => {
  it('of a configuration are those that cover nothing in any file; an expired one may still cover', () => {
    const content = text`
      exceptions:
        - { technology: rabbitmq, reason: old, expires: 2026-01-31 }
        - { technology: rabbitmq, paths: ["other/**"], reason: gone }
        - { technology: mysql, reason: gone }`;
    const policy = policyOf(content, 'legacy/package.json');
    const findings = check(sourceOf('legacy/package.json', manifest), bundledCatalogs.en, undefined, policy);
    const used = new Set(usedExceptions(findings, policy, bundledCatalogs.en));
    assert.equal(
      told(content, unusedExceptions(content, policy.configuration, used, bundledCatalogs.en)),
      text`
      exceptions:
        - { technology: rabbitmq, reason: old, expires: 2026-01-31 }
        - { technology: rabbitmq, paths: ["other/**"], reason: gone }
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: This exception covers nothing.
        - { technology: mysql, reason: gone }
          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: This exception covers nothing.`,
    );
  });

  it('in a file are told by checks of whole folders alone', () => {
    const content = text`
      # stack-guidance-ignore mysql: old (until 2026-01-31)
      image: mysql:8
      # stack-guidance-ignore rabbitmq: gone
      other: mysql
      # stack-guidance-ignore nosuchthing: told already`;
    const source = sourceOf('values.yaml', content);
    const findings = check(source, bundledCatalogs.en, undefined, policyOf('', 'values.yaml'));
    assert.ok(findings.every(({ rule }) => rule !== 'unused-exception'));
    assert.equal(
      told(content, unusedInline(source, findings, bundledCatalogs.en)),
      text`
      # stack-guidance-ignore mysql: old (until 2026-01-31)
      image: mysql:8
      # stack-guidance-ignore rabbitmq: gone
      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: This exception covers nothing.
      other: mysql
      # stack-guidance-ignore nosuchthing: told already`,
    );
  });
});

describe('The hover on what is excepted', () => {
  const hovered = (configuration: string, path = 'package.json', content = manifest, locale: 'en' | 'fr' = 'en') => {
    const at = Math.max(content.indexOf('amqp'), content.indexOf('rabbitmq:4'));
    const found = hover(sourceOf(path, content), at, bundledCatalogs[locale], policyOf(configuration, path));
    return found?.markdown.split('\n\n').filter((line) => line.startsWith('Exception'));
  };
  const all = 'technology: rabbitmq, reason: contract until the migration, owner: payments, ticket: OPS-12';

  it('says why, until when, who and where', () => {
    assert.deepEqual(hovered(`exceptions: [{ ${all}, expires: 2027-03-31 }]`), [
      'Exception: contract until the migration, until 2027-03-31, payments, OPS\\-12',
    ]);
    assert.deepEqual(hovered(`exceptions: [{ ${all}, expires: 2026-01-31 }]`), [
      'Exception, expired on 2026-01-31: contract until the migration, payments, OPS\\-12',
    ]);
    assert.deepEqual(hovered(''), []);
  });

  it('knows those in the file, and speaks French', () => {
    const content = '# stack-guidance-ignore rabbitmq: [x](command:evil) (until 2027-03-31)\nimage: rabbitmq:4\n';
    assert.deepEqual(hovered('', 'values.yaml', content, 'fr'), [
      "Exception : \\[x\\]\\(command\\:evil\\), jusqu'au 2027-03-31",
    ]);
  });
});

describe('“Add an exception…”', () => {
  it('goes above the header of a block of Terraform, and above the line of a provider', () => {
    assert.equal(
      excepted(
        'main.tf',
        text`
        terraform {
          required_providers {
            keycloak = {
              source = "mrparkers/keycloak"
            }
          }
        }

        # The shop.
        resource "aws_db_instance" "a" {
          tags = {}
          engine = "mysql"
        }`,
      ).text,
      text`
        terraform {
          required_providers {
            keycloak = {
              # stack-guidance-ignore keycloak: TODO why
              source = "mrparkers/keycloak"
            }
          }
        }

        # The shop.
        # stack-guidance-ignore mysql: TODO why
        resource "aws_db_instance" "a" {
          tags = {}
          engine = "mysql"
        }`,
    );
  });

  it('goes above the line of YAML with its indentation, in templates as an action', () => {
    assert.equal(
      excepted('values.yaml', 'a:\r\n  - name: x\r\n    image: mysql:8\r\n').text,
      'a:\r\n  - name: x\r\n    # stack-guidance-ignore mysql: TODO why\r\n    image: mysql:8\r\n',
    );
    assert.equal(
      excepted('templates/a.yaml', 'a: {{ .Values.a }}\nspec:\n  image: mysql:8\n').text,
      'a: {{ .Values.a }}\nspec:\n  {{/* stack-guidance-ignore mysql: TODO why */}}\n  image: mysql:8\n',
    );
    assert.equal(
      excepted('Chart.yaml', 'dependencies:\n  - name: rabbitmq\n    repository: https://charts.bitnami.com/bitnami\n')
        .text,
      'dependencies:\n  # stack-guidance-ignore rabbitmq: TODO why\n  - name: rabbitmq\n    repository: https://charts.bitnami.com/bitnami\n',
    );
    assert.equal(
      excepted('values.yaml', '\ufeffimage: mysql:8', bundledCatalogs.fr).text,
      '\ufeff# stack-guidance-ignore mysql: TODO pourquoi\nimage: mysql:8',
    );
  });

  it('silences what it is for, and nothing has to be there twice', () => {
    const content = text`
      resource "aws_mq_broker" "a" { engine_type = "RabbitMQ" }
      resource "aws_ecs_cluster" "b" {}
      data "aws_db_instance" "c" {
        engine = "mysql"
      }
      resource "helm_release" "d" {
        chart      = "mysql"
        repository = "https://charts.bitnami.com/bitnami"
      }`;
    const { text: after, left } = excepted('main.tf', content);
    assert.deepEqual(left, []);
    assert.equal(after.split('stack-guidance-ignore').length - 1, 4);
  });

  it('silences whatever the bundled stack finds, in all files with comments @all', () => {
    const commented = bundled.knowledge.identifiers.filter(({ ecosystem }) => ecosystem !== 'npm');
    for (const { path, text: content } of commented.map(manifestOf)) {
      if (!sourceOf(path, content).kind.comment) continue;
      assert.deepEqual(excepted(path, content).left, [], content);
    }
  }).timeout(20_000);

  it('is none for what is enforced or no dependency; files without comments leave it to the configuration', () => {
    const answers = (path: string, content: string, catalog = bundledCatalogs.en) =>
      codeActions(
        sourceOf(path, content),
        { start: 0, end: content.length },
        catalog,
        [],
        undefined,
        policyOf('', path),
      );
    assert.deepEqual(
      answers('package.json', manifest).map(({ exception }) => exception),
      [{ technology: 'rabbitmq' }],
    );
    assert.deepEqual(
      answers('package.json', manifest, enforced).map(({ exception }) => exception),
      [undefined],
    );
    assert.deepEqual(
      answers('values.yaml', '# stack-guidance-ignore mysql').map(({ exception }) => exception),
      [undefined],
    );
  });

  it('knows which files have comments', () => {
    const without = fileKinds.filter((kind) => !kind.comment).map(({ id }) => id);
    assert.deepEqual([...new Set(without)], ['package-json', 'terraform-json', 'pom', 'presence']);
  });
});

describe('Exceptions by the thousand', () => {
  const lines = (count: number, line: (at: number) => string) => Array.from({ length: count }, (_, at) => line(at));
  const times = (name: string, content: string, configuration = '') => {
    const source = sourceOf(name, content);
    const policy = policyOf(configuration, name);
    const start = process.cpuUsage();
    const findings = check(source, bundledCatalogs.en, undefined, policy);
    unusedInline(source, findings, bundledCatalogs.en);
    usedExceptions(findings, policy, bundledCatalogs.en);
    return process.cpuUsage(start).user / 1000;
  };
  const inFiles: readonly [string, string][] = [
    ['requirements.txt', lines(7000, (at) => `# stack-guidance-ignore mysql: x\npymysql==${at}\n`).join('')],
    ['requirements.txt', lines(7000, (at) => `# stack-guidance-ignore mysqk${at}: x\npymysql==${at}\n`).join('')],
    ['build.gradle', `dependencies {\n${'// stack-guidance-ignore mysql: x\n  foo(\n'.repeat(7000)}`],
    ['main.tf', '# stack-guidance-ignore mysql: x\na "b" {\n'.repeat(7000)],
    ['Cargo.toml', lines(7000, (at) => `# stack-guidance-ignore mysql: x\n[a${at}]\n`).join('')],
    ['Cargo.toml', `[dependencies]\n${lines(7000, (at) => `# stack-guidance-ignore mysql: x\na${at}=[\n`).join('')}`],
  ];
  const ofAllKinds = kindsWithSeeds.flatMap(({ kind, path, seed }): [string, string][] => {
    const { opening, closing } = kind.comment?.(seed, 0) ?? {};
    const one = `${opening}stack-guidance-ignore mysql: x${closing}\na\n`;
    return opening === undefined ? [] : [[path, seed + one.repeat(5000)]];
  });
  const all: readonly (readonly [name: string, content: string, configuration?: string])[] = [
    ...inFiles,
    ...ofAllKinds,
    ...[
      `exceptions:\n${'  - {technology: kafka, reason: x}\n'.repeat(7000)}`,
      `paths:\n${'  - {glob: "**", severity: {rules: {deprecated: hint}}}\n'.repeat(4500)}`,
    ].map((one) => ['requirements.txt', lines(7000, (at) => `pymysql==${at}\n`).join(''), one] as const),
  ];

  for (const [at, [name, content, configuration]] of all.entries())
    it(`@all take a blink, not minutes: ${name} ${at}`, () => {
      const first = times(name, content, configuration);
      // Others work on the same machine: what is slow must be so twice.
      assert.ok(first < 1500 || times(name, content, configuration) < 1500, `${first} ms`);
    }).timeout(60_000);
});
