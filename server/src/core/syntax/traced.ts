import type { Span } from '../model';

/** A text put together from pieces of a file, with the place of each of its characters. */
export interface Traced {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** A piece of a file as it stands there. */
export const traced = (text: string, start: number): Traced => ({
  text,
  offsets: Array.from({ length: text.length }, (_, index) => start + index),
});

/** Several pieces, one after the other. */
const joined = (pieces: readonly Traced[]): Traced => ({
  text: pieces.map((one) => one.text).join(''),
  offsets: pieces.flatMap((one) => one.offsets),
});

/** Where a part of the text is written in the file; undefined where it comes from several places, or from none. */
export function placeOf({ offsets }: Traced, { start, end }: Span): Span | undefined {
  const first = offsets[start];
  if (first === undefined || end <= start) return undefined;
  for (let index = start; index < end; index++) if (offsets[index] !== first + index - start) return undefined;
  return { start: first, end: first + end - start };
}

/** Longer than any reference: variables that name each other must not grow without end. */
const longest = 512;

/**
 * A text with its variables put in: `$NAME`, `${NAME}` and `${NAME:-default}`. Other forms, and what is not among the
 * values, stay as they are.
 */
export function substituted(whole: Traced, values: ReadonlyMap<string, Traced>): Traced {
  if (whole.text.length > longest) return whole;
  const pieces: Traced[] = [];
  let last = 0;
  for (const { 0: all, 1: bare, 2: braced, 3: fallback, index } of whole.text.matchAll(variable)) {
    const end = index + all.length;
    const known = values.get(bare ?? braced ?? '');
    const other = fallback === undefined ? undefined : part(whole, end - 1 - fallback.length, end - 1);
    pieces.push(part(whole, last, index), known ?? other ?? part(whole, index, end));
    last = end;
  }
  pieces.push(part(whole, last, whole.text.length));
  const length = pieces.reduce((sum, one) => sum + one.text.length, 0);
  return length > longest ? whole : joined(pieces);
}

const variable = /\$(?:(\w+)|\{(\w+)(?::?-([^{}]*))?\})/g;

const part = ({ text, offsets }: Traced, start: number, end: number): Traced => ({
  text: text.slice(start, end),
  offsets: offsets.slice(start, end),
});
