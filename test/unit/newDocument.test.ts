import assert from 'node:assert/strict';
import { readStackDocument } from '../../server/src/core/catalog/stackDocument';
import { documentOfUses, templateDocument } from '../../server/src/core/features/newDocument';
import { documentFindings } from '../../server/src/core/features/stackDocument';
import { bundledCatalogs, catalogOf } from '../support/bundled';

describe('A new stack document', () => {
  for (const locale of ['en', 'fr'] as const)
    it(`from the template is the stack in force, in ${locale}`, () => {
      const text = templateDocument(bundledCatalogs[locale]);
      const catalog = catalogOf(text, locale);
      assert.equal(catalog.recommendations.length, 48);
      assert.deepEqual(documentFindings(text, readStackDocument(text), catalog), []);
    });

  it('of what is used has a row for each role, the most used first', () => {
    const text = documentOfUses(
      new Map([
        ['postgresql', 1],
        ['mysql', 3],
        ['kafka', 1],
      ]),
      bundledCatalogs.en,
    );
    assert.match(text, /\| Relational database \| MySQL \/ PostgreSQL \|/);
    assert.match(text, /\| Event bus \| Apache Kafka \|/);
    assert.deepEqual(documentFindings(text, readStackDocument(text), catalogOf(text)), []);
  });
});
