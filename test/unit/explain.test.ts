import assert from 'node:assert/strict';
import type { Catalog } from '../../server/src/core/catalog/catalog';
import { check } from '../../server/src/core/features/diagnostics';
import { type Explanation, explainDependencies, explainLine } from '../../server/src/core/features/explain';
import { explainName, namesNear } from '../../server/src/core/features/explainName';
import type { Step } from '../../server/src/core/features/explainSteps';
import { stepTexts, summaryOf } from '../../server/src/core/features/explainWording';
import type { Finding, Identifier, Severity } from '../../server/src/core/model';
import { readConfiguration } from '../../server/src/core/policy/configuration';
import { type Policy, unconfigured } from '../../server/src/core/policy/policy';
import { bundled, bundledCatalogs, catalogOf, documentOf } from '../support/bundled';
import { sourceOf, text } from '../support/findings';
import { manifestOf } from '../support/manifests';

const { en, fr } = bundledCatalogs;
const today = '2026-11-23';

const policyOf = (configuration: string, path = 'package.json'): Policy => ({
  configuration: readConfiguration(configuration).configuration,
  path,
  today,
});

/** The names of a file's dependencies that a line has, with their summary. */
function onLine(path: string, content: string, line: number, policy = unconfigured(path, today), catalog = en) {
  const start =
    content
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length + (line > 1 ? 1 : 0);
  const end = content.indexOf('\n', start);
  const span = { start, end: end < 0 ? content.length : end };
  return explainLine({ source: sourceOf(path, content), catalog, policy }, span);
}

const titles = (explanations: readonly Explanation[], catalog = en) =>
  explanations.map((one) => [one.subject, summaryOf(one, catalog)].filter(Boolean).join(': '));
const said = (explanation: Explanation | undefined, catalog = en) => {
  assert.ok(explanation, 'nothing is explained');
  return stepTexts(explanation, catalog).join('\n');
};
const manifest =
  '{\n  "dependencies": {\n    "mysql2": "3", "pg": "8",\n    "local": "file:../x",\n    "odd": "1"\n  }\n}';

describe('An explanation of a name', () => {
  const named = (name: string, catalog: Catalog = en, policy = unconfigured('', today)) =>
    explainName(name, catalog, policy);

  it('has every step', () => {
    assert.equal(
      said(named('mysql2')[0]),
      text`
        The package mysql2 is MySQL.
        Strong evidence: to use it is to use the technology. It serves MySQL, MariaDB, TiDB, PlanetScale, Vitess: it is recommended where one of them is.
        Roles: Relational database.
        Line 28 of the stack: Relational Database | PostgreSQL (with Patroni) | adopt (decides)
        Not recommended: the stack recommends something else for Relational Database; none of its rows names MySQL, MariaDB, TiDB, PlanetScale or Vitess.
        Rule not-recommended: warning.
        Result: warning.`,
    );
    assert.match(
      said(named('mysql2', fr)[0], fr),
      /^Le paquet mysql2 est MySQL\.\nIndice fort : [\s\S]*Résultat : avertissement\.$/,
    );
  });

  it('is one of each thing that has it', () => {
    assert.deepEqual(titles(named('pg')), ['npm:pg: recommended', 'PostgreSQL: recommended']);
    assert.deepEqual(titles(named('npm:pg')), ['npm:pg: recommended']);
    assert.deepEqual(titles(named('Relational database')), ['Relational database']);
    const engines = titles(named('aws_db_instance'));
    assert.ok(engines.length > 4 && new Set(engines).size === 2, engines.join());
    assert.match(said(named('aws_db_instance')[0]), /^The resource aws_db_instance \(where engine is .+\) is /);
    assert.match(
      said(named('chart:postgresql')[0]),
      /\(from https:\/\/charts\.bitnami\.com\/bitnami\) is PostgreSQL\./,
    );
    assert.match(said(named('postgresql_anything')[0]), /\(by the pattern postgresql_\*\) is PostgreSQL\./);
  });

  it('may have a version, other letters, or the word before its colon that people use', () => {
    for (const name of ['postgres:16', 'docker.io/library/postgres:16', 'docker:postgres'])
      assert.equal(titles(named(name))[0], 'image:postgres: recommended', name);
    assert.equal(titles(named('npm:mysql2@3.1.0'))[0], 'npm:mysql2: warning (not-recommended)');
    assert.equal(titles(named('@neondatabase/serverless@1'))[0], 'npm:@neondatabase/serverless: recommended');
    assert.equal(
      titles(named('terraform:AWS_ECS_Cluster'))[0],
      'terraform-resource:aws_ecs_cluster: warning (not-recommended)',
    );
  });

  it('says why it is only a hint, or nothing', () => {
    const why = (name: string, catalog: Catalog = en) => said(named(name, catalog).at(-1), catalog);
    assert.match(why('Valkey'), /A hint: it is compatible with Redis\./);
    assert.match(why('AKS'), /A hint: it is of one family with Kubernetes, /);
    assert.match(
      why('npm:axios'),
      /only the hover shows it\.[\s\S]*No finding: the evidence is neutral\.\nResult: nothing to say\.$/,
    );
    assert.match(why('npm:bullmq'), /A hint: the evidence is weak\./);
    assert.match(why('helm:cloudnative-pg'), /A hint: the row asks for Patroni, which it does not bring\./);
    assert.match(
      why('npm:web3'),
      /Recommended: a row names web3\.js\.\n.*deprecated.*\nRule deprecated: warning\.\nResult: warning\.$/,
    );
    assert.match(
      why('npm:mysql2', catalogOf(documentOf('Event bus | Kafka | x'))),
      /Not judged: no row .*\nResult: nothing to say\.$/,
    );
  });

  it('tells rings', () => {
    const stack = catalogOf(
      documentOf(
        'SQL | MySQL | x | hold',
        'Cache | Redis | x',
        'Event bus | Kafka | x | assess',
        'Event bus | Redis | x | hold',
      ),
    );
    assert.match(said(named('MySQL', stack).at(-1), stack), /Not recommended: a row puts MySQL on hold\./);
    assert.match(said(named('Kafka', stack).at(-1), stack), /To be assessed: a row says so of Apache Kafka\./);
    assert.match(said(named('Redis', stack).at(-1), stack), /A hint: another row recommends it for something else\./);
  });

  it('lists for a role its rows, and what else there is', () => {
    assert.match(
      said(named('Event bus').at(-1)),
      /^A role: Event bus\.\nLine 20 .*Kafka\/Pulsar \| adopt\nIt could also be filled by: .*RabbitMQ/,
    );
  });

  it('is not there for what nothing has, but for what is called alike @all', () => {
    assert.deepEqual(named('postgrse'), []);
    assert.equal(namesNear('postgrse', en)[0], 'PostgreSQL');
    assert.equal(namesNear('npm:myslq2', en)[0], 'npm:mysql2');
    assert.deepEqual([named(''), named(':'), named('npm:'), namesNear('', en)], [[], [], [], []]);
    assert.deepEqual(namesNear('qqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqqq', en), []);
  });
});

describe('An explanation of a line', () => {
  it('is one of each dependency on it', () => {
    assert.deepEqual(titles(onLine('package.json', manifest, 3)), [
      'npm:mysql2: warning (not-recommended)',
      'npm:pg: recommended',
    ]);
    assert.deepEqual(onLine('package.json', manifest, 1), []);
    assert.equal(said(onLine('package.json', manifest, 4)[0]), 'It is local: nothing is said of it.');
    assert.equal(said(onLine('package.json', manifest, 5)[0]), 'Not known: nothing is said of it.');
  });

  it('is of the block whose attribute stands there', () => {
    const block = 'resource "aws_db_instance" "a" {\n  engine = "mysql"\n  instance_class = var.class\n}\n';
    assert.deepEqual(titles(onLine('main.tf', block, 2)), [
      'terraform-resource:aws_db_instance: warning (not-recommended)',
    ]);
    assert.deepEqual(titles(onLine('main.tf', block, 4)), []);
  });

  it('says what made it quieter', () => {
    const data =
      'data "aws_ecs_cluster" "a" {\n}\nresource "rabbitmq_queue" "a" {\n}\nresource "rabbitmq_queue" "b" {\n}\n';
    assert.match(said(onLine('main.tf', data, 1)[0]), /A hint at most in data\.\nResult: hint\.$/);
    assert.match(said(onLine('main.tf', data, 3)[0]), /Result: warning\.$/);
    assert.match(said(onLine('main.tf', data, 5)[0]), /carries the severity; here it is: hint\.\nResult: hint\.$/);
    assert.match(
      said(onLine('package.json', '{"dependencies":{"redux":"5","@reduxjs/toolkit":"2"}}', 1)[0]),
      /nothing beside @reduxjs\/toolkit/,
    );
  });

  it('says what the configuration makes of it', () => {
    const under = (configuration: string) => said(onLine('package.json', manifest, 3, policyOf(configuration))[0]);
    const ends = (steps: string, end: RegExp) => assert.match(steps.split('\n').slice(6).join('\n'), end);
    ends(
      under('severity: { technologies: { mysql: error }, rules: { not-recommended: hint } }'),
      /^The configuration says severity\.technologies\.mysql: error, instead of warning\.\nResult: error\.$/,
    );
    ends(
      under(
        'severity: { roles: { SQL: error } }\npaths: [{ glob: "*.json", severity: { rules: { not-recommended: "off" } } }]',
      ),
      /^The configuration says severity\.rules\.not-recommended for \*\.json: off, instead of warning\.\nResult: silenced\.$/,
    );
    ends(
      under('exceptions: [{ technology: mysql, reason: legacy, expires: 2027-03-31 }]'),
      /^An exception covers it until 2027-03-31: legacy\.\nResult: excepted, not counted\.$/,
    );
    ends(
      under('exceptions: [{ technology: mysql, reason: legacy, expires: 2026-03-31 }]'),
      /It has expired and counts no more\.\nResult: warning\.$/,
    );
  });

  it('says that the baseline knows it', () => {
    const source = sourceOf('package.json', manifest);
    const known = new Set(['not-recommended mysql npm:mysql2 1']);
    const asked = { source, catalog: en, policy: unconfigured('package.json', today), known };
    const [mysql, pg] = explainLine(asked, { start: 24, end: 48 });
    assert.match(said(mysql), /Result: warning\.\nThe baseline knows it: .+$/);
    assert.doesNotMatch(said(pg), /baseline/);
  });

  it('says that an enforced row is not excepted, and what a comment excepts', () => {
    const enforced = catalogOf('# S\n\n| Component | Technology | Enforce |\n|-|-|-|\n| SQL | PostgreSQL | yes |\n');
    const policy = policyOf('exceptions: [{ technology: mysql, reason: legacy }]');
    assert.match(
      said(onLine('package.json', manifest, 3, policy, enforced)[0], enforced),
      /It does not count: the row is enforced\.\nResult: warning\.$/,
    );
    const values = '# stack-guidance-ignore mysql: reports\nimage: mysql:8\n';
    assert.match(
      said(onLine('values.yaml', values, 2)[0]),
      /An exception covers it: reports\.\nResult: excepted, not counted\.$/,
    );
  });
});

describe('An explanation and a check @all', () => {
  /** What the steps come to. */
  function resultOf(steps: readonly Step[]): (Severity | 'suppressed' | 'off')[] {
    return steps.flatMap((step) => (step.kind === 'result' ? [step.severity] : []));
  }

  /** What the steps come to when each is taken by itself. */
  function steppedTo(steps: readonly Step[]): (Severity | 'suppressed' | 'off')[] {
    const found: (Severity | 'suppressed' | 'off')[] = [];
    for (const step of steps) {
      if (step.kind === 'rule') found.push(step.finding.severity);
      if (step.kind === 'override') found[found.length - 1] = step.override.severity;
      if (step.kind === 'exception' && step.state === 'counts') found[found.length - 1] = 'suppressed';
      if (step.kind === 'further') found[found.length - 1] = 'hint';
    }
    return found;
  }

  const isOf = (step: Step | undefined, identifier: Identifier) =>
    step?.kind === 'recognised' && step.use.identifier === identifier;
  const sorted = (list: readonly string[]) => [...list].sort();
  const severityOf = ({ severity, suppression }: Finding) => (suppression ? 'suppressed' : severity);
  const shown = ({ ecosystem, name, where }: Identifier) => `${ecosystem} ${name} ${JSON.stringify(where ?? {})}`;

  for (const [title, policy] of [
    ['without a configuration', unconfigured('', today)],
    [
      'under a configuration',
      policyOf(
        'severity: { rules: { deprecated: error, not-recommended: information }, roles: { SQL: error }, technologies: { kafka: "off" } }\nexceptions: [{ technology: mysql, reason: x }, { technology: rabbitmq, reason: x, expires: 2026-01-01 }]',
      ),
    ],
  ] as const)
    it(`come to the same for every identifier ${title}`, () => {
      for (const identifier of bundled.knowledge.identifiers) {
        const { path, text: content } = manifestOf(identifier);
        const source = sourceOf(path, content);
        const explanations = explainDependencies({ source, catalog: en, policy }, source.dependencies);
        const results = explanations.flatMap(({ steps }) => resultOf(steps)).filter((one) => one !== 'off');
        assert.deepEqual(
          sorted(results),
          sorted(check(source, en, undefined, policy).map(severityOf)),
          shown(identifier),
        );
        for (const { steps } of explanations) assert.deepEqual(steppedTo(steps), resultOf(steps), shown(identifier));
      }
    }).timeout(30_000);

  it('come to the same for every name, whose explanation has a reason for each hint', () => {
    const policy = unconfigured('', today);
    for (const identifier of bundled.knowledge.identifiers.filter(({ name }) => !name.includes('*'))) {
      const { path, text: content } = manifestOf(identifier);
      const checked = check(sourceOf(path, content), en, undefined, policy);
      const explanations = explainName(`${identifier.ecosystem}:${identifier.name}`, en, policy);
      assert.ok(explanations.length, shown(identifier));
      for (const { steps } of explanations.filter(({ steps: [first] }) => isOf(first, identifier))) {
        const own = checked.filter((finding) => finding.technology === identifier.speaks[0]);
        const results = resultOf(steps).filter((one) => one !== 'off');
        assert.deepEqual(results, own.map(severityOf), shown(identifier));
      }
      for (const { steps } of explanations)
        for (const step of steps)
          if (
            step.kind === 'verdict' &&
            (step.verdict.relation === 'compatible' || step.verdict.relation === 'variant')
          )
            assert.ok(step.relatives.length, shown(identifier));
    }
  }).timeout(30_000);

  it('have words for every step in both languages', () => {
    for (const catalog of [en, fr])
      for (const identifier of bundled.knowledge.identifiers) {
        const { path, text: content } = manifestOf(identifier);
        const source = sourceOf(path, content);
        for (const one of explainDependencies(
          { source, catalog, policy: unconfigured(path, today) },
          source.dependencies,
        )) {
          assert.equal(stepTexts(one, catalog).length, one.steps.length);
          assert.doesNotMatch(said(one, catalog), /undefined|\[object|\bnull\b/, shown(identifier));
        }
      }
  }).timeout(30_000);
});
