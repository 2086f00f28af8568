import assert from 'node:assert/strict';
import { recommend } from '../../server/src/core/features/assistantRecommend';
import { wholeStack } from '../../server/src/core/features/assistantStack';
import { answered, findingsIn, problemOf, rowsFor, snippetOf, verdictsOn } from '../support/assistants';
import { bundled, bundledCatalogs, catalogOf, documentOf } from '../support/bundled';

const { en, fr } = bundledCatalogs;
const { snippets } = bundled;

describe('What an assistant is told', () => {
  describe('for a need', () => {
    it('is the row for a role, in English and French, in the singular and the plural', () => {
      for (const need of ['message queue', 'Message queues', 'event bus', 'courtier de messages', 'file de messages'])
        assert.deepEqual(rowsFor(need), ['Event Bus: kafka, pulsar'], need);
      assert.deepEqual(rowsFor('Base de données relationnelle', fr), ['DB Relationnelle: postgresql']);
    });

    it('is the row for a role that a sentence names', () => {
      for (const [need, row] of [
        ['We need a message queue between services', 'Event Bus: kafka, pulsar'],
        ['a SQL database to store our orders', 'Relational Database: postgresql'],
        ['authentication for a web app', 'Identity Provider: keycloak, auth0'],
        ['une base de données relationnelle pour les commandes', 'Relational Database: postgresql'],
      ] as const)
        assert.deepEqual(rowsFor(need), [row], need);
    });

    it('is the row that names a technology, or else those for what it does', () => {
      assert.deepEqual(rowsFor('Kafka'), ['Event Bus: kafka, pulsar']);
      assert.deepEqual(rowsFor('MySQL'), ['Relational Database: postgresql']);
      assert.deepEqual(rowsFor('should we use RabbitMQ?'), ['Event Bus: kafka, pulsar']);
    });

    it('is found by a part of a name, and with a typing error', () => {
      assert.equal(rowsFor('graph')[0], 'Graph Database: neo4j');
      assert.deepEqual(rowsFor('postgrse'), ['Relational Database: postgresql']);
      assert.equal(rowsFor('database').length, 4);
    });

    it('has ring, justification, names with versions and snippets', () => {
      const { text, content } = answered(recommend('relational database', { catalog: en, snippets }));
      const [row] = content.rows;
      assert.deepEqual([row?.ring, row?.recommendation], ['adopt', 'PostgreSQL (with Patroni)']);
      const npm = row?.technologies[0]?.insert.find(({ ecosystem }) => ecosystem === 'npm');
      assert.match(`${npm?.name} ${npm?.version}`, /^pg \^\d+\.\d+\.\d+$/);
      const chart = row?.technologies[0]?.insert.find(({ ecosystem }) => ecosystem === 'helm');
      assert.match(chart?.repository ?? '', /^https:/);
      assert.match(text, /^Relational Database: PostgreSQL \(with Patroni\) \[adopt\]\. Reliability/);
      assert.match(text, /\n {2}insert npm: pg \^\d.+\n/);
      assert.match(text, /\n {2}snippets terraform: .*RDS for PostgreSQL/);
    });

    it('is that the stack says nothing, with the rows that may be meant', () => {
      const { text, content } = answered(recommend('qqqqqqq', { catalog: en, snippets }));
      assert.deepEqual([content.rows, content.near], [[], []]);
      assert.match(text, /^The stack has no row for “qqqqqqq”: .+\nThe stack has rows for: Cloud Provider, /);
      assert.equal(content.components.length, en.recommendations.length);
      assert.deepEqual(rowsFor('ORM'), []);
      const near = answered(recommend('image resizing', { catalog: en, snippets })).content.near;
      assert.deepEqual(near, ['Container Security']);
    });

    it('follows the document, its rings and words; nothing on hold or deprecated is recommended', () => {
      const own = catalogOf(
        documentOf(
          'Relational database | MySQL | we know it',
          'Event bus | Kafka | too big | hold',
          'SQL | SQLite | | trial',
        ),
      );
      assert.deepEqual(rowsFor('SQL', own), ['Relational database: mysql', 'SQL: sqlite']);
      assert.deepEqual(rowsFor('message queue', own), ['Event bus: ']);
      assert.match(answered(recommend('event bus', { catalog: own, snippets })).text, /^Event bus: Kafka \[hold\]/);
      assert.deepEqual(rowsFor('graph database', own), []);
    });

    it('is about whatever was asked, in no time', () => {
      for (const need of ['', ' ', '-', '…', 'a'.repeat(500), 'x '.repeat(250), '\u0000', '𝒳 ½ ﷽', '()[]{}\\*+?'])
        assert.ok('text' in recommend(need, { catalog: en, snippets }), need);
    });
  });

  describe('of a name', () => {
    it('is the verdict, and what is recommended in the same ecosystem', () => {
      assert.deepEqual(verdictsOn('npm:mysql2'), ['npm:mysql2 not-recommended warning: postgresql']);
      assert.deepEqual(verdictsOn('mysql2'), ['npm:mysql2 not-recommended warning: postgresql']);
      assert.deepEqual(verdictsOn('image:postgres'), ['image:postgres recommended: postgresql']);
    });

    it('is each ecosystem where it is not said, and the technology', () => {
      assert.ok(verdictsOn('MySQL').includes('helm:mysql not-recommended warning: postgresql'));
      assert.ok(verdictsOn('MySQL').includes('MySQL not-recommended warning: postgresql'));
      assert.equal(new Set(verdictsOn('redis')).size, verdictsOn('redis').length);
    });

    it('is what the rows say for a role, and nothing for what is not known', () => {
      assert.deepEqual(verdictsOn('Relational database'), ['Relational database unknown: postgresql']);
      assert.deepEqual(verdictsOn('left-pad'), ['left-pad unknown: ']);
    });

    it('follows the document', () => {
      const own = catalogOf(documentOf('Relational database | MySQL | we know it'));
      assert.deepEqual(verdictsOn('npm:mysql2', own), ['npm:mysql2 recommended: mysql']);
      assert.deepEqual(verdictsOn('npm:pg', own), ['npm:pg not-recommended warning: mysql']);
      assert.deepEqual(verdictsOn('npm:kafkajs', own), ['npm:kafkajs unjudged: ']);
    });
  });

  describe('of a manifest', () => {
    it('is each finding with its place and what can stand there instead', () => {
      const text = '{\n  "dependencies": {\n    "mysql2": "3",\n    "pg": "8"\n  }\n}\n';
      assert.deepEqual(findingsIn('package.json', text), ['3:6-3:12 warning npm:mysql2: postgresql']);
      assert.deepEqual(findingsIn('main.tf', 'resource "aws_db_instance" "a" {\n  engine = "mysql"\n}\n'), [
        '2:13-2:18 warning terraform-resource:aws_db_instance: postgresql',
      ]);
    });

    it('is nothing where there is nothing to say, and where the text is broken', () => {
      assert.deepEqual(findingsIn('package.json', '{ "dependencies": { "pg": "8" } }'), []);
      assert.deepEqual(findingsIn('package.json', '{ "dependencies": { '), []);
    });
  });

  describe('of a snippet', () => {
    it('is its plain text, for a kind of file or the path of one', () => {
      const { content } = answered(snippetOf('Redis client', 'package.json'));
      assert.match(content.text, /^"redis": "\^\d+\.\d+\.\d+"$/);
      assert.deepEqual([content.kind, content.scope], ['package-json', 'dependencies']);
      const { text, content: terraform } = answered(snippetOf('postgres', 'infra/main.tf'));
      assert.match(terraform.text, /^resource /);
      assert.doesNotMatch(terraform.text, /\$\{\d/);
      assert.ok(terraform.others.includes('RDS for PostgreSQL'));
      assert.match(text, /\n- RDS for PostgreSQL$/m);
    });

    it('is the one that is called so', () => {
      const { content } = answered(snippetOf('rds for postgresql', 'terraform'));
      assert.equal(content.name, 'RDS for PostgreSQL');
      assert.ok(!content.others.includes('RDS for PostgreSQL'));
    });

    it('is why there is none', () => {
      assert.match(problemOf(snippetOf('MySQL', 'terraform')), /^There is no snippet of MySQL .+ PostgreSQL/);
      assert.match(
        problemOf(snippetOf('Kafka', 'notes.txt')),
        /^notes\.txt is no kind of file .+ package-json, .*terraform/,
      );
      assert.match(problemOf(snippetOf('kafak', 'terraform', fr)), /Vouliez-vous dire Apache Kafka \?$/);
      assert.match(problemOf(snippetOf('ethers', 'terraform')), /There is one for: package-json\.$/);
    });
  });

  it('is the whole stack, section by section', () => {
    const { text, content } = answered(wholeStack(en));
    assert.equal(content.rows.length, en.recommendations.length);
    assert.equal(text.match(/^## /gm)?.length, 8);
    assert.match(text, /^- Event Bus: Kafka\/Pulsar \[adopt\]\. /m);
    assert.match(answered(wholeStack(fr)).text, /^- Service Mesh : .+ \[adopter\]/m);
  });
});
