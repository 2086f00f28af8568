import assert from 'node:assert/strict';
import type { Identifier, Snippet } from '../../server/src/core/model';
import { catalogWith, completionsIn, offered } from '../support/completions';
import { text } from '../support/findings';

const bucket: Snippet = {
  name: 'S3 bucket',
  kind: 'terraform',
  prefix: ['s3', 'bucket'],
  body: 'resource "aws_s3_bucket" "main$1" {\n  bucket = "name$2"\n}',
  description: { en: 'A bucket', fr: 'Un bucket' },
  technology: 's3',
  role: 'object-storage',
};
const snippets = [bucket, { ...bucket, name: 'MySQL', technology: 'mysql' }, { ...bucket, kind: 'helm-values' }];

const labels = (marked: string, catalog = offered.en) =>
  completionsIn('main.tf', marked, catalog, snippets).map((one) => one.label);

function completed(marked: string, label: string, mode: 'after' | 'afterInsert' = 'after'): string {
  const all = completionsIn('main.tf', marked, offered.en, snippets);
  return all.find((one) => one.label === label)?.[mode] ?? `no ${label} among: ${all.map((one) => one.label)}`;
}

const database = (typed: string) => `resource "aws_db_instance" "a" {\n  engine = ${typed}\n  size   = 1\n}\n`;

describe('Completion of values in Terraform', () => {
  it('offers the values that decide what a block is, in quotes and out, closed and open', () => {
    for (const typed of ['"|"', '"po|"', '"po|st"', '"my|', '"|', '|', 'pos|t', '| # comment', '"|" # comment'])
      assert.equal(completed(database(typed), 'postgres'), database(typed.replace(/^[^ ]*/, '"postgres"')), typed);
    assert.equal(completed(database('"po|st"'), 'postgres', 'afterInsert'), database('"postgresst"'));
    assert.equal(completed(database('po|st'), 'postgres', 'afterInsert'), database('"postgres"'));
    assert.deepEqual(labels(database('"|"')), ['postgres', 'aurora-postgresql']);
  });

  it('keeps line ends', () => {
    const marked = database('|').replaceAll('\n', '\r\n');
    assert.equal(completed(marked, 'postgres'), marked.replace('|', '"postgres"'));
  });

  it('offers them in nested blocks, objects, data blocks and modules', () => {
    const cases: [string, string][] = [
      ['resource "google_container_cluster" "a" {\n  network_policy {\n    provider = "|"\n  }\n}\n', 'CALICO'],
      ['resource "google_container_cluster" "a" {\n  network_policy { provider = "|" }\n}\n', 'CALICO'],
      ['module "a" {\n  source = "terraform-aws-modules/rds/aws"\n  engine = "|"\n}\n', 'postgres'],
      ['data "aws_rds_cluster" "a" {\n  engine = |\n}\n', 'aurora-postgresql'],
    ];
    for (const [marked, value] of cases)
      assert.equal(completed(marked, value), marked.replace(/"?\|"?/, `"${value}"`), marked);
  });

  it('offers a glob once the version is known', () => {
    const version = ({ name }: Identifier) => (name === 'google_sql_database_instance' ? 'POSTGRES_17' : undefined);
    const marked = 'resource "google_sql_database_instance" "a" {\n  database_version = "|"\n}\n';
    assert.ok(labels(marked, catalogWith(version)).includes('POSTGRES_17'));
    assert.ok(!labels(marked).includes('POSTGRES_17'));
  });

  it('is silent where no such value goes', () => {
    const nowhere = [
      database('var.|'),
      database(`"\${var.|}"`),
      database(`"a\${|}"`),
      database('x ? "|" : "b"'),
      database('<<EOT\n  |\n  EOT'),
      database('"a"|'),
      database('"a" |'),
      database('| "a"'),
      'resource "aws_db_instance" "a" {\n  # engine = "|"\n}\n',
      'resource "aws_db_instance" "a" {\n  /* engine = "|" */\n}\n',
      'resource "aws_db_instance" "a" {\n  description = <<EOT\n  engine = "|"\n  EOT\n}\n',
      'resource "aws_db_instance" "a" {\n  name = "|"\n}\n',
      'resource "unheard_of" "a" {\n  engine = "|"\n}\n',
      'locals {\n  engine = "|"\n}\n',
      'engine = "|"\n',
    ];
    for (const marked of nowhere) assert.deepEqual(labels(marked), [], marked);
  });
});

describe('Completion of charts, providers and modules in Terraform', () => {
  const release = (...lines: string[]) =>
    ['resource "helm_release" "a" {', ...lines.map((line) => `  ${line}`), '}', ''].join('\n');

  it('inserts a chart with what belongs to it and is not there yet', () => {
    const whole = release(
      'chart      = "kong"',
      'repository = "https://charts.konghq.com"',
      'version    = "2.52.0"',
      'name       = "x"',
    );
    for (const typed of ['"|"', '"ko|ng"', '"ko|', '|', 'ko|n'])
      assert.equal(completed(release(`chart      = ${typed}`, 'name       = "x"'), 'kong'), whole, typed);
    assert.equal(
      completed(release('chart      = "ko|"', 'name       = "x"').replaceAll('\n', '\r\n'), 'kong'),
      whole.replaceAll('\n', '\r\n'),
    );
    assert.equal(
      completed(release('version = "1"', 'chart = "ko|ng"', 'repository = "https://b"'), 'kong', 'afterInsert'),
      release('version = "1"', 'chart = "kongng"', 'repository = "https://b"'),
    );
  });

  it('offers repository and version of the chart', () => {
    const around = (line: string) => release(line, 'chart = "kong"');
    assert.equal(
      completed(around('repository = "|"'), 'https://charts.konghq.com'),
      around('repository = "https://charts.konghq.com"'),
    );
    assert.equal(completed(around('version = "1|.0"'), '2.52.0', 'afterInsert'), around('version = "2.52.0"'));
    assert.deepEqual(labels(release('repository = "https://charts.konghq.com/"', 'chart = "kong"', 'version = "|"')), [
      '2.52.0',
    ]);
    const elsewhere = release('repository = "https://example.com"', 'chart = "kong"', 'version = "|"');
    assert.deepEqual(labels(elsewhere), [], 'the version of another place');
  });

  const providers = (body: string) => `terraform {\n  required_providers {\n    keycloak = {\n${body}\n    }\n  }\n}\n`;

  it('offers sources of providers and modules, and their versions', () => {
    const source = (value: string) => providers(`      source  = ${value}`);
    for (const typed of ['"|"', '"keyc|"', '"keyc|', '|'])
      assert.equal(completed(source(typed), 'keycloak/keycloak'), source('"keycloak/keycloak"'), typed);
    assert.equal(
      completed(
        'terraform {\n  required_providers {\n    aws = { source = "|, version = "1" }\n  }\n}\n',
        'hashicorp/aws',
      ),
      'terraform {\n  required_providers {\n    aws = { source = "hashicorp/aws", version = "1" }\n  }\n}\n',
    );
    const version = (value: string) => providers(`      source  = "keycloak/keycloak"\n      version = "${value}"`);
    assert.equal(completed(version('|'), '~> 5.0'), version('~> 5.0'));
    const module = (value: string) => `module "a" {\n  source = "${value}"\n}\n`;
    assert.equal(completed(module('eks|'), 'terraform-aws-modules/eks/aws'), module('terraform-aws-modules/eks/aws'));
    const known = (value: string) =>
      `module "a" {\n  source  = "terraform-aws-modules/eks/aws"\n  version = "${value}"\n}\n`;
    assert.equal(completed(known('|'), '21.0.0'), known('21.0.0'));
  });

  it('never offers a module that is the technology only with an attribute', () => {
    const all = catalogWith(() => '1.0.0');
    const found = completionsIn('main.tf', 'module "a" {\n  source = "rds|"\n}\n', all).map((one) => one.label);
    assert.ok(!found.includes('terraform-aws-modules/rds/aws'));
  });
});

describe('Completion of blocks in Terraform', () => {
  const inserted = bucket.body;

  it('inserts a snippet at the root, on a word or an empty line', () => {
    for (const typed of ['|', 's3|', 'buck|et', 'stockage objet|'])
      assert.equal(
        completed(
          `a "b" {
}
${typed}

c "d" {
}
`,
          'S3 bucket',
        ),
        `a "b" {
}
${inserted}

c "d" {
}
`,
        typed,
      );
    assert.equal(completed('  s3|', 'S3 bucket'), `  ${inserted.replaceAll('\n', '\n  ')}`);
    assert.equal(completed('|', 'S3 bucket'), inserted);
    const half = 'resource "a" "b" {\n  x = "half\n}\n\n';
    assert.equal(completed(`${half}s3|\n`, 'S3 bucket'), `${half}${inserted}\n`, 'something above is broken');
    assert.equal(completed('buck|et', 'S3 bucket', 'afterInsert'), `${inserted}et`);
    assert.equal(completed('a = 1\r\ns3|', 'S3 bucket'), `a = 1\r\n${inserted.replaceAll('\n', '\r\n')}`);
  });

  it('offers only what fits the kind of file and is recommended', () => {
    assert.deepEqual(labels('s|'), ['S3 bucket']);
    assert.deepEqual(labels('mysql|'), []);
    assert.deepEqual(labels('|'), ['S3 bucket']);
  });

  it('is silent inside of blocks, comments, heredocs and headers', () => {
    const nowhere = [
      'resource "a" "b" {\n|\n}\n',
      'resource "a" "b" {\n  s3|\n}\n',
      'resource "a" "b" {\n|\n',
      '# s3|',
      '/*\ns3|\n*/\n',
      'x = <<EOT\ns3|\nEOT\n',
      'x = [\n  s3|\n]\n',
      'resource s3| {\n}\n',
      'resource "s3|" "a" {\n}\n',
      's3| {\n}\n',
      's3| = 1\n',
      'x = 1 s3|\n',
      'x = |',
    ];
    for (const marked of nowhere) assert.deepEqual(labels(marked), [], marked);
  });

  it('is silent in the JSON syntax', () => {
    assert.deepEqual(completionsIn('main.tf.json', '{ "resource": { "|" } }', offered.en, snippets), []);
  });
});

describe('Completion in broken Terraform', () => {
  it('closes what is open and leaves the rest alone', () => {
    const marked = text`
      resource "aws_db_instance" "a" {
        engine = "|
      }`;
    assert.equal(
      completed(marked, 'postgres'),
      text`
      resource "aws_db_instance" "a" {
        engine = "postgres"
      }`,
    );
  });
});
