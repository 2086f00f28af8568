import assert from 'node:assert/strict';
import { bundledCatalogs, catalogOf, documentOf } from '../support/bundled';
import { findingsIn, text } from '../support/findings';

const manifest = (...names: string[]) =>
  JSON.stringify({ dependencies: Object.fromEntries(names.map((name) => [name, '1'])) }, null, 2);
const marksOf = (drawn: string) =>
  drawn
    .split('\n')
    .filter((line) => line.includes('^'))
    .map((line) => line.replace(/^ *\^+ /, ''));
const inPackage = (catalog: Parameters<typeof findingsIn>[2], ...names: string[]) =>
  marksOf(findingsIn('package.json', manifest(...names), catalog));
const inTerraform = (catalog: Parameters<typeof findingsIn>[2], content: string) =>
  findingsIn('main.tf', content, catalog);

describe('Verdicts of the bundled stack', () => {
  const { en } = bundledCatalogs;

  it('name the recommended choice, on the attribute that decides', () => {
    const content = text`
      resource "aws_db_instance" "a" {
        engine = "mysql"
      }
      resource "aws_db_instance" "b" {
        engine = "postgres"
      }
      resource "aws_db_instance" "c" {
        engine = var.engine
      }`;
    assert.equal(
      inTerraform(en, content),
      text`
      resource "aws_db_instance" "a" {
        engine = "mysql"
                  ^^^^^ warning not-recommended mysql → postgresql
      }
      resource "aws_db_instance" "b" {
        engine = "postgres"
      }
      resource "aws_db_instance" "c" {
        engine = var.engine
      }`,
    );
  });

  it('are softer for relatives: AKS beside EKS and GKE, Valkey beside Redis, self-hosted MongoDB beside Atlas', () => {
    const content = text`
      resource "azurerm_kubernetes_cluster" "a" {
      }
      resource "aws_elasticache_replication_group" "b" {
        engine = "valkey"
      }`;
    assert.equal(
      inTerraform(en, content),
      text`
      resource "azurerm_kubernetes_cluster" "a" {
                ^^^^^^^^^^^^^^^^^^^^^^^^^^ hint not-recommended aks → kubernetes, eks, gke
      }
      resource "aws_elasticache_replication_group" "b" {
        engine = "valkey"
                  ^^^^^^ hint not-recommended valkey → redis
      }`,
    );
    assert.match(
      findingsIn('values.yaml', 'image: mongo:7', en),
      /hint not-recommended mongodb → mongodb-atlas, cosmosdb/,
    );
  });

  it('never propose what is deprecated: viem is to become ethers, not web3', () => {
    assert.deepEqual(inPackage(en, 'viem'), ['warning not-recommended viem → ethers']);
    assert.deepEqual(inPackage(en, 'web3'), ['~warning deprecated web3js → ethers']);
  });

  it('are one finding for one dependency, whatever the number of its roles', () => {
    assert.deepEqual(inPackage(en, 'dd-trace').length, 1);
  });

  it('say the severity at the first place of a technology, hints at its others', () => {
    assert.deepEqual(inPackage(en, 'mysql', 'mysql2'), [
      'warning not-recommended mysql → postgresql',
      'hint not-recommended mysql → postgresql',
    ]);
  });

  it('are hints at most for data blocks and peers', () => {
    assert.match(
      inTerraform(en, 'data "aws_sqs_queue" "q" {\n}\ndata "aws_ecs_cluster" "c" {\n}'),
      /hint not-recommended .*\n.*\n.*\n.*hint/,
    );
    assert.deepEqual(marksOf(findingsIn('package.json', '{"peerDependencies":{"mobx":"6"}}', en)), [
      'hint not-recommended mobx → redux-toolkit, pinia',
    ]);
  });

  it('are silent for look-alikes, neutral and unknown names', () => {
    assert.deepEqual(inPackage(en, 'axios', '@solana/kit-unknown', 'left-pad', 'prisma', '@types/node'), []);
    assert.equal(marksOf(findingsIn('values.yaml', 'image: oliver006/redis_exporter:v1', en)).length, 0);
    assert.equal(marksOf(findingsIn('values.yaml', 'image: nginx:1', en)).length, 0);
  });

  it('are silent for the lock table of Terraform, and for redux beside Redux Toolkit', () => {
    const table = (key: string) => `resource "aws_dynamodb_table" "t" {\n  hash_key = "${key}"\n}`;
    assert.deepEqual(marksOf(inTerraform(en, table('LockID'))), []);
    assert.deepEqual(marksOf(inTerraform(en, table('id'))).length, 1);
    assert.deepEqual(inPackage(en, 'redux', '@reduxjs/toolkit'), []);
    assert.deepEqual(inPackage(en, 'redux').length, 1);
  });

  it('give one hint for PostgreSQL without Patroni, and only for charts that are known to come without', () => {
    const chart = (name: string, repository: string) =>
      `dependencies:\n  - name: ${name}\n    version: 1.0.0\n    repository: ${repository}\n`;
    assert.deepEqual(marksOf(findingsIn('Chart.yaml', chart('postgresql', 'https://charts.bitnami.com/bitnami'), en)), [
      'hint not-recommended postgresql → postgresql',
    ]);
    assert.deepEqual(
      marksOf(findingsIn('Chart.yaml', chart('pgo', 'oci://registry.developers.crunchydata.com/crunchydata'), en)),
      [],
    );
  });

  it('are not given in vendored files', () => {
    assert.deepEqual(marksOf(findingsIn('web/node_modules/x/package.json', manifest('mobx'), en)), []);
    assert.deepEqual(
      marksOf(findingsIn('.terraform/modules/x/main.tf', 'resource "aws_ecs_cluster" "c" {\n}', en)),
      [],
    );
  });
});

describe('Verdicts of other stacks', () => {
  it('RabbitMQ and MySQL: the document turns them around', () => {
    const catalog = catalogOf(documentOf('Event bus | RabbitMQ | known', 'Relational database | MySQL | in use'));
    assert.deepEqual(inPackage(catalog, 'amqplib', 'mysql2'), []);
    assert.deepEqual(inPackage(catalog, 'kafkajs', 'pg'), [
      'warning not-recommended kafka → rabbitmq',
      'warning not-recommended postgresql → mysql',
    ]);
    assert.deepEqual(inPackage(catalog, 'mobx', 'viem'), []);
  });

  it('Valkey and AKS: relatives of what is recommended are hints, clients that serve both are fine', () => {
    const catalog = catalogOf(
      documentOf('Key-value store | Valkey | free', 'Orchestration | Kubernetes (AKS) | one cloud'),
    );
    assert.deepEqual(inPackage(catalog, 'ioredis', 'iovalkey', '@kubernetes/client-node'), []);
    assert.equal(
      inTerraform(
        catalog,
        'resource "aws_eks_cluster" "c" {\n}\nresource "azurerm_kubernetes_cluster" "c" {\n}\nresource "aws_ecs_cluster" "c" {\n}',
      ),
      text`
      resource "aws_eks_cluster" "c" {
                ^^^^^^^^^^^^^^^ hint not-recommended eks → kubernetes, aks
      }
      resource "azurerm_kubernetes_cluster" "c" {
      }
      resource "aws_ecs_cluster" "c" {
                ^^^^^^^^^^^^^^^ warning not-recommended amazon-ecs → kubernetes, aks
      }`,
    );
  });

  it('TimescaleDB only: its clients are PostgreSQL clients', () => {
    const catalog = catalogOf(documentOf('Time series | TimescaleDB | one database'));
    assert.deepEqual(inPackage(catalog, 'pg', 'mysql2', '@influxdata/influxdb-client'), [
      'warning not-recommended influxdb → timescaledb',
    ]);
  });

  it('rings: hold warns, assess informs, trial recommends', () => {
    const catalog = catalogOf(
      documentOf(
        'Event bus | Kafka | | adopt',
        'Event bus | RabbitMQ | leaving | hold',
        'Event bus | NATS | new | assess',
        'Event bus | Pulsar | | trial',
      ),
    );
    assert.deepEqual(inPackage(catalog, 'amqplib', '@nats-io/nats-core', 'pulsar-client'), [
      'warning not-recommended rabbitmq',
      'information not-recommended nats',
    ]);
  });

  it('recommended in one role and on hold in another is a hint', () => {
    const catalog = catalogOf(
      documentOf('Logs | Elasticsearch | search | adopt', 'Time series | Elasticsearch | use InfluxDB | hold'),
    );
    assert.deepEqual(inPackage(catalog, '@elastic/elasticsearch'), ['hint not-recommended elasticsearch']);
  });

  it('an empty or strange document says nothing', () => {
    for (const markdown of ['', '# Nothing', documentOf(), documentOf('Coffee | Arabica | taste')]) {
      assert.deepEqual(inPackage(catalogOf(markdown), 'mysql2', 'mobx'), []);
    }
  });
});
