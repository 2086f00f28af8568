import { type Catalog, groupBy } from '../catalog/catalog';
import { namedTechnologies } from '../catalog/recommendation';
import { judgeTechnology } from '../catalog/verdict';
import { recommendationText } from '../catalog/wording';
import { type Locale, type Recommendation, type Ring, rings, type Technology } from '../model';

/** Where a technology is used: `file` as the shell names it, `line` from 1. */
export interface RadarPlace {
  readonly file: string;
  readonly line: number;
}

/** How often a technology is used. */
export interface RadarUses {
  readonly count: number;
  /** Some of the places, or all. */
  readonly places: readonly RadarPlace[];
}

/** A stack as a technology radar: sections are sectors, rings are circles. Plain data, the same for every page. */
export interface Radar {
  readonly title: string;
  readonly locale: Locale;
  readonly sections: readonly string[];
  /** By section and ring, then as the document has them. */
  readonly entries: readonly RadarEntry[];
  /** Uses were counted: an entry without any is not in use. */
  readonly isCounted: boolean;
}

/** `outside`: in use, though the stack recommends something else, or though it is dead upstream. */
export const radarRings = [...rings, 'outside'] as const;
export type RadarRing = (typeof radarRings)[number];

/** One technology at one place of the radar. */
export interface RadarEntry {
  /** From 1, in the order of the entries. */
  readonly number: number;
  /** Id of the technology. */
  readonly technology: string;
  readonly name: string;
  readonly homepage: string;
  /** Place in the list of sections. */
  readonly section: number;
  readonly ring: RadarRing;
  readonly isRecommended: boolean;
  /** The rows that name it; outside, those that recommend something else. */
  readonly rows: readonly RadarRow[];
  /** Why it is dead upstream. */
  readonly deprecated?: string;
  readonly uses: RadarUses;
}

export interface RadarRow {
  /** What the row is about, as written: `Event Bus`. */
  readonly role: string;
  /** What it recommends; what is dead upstream is left out. */
  readonly technology: string;
  readonly justification: string;
  /** Line in the document, from 1. */
  readonly line: number;
}

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
