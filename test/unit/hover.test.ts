import assert from 'node:assert/strict';
import { hover } from '../../server/src/core/features/hover';
import { bundledCatalogs, catalogOf, documentOf } from '../support/bundled';
import { picture, sourceOf, text } from '../support/findings';

/** The text with the hovered range marked, and the hover's Markdown below; `|` in the text is where the mouse is. */
function hovered(path: string, marked: string, catalog = bundledCatalogs.en): string | undefined {
  const offset = marked.indexOf('|');
  const content = marked.slice(0, offset) + marked.slice(offset + 1);
  const found = hover(sourceOf(path, content), offset, catalog);
  return found && `${picture(content, [{ span: found.span, label: '' }])}\n---\n${found.markdown}`;
}

describe('Hover', () => {
  it('is one short block: verdict, role, recommendation, justification, section, homepage', () => {
    assert.equal(
      hovered('main.tf', 'resource "aws_db_instance" "a" {\n  engine = "my|sql"\n}'),
      text`
      resource "aws_db_instance" "a" {
        engine = "mysql"
                  ^^^^^ 
      }
      ---
      **MySQL** — not recommended for Relational Database

      Recommended: **PostgreSQL \\(with Patroni\\)**  
      Reliability, ACID, extensibility, open source  
      *Section: Databases \\& Storage*

      [mysql.com](https://www.mysql.com) · [documentation](https://dev.mysql.com/doc/)`.replaceAll('\\\\', '\\'),
    );
  });

  it('answers alike on the type, the attribute and its key', () => {
    const [type, key, value] = [
      'aws_db|_instance" "a" {\n  engine',
      'aws_db_instance" "a" {\n  eng|ine',
      'aws_db_instance" "a" {\n  engine',
    ];
    const below = (marked: string | undefined) => marked?.split('---')[1];
    const expected = below(hovered('main.tf', `resource "${value} = "my|sql"\n}`));
    assert.ok(expected);
    assert.equal(below(hovered('main.tf', `resource "${type} = "mysql"\n}`)), expected);
    assert.equal(below(hovered('main.tf', `resource "${key} = "mysql"\n}`)), expected);
  });

  it('speaks French, the document as written', () => {
    const found = hovered('package.json', '{"dependencies":{"p|g":"8"}}', bundledCatalogs.fr);
    assert.match(found ?? '', /\*\*PostgreSQL\*\* — recommandé pour DB Relationnelle/);
    assert.match(found ?? '', /Fiabilité, ACID, extensibilité, open\\-source/);
  });

  it('tells what happened upstream, with its source', () => {
    const found = hovered('package.json', '{"dependencies":{"we|b3":"4"}}') ?? '';
    assert.match(found, /\*\*web3\.js\*\* — recommended for Blockchain Client/);
    assert.match(found, /⚠ \*\*deprecated\*\* \(2025-03-04\)/);
    assert.match(found, /Use \*\*ethers\\?\.js\*\*/);
  });

  it('is silent where there is nothing to say', () => {
    for (const marked of [
      '{"dependencies":{"left-p|ad":"1"}}',
      '{"nam|e":"pg"}',
      '{"dependencies|":{"pg":"1"}}',
      '|',
    ]) {
      assert.equal(hovered('package.json', marked), undefined);
    }
  });

  it('shows texts of a document as text', () => {
    const catalog = catalogOf(documentOf('Event bus | Kafka | [x](command:evil) <img src=x> `c` **b** ![](https://a)'));
    const found = hovered('package.json', '{"dependencies":{"kaf|kajs":"2"}}', catalog) ?? '';
    assert.doesNotMatch(found, /(?<!\\)<img|\]\(command:/);
  });
});
