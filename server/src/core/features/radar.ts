import { type Catalog, groupBy } from '../catalog/catalog';
import { namedTechnologies } from '../catalog/recommendation';
import { judgeTechnology } from '../catalog/verdict';
import { recommendationText } from '../catalog/wording';
import {
  type Radar,
  type RadarEntry,
  type RadarRing,
  type RadarRow,
  type RadarUses,
  type Recommendation,
  type Ring,
  radarRings,
  type Technology,
} from '../model';

/** An entry before it has a number. */
type Placed = Omit<RadarEntry, 'number' | 'section'> & { readonly section: string };

/**
 * The stack as a radar. A technology stands once in each section and ring whose rows name it; dead upstream, it stands
 * outside where it is used, and nowhere else.
 *
 * @param uses by id of the technology, as `usesIn` names them; undefined where nothing was counted
 */
export function radarOf(catalog: Catalog, uses?: ReadonlyMap<string, RadarUses>): Radar {
  const placed = [...namedEntries(catalog, uses), ...outsideEntries(catalog, uses)];
  const order = new Set(catalog.recommendations.map((row) => row.section));
  const sections = [...order].filter((section) => placed.some((entry) => entry.section === section));
  const sorted = sections.flatMap((section) =>
    radarRings.flatMap((ring) => placed.filter((entry) => entry.section === section && entry.ring === ring)),
  );
  const entries = sorted.map((entry, at) => ({ ...entry, number: at + 1, section: sections.indexOf(entry.section) }));
  const { title, locale } = catalog;
  return { title, locale, sections: sections.map((one) => one || title), entries, isCounted: uses !== undefined };
}

function namedEntries(catalog: Catalog, uses?: ReadonlyMap<string, RadarUses>): Placed[] {
  const named = catalog.recommendations.flatMap((row) =>
    namedTechnologies(row.expression).map((id) => ({ id, row, key: `${id} ${row.ring} ${row.section}` })),
  );
  return [...groupBy(named, ({ key }) => key).values()].flatMap((group) => {
    const technology = catalog.knowledge.technologies.get(group[0]?.id ?? '');
    const ring = group[0]?.row.ring;
    if (!technology || !ring || isDead(technology, ring)) return [];
    return [entryOf(technology, ring, [...new Set(group.map(({ row }) => row))], catalog, uses)];
  });
}

/** Nothing dead is proposed; on hold it may stay. */
const isDead = ({ deprecated }: Technology, ring: Ring) => deprecated !== undefined && ring !== 'hold';

function outsideEntries(catalog: Catalog, uses: ReadonlyMap<string, RadarUses> = new Map()): Placed[] {
  return [...uses].flatMap(([id, { count }]) => {
    const verdict = count > 0 ? judgeTechnology(id, catalog) : undefined;
    const isOnHold = verdict?.rows.some((row) => row.ring === 'hold');
    const isOut = verdict?.kind === 'not-recommended' || verdict?.technology.deprecated !== undefined;
    if (!verdict || !isOut || isOnHold) return [];
    // What fills several roles stands where the document speaks of the first.
    return verdict.rows[0] ? [entryOf(verdict.technology, 'outside', verdict.rows, catalog, uses)] : [];
  });
}

function entryOf(
  { id, name, homepage, deprecated }: Technology,
  ring: RadarRing,
  rows: readonly Recommendation[],
  catalog: Catalog,
  uses?: ReadonlyMap<string, RadarUses>,
): Placed {
  return {
    ...{ technology: id, name, homepage, ring, section: rows[0]?.section ?? '' },
    isRecommended: ring === 'adopt' || ring === 'trial',
    rows: rows.map((row) => rowOf(row, catalog)),
    uses: uses?.get(id) ?? { count: 0, places: [] },
    ...(deprecated ? { deprecated: deprecated.reason[catalog.locale] } : {}),
  };
}

const rowOf = (row: Recommendation, catalog: Catalog): RadarRow => ({
  role: row.component,
  technology: recommendationText(row, catalog),
  justification: row.justification,
  line: row.line + 1,
});
