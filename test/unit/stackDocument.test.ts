import assert from 'node:assert/strict';
import { readStackDocument } from '../../server/src/core/catalog/stackDocument';
import { catalogOf, documentOf } from '../support/bundled';
import { findingsIn, text } from '../support/findings';
import { assertTold, blamed, seed } from '../support/stackDocuments';

/** The rows of a document: section, line from 1, component, technology and what else they say. */
const rowsOf = (content: string) =>
  readStackDocument(content).rows.map((row) => {
    const others = [row.ring, row.isEnforced && 'enforced', row.owner, row.link].filter(Boolean).join(' ');
    return `${row.section}:${row.line + 1} ${row.component.value} = ${row.technology.value} (${row.justification}) ${others}`;
  });

describe('What is too much of a stack document', () => {
  const why = 'why '.repeat(500);

  it('is left out of a cell, whose row and place stay', () => {
    const content = documentOf(`SQL | PostgreSQL | ${why}because | adopt`);
    const [row] = readStackDocument(content).rows;
    assert.equal(row?.justification, why.slice(0, 1999).trim());
    assert.equal(content.slice(row?.technology.span.start, row?.technology.span.end), 'PostgreSQL');
  });

  it('is left out of a paragraph, and not of code, tables and headings around it', () => {
    const code = `\`\`\`\n${'[a]\n'.repeat(600)}\`\`\``;
    const rows = '| [SQL](https://a.b) | `MySQL` |\n'.repeat(400);
    const content = `# A\n${'[a][ '.repeat(800)}\n\n## B\n\n${code}\n\n|Component|Technology|\r\n|-|-|\r\n${rows}`;
    const read = readStackDocument(content).rows;
    assert.deepEqual([read.length, read[399]?.section, read[399]?.component.value], [400, 'B', 'SQL']);
  });
});

describe('A stack document', () => {
  it('is found by its headers in French and English, in any order, among other columns', () => {
    const content = text`
      # Ours

      ## Données

      | Domaine | Justification | Technologie | Composant | Anneau | Obligatoire | Responsable | Lien |
      |--|--|--|--|--|--|--|--|
      | Data | ACID | PostgreSQL | SQL | adopter | oui | équipe data | [ADR-1](https://acme.com/1) |

      ## Backend

      Some words.

      ### Messaging

      | Link | Status | Technology | Cost | Component | Enforced | Owner | Why |
      |--|--|--|--|--|--|--|--|
      | see https://acme.com/2 | Hold | Kafka | high | Event bus | no | | too *large* |
      | <https://acme.com/3> | | RabbitMQ | | Event bus | | | |
      | [local](adr/4.md) | | RabbitMQ | | Event bus | | | |`;
    assert.deepEqual(rowsOf(content), [
      'Données:7 SQL = PostgreSQL (ACID) adopt enforced équipe data https://acme.com/1',
      'Messaging:17 Event bus = Kafka (too large) hold https://acme.com/2',
      'Messaging:18 Event bus = RabbitMQ () adopt https://acme.com/3',
      'Messaging:19 Event bus = RabbitMQ () adopt',
    ]);
    assertTold(content);
  });

  it('may have its tables in lists and quotes, and lines inside of its cells', () => {
    const content = text`
      > | Component | Technology | Why |
      > |--|--|--|
      > | Event<br>bus | Kafka<br/>Pulsar | Fast,<br>safe <!-- a comment --> |`;
    assert.deepEqual(rowsOf(content), [':3 Event bus = Kafka/Pulsar (Fast, safe ) adopt']);
    assertTold(content);
  });

  for (const [front, title, language] of [
    ['---\ntitle: Ours\nlanguage: fr\n---\n', 'Ours', 'fr'],
    ['---\r\nTitle: "Ours: all" # not theirs\r\nlanguage: en-GB\r\n---\r\n', 'Ours: all', 'en'],
    ["\uFEFF---\ntitle: 'Ours'\nlang: FR\n...\n", 'Ours', 'fr'],
    ['---\ntitle: C# # ours\nlanguage: de\ntags:\n  - a\n---\n', 'C#', undefined],
    ['---\nlanguage\n\n---\n', 'Stack', undefined],
    ['---\ntitle: Half\n', 'Stack', undefined],
    ['', 'Stack', undefined],
    ['\uFEFF', 'Stack', undefined],
  ] as const) {
    it(`is called ${title} after ${JSON.stringify(front)}; its places stay`, () => {
      const content = `${front}${documentOf('Event bus | Postgress')}`;
      const read = readStackDocument(content);
      assert.deepEqual([read.title, read.language], [title, language]);
      assert.deepEqual(blamed(content), ['Postgress']);
      assert.equal(read.rows[0]?.line, content.split('\n').length - 1);
    });
  }

  it('gives owner, link and language to the catalog', () => {
    const catalog = catalogOf(
      '---\nlanguage: fr\n---\n| Component | Technology | Owner | Link |\n|-|-|-|-|\n| SQL | MySQL | me | https://a.b |',
    );
    const [row] = catalog.recommendations;
    assert.deepEqual([catalog.language, row?.owner, row?.link], ['fr', 'me', 'https://a.b']);
  });

  it('adds up the rows of one role', () => {
    const catalog = catalogOf(documentOf('SQL | MySQL', 'Relational database | PostgreSQL'));
    assert.deepEqual(
      catalog.byRole.get('relational-database')?.map((row) => row.technology),
      ['MySQL', 'PostgreSQL'],
    );
  });

  it('turns the verdicts around when a technology takes the place of another', () => {
    const manifest = '{\n  "dependencies": {\n    "pg": "8",\n    "mysql2": "3"\n  }\n}';
    const judged = (content: string) => findingsIn('package.json', manifest, catalogOf(content));
    const marks = (drawn: string) => drawn.split('\n').filter((line) => line.includes('^'));
    // The packages of PostgreSQL are those of TimescaleDB as well.
    const before = seed('en').replace('TimescaleDB/InfluxDB', 'InfluxDB');
    assert.notEqual(before, seed('en'));
    const after = before.replace('| PostgreSQL (with Patroni) |', '| MySQL |');
    assert.notEqual(before, after);
    assert.deepEqual(marks(judged(before)), ['     ^^^^^^ warning not-recommended mysql → postgresql']);
    assert.deepEqual(marks(judged(after)), ['     ^^ warning not-recommended postgresql → mysql']);
  });
});
