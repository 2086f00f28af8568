import assert from 'node:assert/strict';
import { search } from '../../server/src/core/catalog/search';
import { bundledCatalogs, catalogOf, documentOf } from '../support/bundled';

const found = (query: string, locale: 'en' | 'fr' = 'en') =>
  search(bundledCatalogs[locale], query).map((technology) => technology.id);

describe('A search for technologies', () => {
  it('finds by name, id and alias, the very name first', () => {
    for (const query of ['PostgreSQL', 'postgres', 'postgresql', 'Postgre SQL', 'pg', 'post'])
      assert.equal(found(query)[0], 'postgresql', query);
    assert.equal(found('k8s')[0], 'kubernetes');
    assert.equal(found('next js')[0], 'nextjs');
    assert.equal(found('mysql')[0], 'mysql', 'what is not recommended is found, too');
  });

  it('finds by role in both languages, whatever the language of the catalog', () => {
    for (const locale of ['en', 'fr'] as const) {
      for (const query of ['database', 'base de données', 'base de donnees', 'Relational database', 'sql'])
        assert.equal(found(query, locale)[0], 'postgresql', `${query} ${locale}`);
      for (const query of ['event bus', 'bus d’événements', 'messagerie'])
        assert.deepEqual(found(query, locale).slice(0, 2), ['kafka', 'pulsar'], `${query} ${locale}`);
    }
  });

  it('finds by component as a row writes it', () => {
    const catalog = catalogOf(documentOf('Relational DB | MySQL | Ours'));
    assert.equal(search(catalog, 'Relational DB')[0]?.id, 'mysql');
    assert.equal(search(catalog, 'database')[0]?.id, 'mysql', 'the document decides');
  });

  it('forgives typing errors, and finds nothing in nonsense', () => {
    const queries = {
      postgrse: 'postgresql',
      kafak: 'kafka',
      kubernets: 'kubernetes',
      promethues: 'prometheus',
      raect: 'react',
    };
    for (const [query, id] of Object.entries(queries)) assert.equal(found(query)[0], id, query);
    for (const query of ['', '  ', '-', 'qqqqqq', 'xyzzyxyzzy']) assert.deepEqual(found(query), [], query);
  });

  it('takes any text', () => {
    for (const query of ['(', '*', '"=\'!', 'a'.repeat(10_000), '\ud83d', '\0', '🦀'])
      assert.ok(Array.isArray(found(query)));
  });
});
