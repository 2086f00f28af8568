import assert from 'node:assert/strict';
import { readStackDocument } from '../../server/src/core/catalog/stackDocument';
import { documentFixes, documentHover } from '../../server/src/core/features/stackDocument';
import type { Locale } from '../../server/src/core/model';
import { catalogOf, documentOf, knowledge } from '../support/bundled';
import { text } from '../support/findings';
import { findingsOf } from '../support/stackDocuments';

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
    assert.deepEqual(fixed(documentOf('SQL | **Post**gress / MySQL')), []));

  it('answer the findings that touch the range', () => {
    const content = documentOf('SQL | Postgress', 'Cache | Reddis');
    const at = content.indexOf('Reddis');
    const found = documentFixes(content, { start: at, end: at }, readStackDocument(content), catalogOf(content));
    assert.deepEqual(
      found.map(({ finding }) => content.slice(finding.span.start, finding.span.end)),
      ['Reddis'],
    );
  });

  it('lead to names that are known: every technology and every role @all', () => {
    const names = [...knowledge.technologies.values()].map((one) => `| SQL | ${one.name} |`);
    const roles = [...knowledge.roles.values()].flatMap(({ name }) => [`| ${name.en} | - |`, `| ${name.fr} | - |`]);
    assert.deepEqual(findingsOf(['| Component | Technology |', '|-|-|', ...names, ...roles].join('\n')), []);
  });
});

describe('Hover on a stack document', () => {
  it('tells how a technology is recognised', () => {
    const said = hovered(documentOf('SQL | **Postgre‸SQL** (with Patroni)')) ?? '';
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
    const said = hovered(documentOf('Bus | Kafka/‸Pulsar'), 'fr') ?? '';
    assert.match(
      said,
      /^\[Pulsar\] \*\*Apache Pulsar\*\*.*\n\nPeut servir à : .*\n\nSe reconnaît à :\n- Paquets npm : /s,
    );
  });

  it('tells what can fill the role of a component', () => {
    const said = hovered(documentOf('**Relational D‸B** | MySQL'));
    assert.match(
      said ?? '',
      /^\[Relational DB\] \*\*Relational database\*\* \(`relational-database`\)\n\nKnown technologies: .*MySQL.* and \d+ more$/,
    );
  });

  it('says nothing elsewhere', () => {
    for (const row of ['Coff‸ee | MySQL', 'SQL | Postgr‸ess', 'SQL | MySQL /‸ Kafka', 'SQL | MySQL | be‸cause'])
      assert.equal(hovered(documentOf(row)), undefined, row);
  });
});
