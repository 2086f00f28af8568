import { rings } from './document';
import type { Locale } from './text';

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
