import assert from 'node:assert/strict';
import { stackView } from '../../server/src/core/features/stackView';
import { bundledCatalogs, catalogOf, documentOf } from '../support/bundled';

const shown = (query: string, catalog = bundledCatalogs.en) =>
  stackView(catalog, query).sections.flatMap(({ rows }) => rows.flatMap((row) => row.technologies.map(({ id }) => id)));

describe('The stack as a tree', () => {
  it('has the sections and rows of the document, in its order', () => {
    const { sections } = stackView(bundledCatalogs.fr);
    assert.equal(sections.length, 8);
    assert.equal(sections.flatMap(({ rows }) => rows).length, 48);
    assert.deepEqual(sections[0]?.rows[1]?.technologies.map(({ id }) => id).slice(0, 1), ['kubernetes']);
  });

  it('has what a search finds, by name, by alias and by role in both languages', () => {
    assert.ok(shown('postgres').includes('postgresql'));
    assert.ok(shown('base de données').includes('postgresql'));
    assert.ok(shown('event bus', bundledCatalogs.fr).includes('kafka'));
    assert.deepEqual(shown('zorglub'), []);
  });

  it('says what stands in a row', () => {
    const catalog = catalogOf(documentOf('Event bus | RabbitMQ | old | hold'));
    const [row] = stackView(catalog).sections[0]?.rows ?? [];
    const { technologies, ...rest } = row ?? { technologies: [] };
    assert.deepEqual(rest, {
      ...{ role: 'event-bus', component: 'Event bus', technology: 'RabbitMQ', justification: 'old' },
      ...{ ring: 'hold', isEnforced: false, line: 6 },
    });
    assert.deepEqual(
      technologies.map(({ id }) => id),
      ['rabbitmq'],
    );
  });
});
