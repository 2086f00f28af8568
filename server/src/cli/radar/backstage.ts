import type { Catalog } from '../../core/catalog/catalog';
import { namedTechnologies } from '../../core/catalog/recommendation';
import type { Recommendation, Ring, Technology } from '../../core/model';

/**
 * What a loader of Backstage's tech-radar plugin returns, as JSON.
 *
 * Source: `TechRadarLoaderResponse` of https://github.com/backstage/community-plugins,
 * workspaces/tech-radar/plugins/tech-radar-common/src/schema.ts
 */
export interface BackstageRadar {
  readonly title: string;
  readonly quadrants: readonly { readonly id: string; readonly name: string }[];
  readonly rings: readonly { readonly id: Ring; readonly name: string; readonly color: string }[];
  readonly entries: readonly BackstageEntry[];
}

export interface BackstageEntry {
  readonly key: string;
  readonly id: string;
  readonly title: string;
  readonly quadrant: string;
  readonly url: string;
  readonly description: string;
  readonly timeline: readonly [{ readonly moved: 0; readonly ringId: Ring; readonly date: string }];
}

const rings: BackstageRadar['rings'] = [
  { id: 'adopt', name: 'ADOPT', color: '#5ba300' },
  { id: 'trial', name: 'TRIAL', color: '#009eb0' },
  { id: 'assess', name: 'ASSESS', color: '#c7ba00' },
  { id: 'hold', name: 'HOLD', color: '#e09b96' },
];

/**
 * The stack as a radar of Backstage: sections are quadrants, and each technology is an entry where it is named first.
 * What a row recommends and is deprecated upstream is left out.
 *
 * @param date of all entries, ISO
 */
export function backstageRadar(catalog: Catalog, date: string): { radar: BackstageRadar; leftOut: readonly string[] } {
  const technologies = [...catalog.byTechnology.keys()].flatMap((id) => catalog.knowledge.technologies.get(id) ?? []);
  const dead = technologies.filter((one) => one.deprecated && ringOf(one, catalog) !== 'hold');
  const shown = technologies.filter((one) => !dead.includes(one));
  const used = new Set(shown.flatMap((one) => rowsOf(one, catalog)[0]?.section ?? []));
  const ids = quadrantIds([...used]);
  const quadrants = [...ids].map(([name, id]) => ({ id, name: name || catalog.title }));
  const entries = shown.map((one) => entryOf(one, ids, date, catalog));
  return { radar: { title: catalog.title, quadrants, rings, entries }, leftOut: dead.map((one) => one.name) };
}

const rowsOf = ({ id }: Technology, catalog: Catalog): readonly Recommendation[] => catalog.byTechnology.get(id) ?? [];
const ringOf = (technology: Technology, catalog: Catalog): Ring => rowsOf(technology, catalog)[0]?.ring ?? 'adopt';

function entryOf(
  technology: Technology,
  quadrants: ReadonlyMap<string, string>,
  date: string,
  catalog: Catalog,
): BackstageEntry {
  const { id, name, homepage } = technology;
  const rows = rowsOf(technology, catalog);
  const [first] = rows;
  return {
    ...{ key: id, id, title: name, quadrant: quadrants.get(first?.section ?? '') ?? '' },
    url: (first && isAbout(first, id) && first.link) || homepage,
    description: descriptionOf(rows),
    timeline: [{ moved: 0, ringId: first?.ring ?? 'adopt', date: `${date}T00:00:00.000Z` }],
  };
}

/** A row's link tells of its technology where it names no other. */
const isAbout = ({ expression }: Recommendation, id: string) => {
  const named = namedTechnologies(expression);
  return named.length === 1 && named[0] === id;
};

/** The justification; one for each component where there are several. */
function descriptionOf(rows: readonly Recommendation[]): string {
  if (rows.length === 1) return rows[0]?.justification ?? '';
  return rows.map(({ component, justification }) => `**${component}**: ${justification}`).join('\n\n');
}

/** Section → an id of its own, in the letters of addresses. */
function quadrantIds(sections: readonly string[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const section of sections) {
    const slug = slugOf(section) || 'section';
    const isTaken = (id: string) => [...ids.values()].includes(id);
    const others = sections.map((_, at) => `${slug}-${at + 2}`);
    ids.set(section, [slug, ...others].find((id) => !isTaken(id)) ?? slug);
  }
  return ids;
}

const slugOf = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
