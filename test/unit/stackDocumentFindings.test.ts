import assert from 'node:assert/strict';
import { compileCatalog } from '../../server/src/core/catalog/catalog';
import { readStackDocument } from '../../server/src/core/catalog/stackDocument';
import { documentFindings, documentHover } from '../../server/src/core/features/stackDocument';
import { catalogOf, documentOf, knowledge } from '../support/bundled';
import { text } from '../support/findings';
import { unmarked } from '../support/marks';
import { assertTold, blamed, findingsOf, seed } from '../support/stackDocuments';

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
        const content = documentOf(`SQL | ${cell} | why`).replaceAll('\n', end);
        assert.deepEqual(blamed(content), places, cell);
      }
  });

  it('says what may be meant of the first 20 names that are not known', () => {
    const told = findingsOf(documentOf(...Array.from({ length: 25 }, () => 'SQL | Postgress | why')));
    assert.deepEqual(
      told.map(({ message }) => message.includes('Did you mean PostgreSQL?')),
      told.map((_, at) => at < 20),
    );
    assert.equal(told.length, 25);
  });

  it('is found in half of any document, whatever ends its lines @all', () => {
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
      const [{ message } = { message: '' }] = findingsOf(documentOf(`SQL | ${name}`));
      assert.equal(/Did you mean (.*)\?/.exec(message)?.[1], expected, message);
    });
  }
});
