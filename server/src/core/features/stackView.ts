import type { Catalog } from '../catalog/catalog';
import { groupBy } from '../catalog/groupBy';
import { namedTechnologies } from '../catalog/recommendation';
import { technologyScores } from '../catalog/search';
import type { Recommendation, Ring, Technology } from '../model';

/** The stack as a tree: sections, rows, technologies. */
export interface StackView {
  readonly title: string;
  readonly sections: readonly SectionView[];
}

export interface SectionView {
  readonly name: string;
  readonly rows: readonly RowView[];
}

/** One row of the document. */
export interface RowView extends Pick<Recommendation, 'role' | 'component' | 'technology' | 'justification'> {
  readonly ring: Ring;
  readonly isEnforced: boolean;
  readonly owner?: string;
  readonly link?: string;
  /** Line in the document, from 0. */
  readonly line: number;
  readonly technologies: readonly TechnologyView[];
}

export interface TechnologyView extends Pick<Technology, 'id' | 'name' | 'homepage'> {
  readonly docs?: string;
  readonly isDeprecated: boolean;
}

/**
 * The stack in the order of the document.
 *
 * @param query by name, alias, role or component, in English and French; the rows with what it finds. Empty: all.
 */
export function stackView(catalog: Catalog, query = ''): StackView {
  const found = query.trim() ? technologyScores(catalog, query) : undefined;
  const rows = catalog.recommendations.flatMap((row) => {
    const technologies = technologiesOf(row, catalog).filter(({ id }) => !found || found.has(id));
    return technologies.length || !found ? [{ section: row.section, view: rowView(row, technologies) }] : [];
  });
  const sections = [...groupBy(rows, ({ section }) => section)];
  return {
    title: catalog.title,
    sections: sections.map(([name, ones]) => ({ name, rows: ones.map((one) => one.view) })),
  };
}

function rowView(row: Recommendation, technologies: readonly TechnologyView[]): RowView {
  const { role, component, technology, justification, ring, isEnforced, owner, link, line } = row;
  return {
    ...{ role, component, technology, justification, ring, isEnforced, line, technologies },
    ...(owner ? { owner } : {}),
    ...(link ? { link } : {}),
  };
}

const technologiesOf = (row: Recommendation, catalog: Catalog) =>
  [...new Set(namedTechnologies(row.expression))].flatMap((id) => technologyView(id, catalog) ?? []);

/** A technology of the knowledge base. */
export function technologyView(id: string, { knowledge }: Catalog): TechnologyView | undefined {
  const found = knowledge.technologies.get(id);
  if (!found) return undefined;
  const { name, homepage, docs, deprecated } = found;
  return { id, name, homepage, isDeprecated: deprecated !== undefined, ...(docs ? { docs } : {}) };
}
