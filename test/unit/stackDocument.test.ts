import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { compileCatalog } from '../../server/src/core/catalog/catalog';
import { readStackDocument } from '../../server/src/core/catalog/stackDocument';
import { documentFindings, documentFixes, documentHover } from '../../server/src/core/features/stackDocument';
import type { Finding, Locale, Span } from '../../server/src/core/model';
import { catalogOf, documentOf, knowledge } from '../support/bundled';
import { findingsIn, picture, text } from '../support/findings';
import { unmarked } from '../support/marks';

const seed = (locale: Locale) => readFileSync(`data/stack/recommended.${locale}.md`, 'utf8');

const findingsOf = (content: string, locale: Locale = 'en'): Finding[] =>
  documentFindings(content, readStackDocument(content), catalogOf(content, locale));

const told = (content: string, locale: Locale = 'en') =>
  picture(
    content,
    findingsOf(content, locale).map(({ span, severity, message }) => ({ span, label: `${severity}: ${message}` })),
  );

/** Reads the document of the picture, and compares with the picture. */
const assertTold = (expected: string, locale: Locale = 'en') =>
  assert.equal(told(unmarked(expected), locale), expected);

/** Where the documents's names stand, once each. */
const marked = (content: string, spans: readonly Span[]) => spans.map(({ start, end }) => content.slice(start, end));

/** The title of each fix, `!` where it is preferred, and the line that it makes. */
function fixed(content: string, locale: Locale = 'en'): string[] {
  const document = readStackDocument(content);
  const answers = documentFixes(content, { start: 0, end: content.length }, document, catalogOf(content, locale));
  return answers.flatMap(({ fixes }) =>
    fixes.map(({ title, isPreferred, changes }) => {
      const [change] = changes;
      assert.ok(change && changes.length === 1);
      const { span } = change;
      const lineStart = content.lastIndexOf('\n', span.start - 1) + 1;
      const line = content.slice(lineStart, span.start) + change.text + content.slice(span.end).split(/\r?\n/)[0];
      return `${title}${isPreferred ? '!' : ''}: ${line}`;
    }),
  );
}

/** What a hover says with the cursor at the `‸`, with its place marked. */
function hovered(content: string, locale: Locale = 'en'): string | undefined {
  const offset = content.indexOf('‸');
  const plain = content.replace('‸', '');
  const found = documentHover(plain, offset, readStackDocument(plain), catalogOf(plain, locale));
  return found && `[${plain.slice(found.span.start, found.span.end)}] ${found.markdown}`;
}

const table = (...rows: string[]) => documentOf(...rows);

/** The rows of a document: section, line from 1, component, technology and what else they say. */
const rowsOf = (content: string) =>
  readStackDocument(content).rows.map((row) => {
    const others = [row.ring, row.isEnforced && 'enforced', row.owner, row.link].filter(Boolean).join(' ');
    return `${row.section}:${row.line + 1} ${row.component.value} = ${row.technology.value} (${row.justification}) ${others}`;
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
      const content = `${front}${table('Event bus | Postgress')}`;
      const read = readStackDocument(content);
      assert.deepEqual([read.title, read.language], [title, language]);
      assert.deepEqual(marked(content, [...findingsOf(content).map(({ span }) => span)]), ['Postgress']);
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
    const catalog = catalogOf(table('SQL | MySQL', 'Relational database | PostgreSQL'));
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

describe('What is wrong in a stack document', () => {
  for (const locale of ['en', 'fr'] as const) {
    it(`is nothing in ours (${locale})`, () => {
      const content = seed(locale);
      const document = readStackDocument(content);
      assert.equal(document.rows.length, 48);
      assert.deepEqual(documentFindings(content, document, compileCatalog(document, knowledge, locale)), []);
    });
  }

  it('is a technology that is not known', () =>
    assertTold(text`
      | Component | Technology | Ring |
      |-----------|------------|------|
      | SQL | Postgress | |
              ^^^^^^^^^ warning: “Postgress” is no known technology. Did you mean PostgreSQL?
      | Event bus | Kafka / Rabit MQ (HA) + Acme Bus | |
                            ^^^^^^^^ warning: “Rabit MQ” is no known technology. Did you mean RabbitMQ?
                                            ^^^^^^^^ warning: “Acme Bus” is no known technology.
      | Orchestration | Multi-cloud (Kubernets) | assess |
                                     ^^^^^^^^^ warning: “Kubernets” is no known technology. Did you mean Kubernetes?
      | Cache | Acme Redis Gateway | hold |
                ^^^^^^^^^^^^^^^^^^ warning: “Acme Redis Gateway” is no known technology. Did you mean Redis?
      | Logs | N/A | |`));

  it('is a component that matches no role', () =>
    assertTold(text`
      | Component | Technology |
      |-----------|------------|
      | **Base de données** | PostgreSQL |
          ^^^^^^^^^^^^^^^ warning: “Base de données” matches no known role, so the row does not count. The nearest: Graph database, Relational database, Document database.
      | [Relational databse](https://acme.com) | MySQL |
         ^^^^^^^^^^^^^^^^^^ warning: “Relational databse” matches no known role, so the row does not count. The nearest: Relational database.
      | Coffee | MySQL |
        ^^^^^^ warning: “Coffee” matches no known role, so the row does not count.`));

  it('is told in French', () =>
    assertTold(
      text`
        | Composant | Technologie | Statut | Imposé |
        |-----------|------------|------|------|
        | Base relationelle | Postgress | Adoptr | peut-être |
          ^^^^^^^^^^^^^^^^^ warning: « Base relationelle » ne correspond à aucun rôle connu ; la ligne ne compte pas. Les plus proches : Base de données relationnelle.
                              ^^^^^^^^^ warning: « Postgress » n'est pas une technologie connue. Vouliez-vous dire PostgreSQL ?
                                          ^^^^^^ warning: « Adoptr » n'est pas un anneau (adopter, essayer, évaluer, suspendre) ; la ligne ne compte pas.
                                                   ^^^^^^^^^ warning: « peut-être » ne dit ni oui ni non ; la ligne n'est pas imposée.
        | SQL | MySQL | Éviter | |
        | SQL | MySQL | | oui |
                ^^^^^ warning: MySQL est recommandé ici pour Base de données relationnelle, mais la ligne 4 le suspend.
        | SQL | | | |
          ^^^ warning: La ligne ne nomme aucune technologie ; elle ne compte pas.`,
      'fr',
    ));

  it('is the same technology recommended and on hold for one role, in two tables and two languages', () =>
    assertTold(text`
      | Component | Technology | Ring |
      |-----------|------------|------|
      | SQL | PostgreSQL (with Patroni) / MySQL | trial |
      | Cache | MySQL | hold |
      | Orchestration | Kubernetes (EKS) | |
      | Orchestration | Kubernetes (AKS), Nomad | on hold |
      | SQL | MySQL | assess |

      | Composant | Technologie | Anneau |
      |-----------|------------|------|
      | Base relationnelle | MariaDB, MySQL | suspendre |
                                      ^^^^^ warning: MySQL is on hold here for Relational database, but line 3 recommends it.
      | Orchestration | Nomad | |
                        ^^^^^ warning: Nomad is recommended here for Orchestration, but line 6 puts it on hold.
      | Orchestration | EKS | |`));

  it('is a ring that is none: the row does not count, its names are looked at', () => {
    const content = text`
      | Component | Technology | Ring | Enforce |
      |-----------|------------|------|---------|
      | Cache | Reddis | *Hodl* | yes |
                ^^^^^^ warning: “Reddis” is no known technology. Did you mean Redis?
                          ^^^^ warning: “Hodl” is no ring (adopt, trial, assess, hold), so the row does not count.
      | Cache | Redis | ✅ Adopt | ✔️ |
      | Cache | Redis | - | maybe |
                            ^^^^^ warning: “maybe” is neither yes nor no, so the row is not enforced.`;
    assertTold(content);
    assert.deepEqual(
      catalogOf(unmarked(content)).recommendations.map(({ isEnforced }) => isEnforced),
      [true, false],
    );
  });

  it('is a row without a component or a technology, or with too many cells', () =>
    assertTold(text`
      | Component | Technology | Why |
      |-----------|------------|-----|
      | | PostgreSQL | |
          ^^^^^^^^^^ warning: The row names no component, so it does not count.
      | SQL | | |
        ^^^ warning: The row names no technology, so it does not count.
      | SQL |
        ^^^ warning: The row names no technology, so it does not count.
      | | | ACID |
            ^^^^ warning: The row names no component, so it does not count.
      | | | |
      | SQL | MySQL|PostgreSQL | ACID |
                                 ^^^^ warning: More cells than the table has columns: is the row read right? A | inside of a cell is written \|.`));

  it('is a table without rows', () =>
    assertTold(text`
      # Stack

      | Component | Technology |
        ^^^^^^^^^^^^^^^^^^^^^^ error: The table has no rows.
      |-----------|------------|
      |           |            |`));

  it('is a table that has only one of the columns', () =>
    assertTold(text`
      # Stack

      | Component | Justification |
        ^^^^^^^^^ warning: The table has a column “Component” but none for the technology, so it does not count.
      |--|--|
      | SQL | ACID |

      | Thing | Technologies |
                ^^^^^^^^^^^^ warning: The table has a column “Technologies” but none for the component, so it does not count.
      |--|--|
      | SQL | MySQL |

      | Role | Person |
        ^^^^ information: The table has a column “Role” but none for the technology, so it does not count.
      |--|--|
      | Architect | Ada |

      | Component | Technology |
      |--|--|
      | SQL | MySQL |

      | Day | Menu |
      |--|--|
      | Monday | Soup |`));

  it('is a document without any table of both', () => {
    assertTold(text`
      ---
      title: Ours
      ---

      # Stack
      ^^^^^^^ error: The document recommends nothing: no table has a component and a technology column.

      | Role | Choice of person |
        ^^^^ warning: The table has a column “Role” but none for the technology, so it does not count.
      |--|--|
      | Architect | Ada |`);
    for (const content of ['', '\uFEFF', '\r\n', '---\n---'])
      assert.deepEqual(
        findingsOf(content).map(({ severity, span }) => `${severity} ${span.end - span.start}`),
        ['error 0'],
        JSON.stringify(content),
      );
  });

  it('stands exactly where it was written, or in its cell', () => {
    const cells: readonly (readonly [cell: string, ...places: string[]])[] = [
      ['**Postgress** and _Reddis_', 'Postgress', 'Reddis'],
      ['[Postgress](https://a.b) \\| Reddis', 'Postgress', 'Reddis'],
      ['`Postgress` + ``Reddis``', 'Postgress', 'Reddis'],
      ['`MySQL \\| Reddis`', 'Reddis'],
      ['MySQL<br>Reddis', 'Reddis'],
      ['MySQL \\| Kafka \\| **Postgress \\| Reddis**', 'Postgress', 'Reddis'],
      ['![Postgress](logo.png)', '![Postgress](logo.png)'],
      ['**Post**gress', '**Post**gress'],
      ['MySQL &amp; Postgress', 'MySQL &amp; Postgress'],
      ['\\*Postgress', '\\*Postgress'],
      ['😀 Postgress', '😀 Postgress'],
    ];
    for (const [cell, ...places] of cells)
      for (const end of ['\n', '\r\n']) {
        const content = table(`SQL | ${cell} | why`).replaceAll('\n', end);
        assert.deepEqual(marked(content, [...findingsOf(content).map(({ span }) => span)]), places, cell);
      }
  });

  it('is found in half of any document, whatever ends its lines', () => {
    const catalog = catalogOf('');
    const windows = `\uFEFF---\r\ntitle: x\r\n---\r\n${seed('en').replaceAll('\n', '\r\n')}`;
    for (const [whole, step] of [
      [seed('fr'), 50],
      [windows, 170],
    ] as const)
      for (let length = 0; length <= whole.length; length += step) {
        const content = whole.slice(0, length);
        const document = readStackDocument(content);
        assert.ok(document.rows.length || document.problems.length, 'never silently empty');
        for (const { span } of documentFindings(content, document, catalog)) {
          assert.ok(span.start >= 0 && span.start <= span.end && span.end <= length, `${length}`);
          assert.doesNotMatch(content.slice(span.start, span.end), /[\r\n]/);
        }
        for (let offset = 0; offset <= length; offset += 20) documentHover(content, offset, document, catalog);
      }
  }).timeout(20_000);

  for (const [name, expected] of [
    ['Postgress', 'PostgreSQL'],
    ['PostgresSQL', 'PostgreSQL'],
    ['Kubernets', 'Kubernetes'],
    ['Reddis', 'Redis'],
    ['Rdeis', 'Redis'],
    ['Kafak', 'Apache Kafka'],
    ['Terrafrom', 'Terraform'],
    ['Prometeus', 'Prometheus'],
    ['Keycloack', 'Keycloak'],
    ['MyQSL', 'MySQL'],
    ['Istio mesh', 'Istio'],
    ['Foobar', undefined],
    ['XYZ', undefined],
    ['S4', undefined],
    ['Acme Billing Engine', undefined],
    ['Company platform', undefined],
    ['In-house', undefined],
  ] as const) {
    it(`${name} is meant to be ${expected ?? 'nothing known'}`, () => {
      const [{ message } = { message: '' }] = findingsOf(table(`SQL | ${name}`));
      assert.equal(/Did you mean (.*)\?/.exec(message)?.[1], expected, message);
    });
  }
});

describe('The fixes of a stack document', () => {
  it('change a word to what it means, preferred where that is clear', () =>
    assert.deepEqual(
      fixed(text`
        | Component | Technology | Ring |
        |-----------|------------|------|
        | **Relational databse** | MySQL / **Postgress** \| _Acme_ | **Adpot** |
        | Base de données | Istio mesh | |
        | Cache | Redis | purple |`),
      [
        'Change to Relational database!: | **Relational database** | MySQL / **Postgress** \\| _Acme_ | **Adpot** |',
        'Change to PostgreSQL!: | **Relational databse** | MySQL / **PostgreSQL** \\| _Acme_ | **Adpot** |',
        'Change to Adopt!: | **Relational databse** | MySQL / **Postgress** \\| _Acme_ | **Adopt** |',
        'Change to Graph database: | Graph database | Istio mesh | |',
        'Change to Relational database: | Relational database | Istio mesh | |',
        'Change to Document database: | Document database | Istio mesh | |',
        'Change to Istio: | Base de données | Istio | |',
        'Change to adopt: | Cache | Redis | adopt |',
        'Change to trial: | Cache | Redis | trial |',
        'Change to assess: | Cache | Redis | assess |',
        'Change to hold: | Cache | Redis | hold |',
      ],
    ));

  it('speak the language of the document in what they write, and that of the reader in their titles', () =>
    assert.deepEqual(
      fixed(
        '---\nlanguage: fr\n---\n| Composant | Technologie | Anneau |\n|-|-|-|\n| Base relationelle | MySQL | suspendr |',
      ),
      [
        'Change to Base de données relationnelle!: | Base de données relationnelle | MySQL | suspendr |',
        'Change to suspendre!: | Base relationelle | MySQL | suspendre |',
      ],
    ));

  it('are none where more than the word would be changed', () =>
    assert.deepEqual(fixed(table('SQL | **Post**gress / MySQL')), []));

  it('answer the findings that touch the range', () => {
    const content = table('SQL | Postgress', 'Cache | Reddis');
    const at = content.indexOf('Reddis');
    const found = documentFixes(content, { start: at, end: at }, readStackDocument(content), catalogOf(content));
    assert.deepEqual(
      found.map(({ finding }) => content.slice(finding.span.start, finding.span.end)),
      ['Reddis'],
    );
  });

  it('lead to names that are known: every technology and every role', () => {
    const names = [...knowledge.technologies.values()].map((one) => `| SQL | ${one.name} |`);
    const roles = [...knowledge.roles.values()].flatMap(({ name }) => [`| ${name.en} | - |`, `| ${name.fr} | - |`]);
    assert.deepEqual(findingsOf(['| Component | Technology |', '|-|-|', ...names, ...roles].join('\n')), []);
  });
});

describe('Hover on a stack document', () => {
  it('tells how a technology is recognised', () => {
    const said = hovered(table('SQL | **Postgre‸SQL** (with Patroni)')) ?? '';
    assert.match(
      said,
      /^\[PostgreSQL\] \*\*PostgreSQL\*\* \(`postgresql`\)\n\nCan be used for: Relational database \(`relational-database`\)/,
    );
    assert.match(
      said,
      /\nRecognised by:\n- npm packages: `pg`, .* and \d+ more\n- Terraform resources: `aws_db_instance` \(`engine = postgres`\)/,
    );
    assert.match(said, /\n\nVariants: .*Neon.*\n\n\[postgresql\.org\]\(https:\/\/www\.postgresql\.org\)$/);
  });

  it('tells it in French, where two names touch of the second', () => {
    const said = hovered(table('Bus | Kafka/‸Pulsar'), 'fr') ?? '';
    assert.match(
      said,
      /^\[Pulsar\] \*\*Apache Pulsar\*\*.*\n\nPeut servir à : .*\n\nSe reconnaît à :\n- Paquets npm : /s,
    );
  });

  it('tells what can fill the role of a component', () => {
    const said = hovered(table('**Relational D‸B** | MySQL'));
    assert.match(
      said ?? '',
      /^\[Relational DB\] \*\*Relational database\*\* \(`relational-database`\)\n\nKnown technologies: .*MySQL.* and \d+ more$/,
    );
  });

  it('says nothing elsewhere', () => {
    for (const row of ['Coff‸ee | MySQL', 'SQL | Postgr‸ess', 'SQL | MySQL /‸ Kafka', 'SQL | MySQL | be‸cause'])
      assert.equal(hovered(table(row)), undefined, row);
  });
});
