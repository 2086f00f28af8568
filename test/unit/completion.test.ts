import assert from 'node:assert/strict';
import type { Snippet } from '../../server/src/core/model';
import { completionsIn, offered } from '../support/completions';

const snippet = (name: string, body: string, scope: NonNullable<Snippet['scope']> = 'dependencies'): Snippet => ({
  name,
  kind: 'package-json',
  prefix: ['graph'],
  body,
  description: { en: 'Nodes and edges', fr: 'Nœuds et arêtes' },
  technology: 'neo4j',
  role: 'graph-database',
  scope,
});

const [driver, mapper] = ['"neo4j-driver": "^6.0.0",', '"neo4j-ogm": "^1.0.$1",'];
const snippets = [
  snippet('Neo4j set', `${driver}\n${mapper}\n"react": "^19.1.0"$0`),
  snippet('Neo4j tools', '"neo4j-tools": "^1.0.0"', 'devDependencies'),
];

const labels = (marked: string) => completionsIn('package.json', marked, offered.en, snippets).map((one) => one.label);

function completed(marked: string, label: string, mode: 'after' | 'afterInsert' = 'after'): string {
  const all = completionsIn('package.json', marked, offered.en, snippets);
  return all.find((one) => one.label === label)?.[mode] ?? `no ${label} among: ${all.map((one) => one.label)}`;
}

const map = (...lines: string[]) => ['{', '  "dependencies": {', ...lines, '  }', '}', ''].join('\n');

describe('Completion of names in package.json', () => {
  it('inserts name and version, wherever the cursor is in what is typed', () => {
    const after = map('    "pg": "^8.16.0"');
    for (const typed of ['|', 'po|', 'po|st', '"|"', '"po|"', '"po|st"', '"po|', '"|', '"postgrse|":', '"po|": ""'])
      assert.equal(completed(map(`    ${typed}`), 'pg'), after, typed);
  });

  it('puts the commas that are needed: first, last, between, where one is missing before', () => {
    const [a, b, pg] = ['    "a": "1"', '    "b": "2"', '    "pg": "^8.16.0"'];
    const typings = ['    |', '    "po|"', '    po|', '    "po|'];
    for (const typed of typings) {
      assert.equal(completed(map(typed, b), 'pg'), map(`${pg},`, b), `first ${typed}`);
      assert.equal(completed(map(`${a},`, typed), 'pg'), map(`${a},`, pg), `last ${typed}`);
      assert.equal(completed(map(`${a},`, typed, b), 'pg'), map(`${a},`, `${pg},`, b), `between ${typed}`);
      assert.equal(completed(map(a, typed, b), 'pg'), map(`${a},`, `${pg},`, b), `comma missing ${typed}`);
      assert.equal(completed(map(a, typed), 'pg'), map(`${a},`, pg), `comma missing, last ${typed}`);
      assert.equal(completed(map(`${a},`, `${typed},`, b), 'pg'), map(`${a},`, `${pg},`, b), `comma there ${typed}`);
    }
    assert.equal(
      completed(map('    "a": { "x": [1] } // no comma', '    po|'), 'pg'),
      map('    "a": { "x": [1] }, // no comma', pg),
    );
  });

  it('replaces the name alone where a value follows, and leaves its rest to those who want it', () => {
    const marked = map('    "rea|ct": "18",', '    "b": "2"');
    assert.equal(completed(marked, 'react'), map('    "react": "18",', '    "b": "2"'));
    assert.equal(completed(map('    "po|st": "8"'), 'pg'), map('    "pg": "8"'));
    assert.equal(completed(map('    "po|st": "8"'), 'pg', 'afterInsert'), map('    "pgst": "8"'));
    assert.equal(completed(map('    "po|: "8",'), 'pg'), map('    "pg": "8",'));
    assert.equal(completed(map('    po|: "8",'), 'pg'), map('    "pg": "8",'));
    assert.equal(completed(map('    "po|st"'), 'pg', 'afterInsert'), map('    "pg": "^8.16.0"'));
  });

  it('works in one line, in the other maps and with other line ends', () => {
    assert.equal(completed('{"dependencies":{|}}', 'pg'), '{"dependencies":{"pg": "^8.16.0"}}');
    assert.equal(
      completed('{ "dependencies": { "po|, "b": "2" } }', 'pg'),
      '{ "dependencies": { "pg": "^8.16.0", "b": "2" } }',
    );
    assert.equal(
      completed('{ "dependencies": { "b": "2" po| } }', 'pg'),
      '{ "dependencies": { "b": "2", "pg": "^8.16.0" } }',
    );
    for (const scope of ['devDependencies', 'peerDependencies', 'optionalDependencies'])
      assert.equal(completed(`{"${scope}":{"p|"}}`, 'pg'), `{"${scope}":{"pg": "^8.16.0"}}`);
    const windows = '{\r\n\t"dependencies": {\r\n\t\t"a": "1"\r\n\t\tpo|\r\n\t}\r\n}\r\n';
    assert.equal(completed(windows, 'pg'), windows.replace('"1"', '"1",').replace('po|', '"pg": "^8.16.0"'));
  });

  it('works while the file is broken', () => {
    assert.equal(completed('{ "dependencies": { "p|', 'pg'), '{ "dependencies": { "pg": "^8.16.0"');
    assert.equal(
      completed('{ "dependencies": {\n    po|\n  "devDependencies": { "a": "1" } }', 'pg'),
      '{ "dependencies": {\n    "pg": "^8.16.0",\n  "devDependencies": { "a": "1" } }',
    );
    assert.equal(completed(map('    "half', '    "po|"'), 'pg'), map('    "half', '    "pg": "^8.16.0"'));
  });

  it('offers no name twice in a map', () => {
    assert.ok(!labels(map('    "pg": "8",', '    |')).includes('pg'));
    assert.ok(labels(map('    "pg|": "8"')).includes('pg'), 'what is being typed may stay');
    assert.ok(labels('{"dependencies":{"pg":"8"},"devDependencies":{|}}').includes('pg'));
  });

  it('is silent where no name goes', () => {
    const nowhere = [
      '{ | }',
      '{ "name": "p|" }',
      '{ "scripts": { "p|" } }',
      '{ "overrides": { | } }',
      '{ "pnpm": { "x": { "dependencies": { | } } } }',
      '{ "dependencies": "p|" }',
      map('    // po|'),
      map('    /* po| */'),
      map('    /*', '    |', '    */'),
      map('    "a": "1" |'),
      map('    "a": "1"|'),
      map('    "a": "1"|,', '    "b": "2"'),
      map('    "a":', '    po|'),
      '|',
      'pos|',
    ];
    for (const marked of nowhere) assert.deepEqual(labels(marked), [], marked);
  });
});

describe('Completion of versions in package.json', () => {
  it('offers that of the knowledge base and replaces what is there', () => {
    const after = map('    "pg": "^8.16.0",', '    "b": "2"');
    for (const typed of ['"|",', '"8|.0.0",', '"8.0|', '"|', '|', '8|', '^7|,'])
      assert.equal(completed(map(`    "pg": ${typed}`, '    "b": "2"'), '^8.16.0'), after, typed);
    assert.equal(completed(map('    "pg": "8|.0.0"'), '^8.16.0', 'afterInsert'), map('    "pg": "^8.16.0"'));
  });

  it('is silent about what it does not know, does not recommend or cannot change', () => {
    for (const typed of ['"unheard-of": "|"', '"mysql2": "|"', '"web3": "|"', '"pg": "workspace:|"', '"pg": "npm:x@|"'])
      assert.deepEqual(labels(map(`    ${typed}`)), [], typed);
    assert.deepEqual(labels(map('    "pg": // |')), []);
  });
});

describe('Completion of sets of lines in package.json', () => {
  it('inserts the lines of the map that they are for, indented, with the comma', () => {
    assert.equal(
      completed(map('    "a": "1"', '    grap|', '    "b": "2"'), 'Neo4j set'),
      map('    "a": "1",', `    ${driver}`, `    ${mapper}`, '    "react": "^19.1.0"$0,', '    "b": "2"'),
    );
    assert.equal(
      completed('{"devDependencies":{"|"}}', 'Neo4j tools'),
      '{"devDependencies":{"neo4j-tools": "^1.0.0"}}',
    );
    assert.ok(!labels(map('    |')).includes('Neo4j tools'));
    assert.ok(!labels(map('    "a|": "1"')).includes('Neo4j set'), 'no set of lines in the place of a name');
  });

  it('leaves out what is there already', () => {
    assert.equal(
      completed(map('    "react": "19",', '    |'), 'Neo4j set'),
      map('    "react": "19",', `    ${driver}`, `    ${mapper.replace(/,$/, '')}`),
    );
    const all = map('    "react": "19",', '    "neo4j-driver": "5",', '    "neo4j-ogm": "1",', '    |');
    assert.ok(!labels(all).includes('Neo4j set'));
  });

  it('keeps line ends', () => {
    const marked = '{\r\n  "dependencies": {\r\n    |\r\n  }\r\n}\r\n';
    assert.equal(
      completed(marked, 'Neo4j set'),
      marked.replace('|', `${driver}\r\n    ${mapper}\r\n    "react": "^19.1.0"$0`),
    );
  });
});

describe('What completion finds', () => {
  const found = (typed: string, locale: 'en' | 'fr' = 'en') =>
    completionsIn('package.json', map(`    "${typed}|"`), offered[locale]).map((one) => one.label);

  it('by name, technology, alias and role in both languages', () => {
    const queries = [
      'pg',
      'postgres',
      'PostgreSQL',
      'database',
      'relational',
      'sql',
      'base de données',
      'BASE DE DONNEES',
    ];
    for (const query of queries)
      for (const locale of ['en', 'fr'] as const) assert.equal(found(query, locale)[0], 'pg', `${query} ${locale}`);
    assert.deepEqual(found('bus d’événements'), ['kafkajs', 'pulsar-client']);
    assert.deepEqual(found('DB Relationnelle', 'fr'), ['pg'], 'the component as the row writes it');
    assert.deepEqual(found('apollo'), ['@apollo/client']);
    assert.deepEqual(found('@apollo/c'), ['@apollo/client']);
  });

  it('with the errors of fast fingers', () => {
    assert.equal(found('postgrse')[0], 'pg');
    assert.equal(found('kafak')[0], 'kafkajs');
    assert.equal(found('raect')[0], 'react');
    assert.equal(found('neoj4')[0], 'neo4j-driver');
    assert.deepEqual(found('qqqqqq'), []);
  });

  it('in the order of the document, the unjudged last', () => {
    const all = found('');
    const inOrder = ['kafkajs', 'pulsar-client', 'pg', 'mongodb', 'ioredis', 'neo4j-driver', 'react', 'vue', 'ethers'];
    assert.deepEqual(
      all.filter((one) => inOrder.includes(one)),
      inOrder,
    );
    assert.deepEqual(found('database').slice(0, 2), ['pg', 'mongodb'], 'what is found as well is in that order, too');
    assert.equal(found('vue')[0], 'vue', 'the very name comes first');
  });

  it('survives the filter of the client: it is given back what was typed', () => {
    const [first] = completionsIn('package.json', map('    "kafak|x"'), offered.en);
    assert.equal(first?.filterText, '"kafak');
    assert.equal(first?.sortText, '000');
  });

  it('says what it is', () => {
    const [first] = completionsIn('package.json', map('    "pg|"'), offered.fr);
    assert.equal(first?.detail, 'PostgreSQL — recommandé pour DB Relationnelle ou Time Series');
  });
});
