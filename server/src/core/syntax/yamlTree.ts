import type { Span } from '../model';

/**
 * What stands after a key or a dash: nothing on the line (a map, a sequence or nothing at all follows), a literal on
 * one line, or something else: an alias, a block scalar, a scalar over several lines, a quote that is still open, a
 * collection in `[]` or `{}`.
 */
export type Form = 'empty' | 'plain' | 'quoted' | 'other';

/** A key of a map with its value, or an item of a sequence. */
export interface Entry {
  /** Place in the list. */
  readonly index: number;
  /** Undefined for an item. */
  readonly key: string | undefined;
  /** Without quotes; for an item its dash, or the place where it begins inside `[]`. */
  readonly keySpan: Span;
  readonly form: Form;
  /** The text of a literal on one line, unquoted. */
  readonly value: string | undefined;
  /** The literal inside its quotes. */
  readonly valueSpan: Span | undefined;
  /** Place of the entry whose value this is a part of; -1 at the root of a document. */
  readonly parent: number;
  /** Place after the last entry inside this one. */
  readonly end: number;
  /** Where the key or the dash stands in its line; inside `[]` and `{}` that of the block entry around it. */
  readonly column: number;
  /** The first document is 0; `---` begins the next. Those without entries are not counted. */
  readonly document: number;
}

/** An entry while it is being read. */
export type Draft = { -readonly [property in keyof Entry]: Entry[property] };

/** One pass over a text. */
export interface Scan {
  readonly text: string;
  readonly entries: Draft[];
  /** The entries around the place that is being read, outermost first. */
  readonly open: Draft[];
  /** Where the next line begins that nothing has read yet. */
  next: number;
  document: number;
  /** Lines indented further than this are the text of a block scalar. */
  blockColumn: number;
}

export function startScan(text: string): Scan {
  return {
    text,
    entries: [],
    open: [],
    next: text.charCodeAt(0) === 0xfeff ? 1 : 0,
    document: 0,
    blockColumn: Infinity,
  };
}

export function addEntry(scan: Scan, key: string | undefined, keySpan: Span, column: number, parent: number): Draft {
  const index = scan.entries.length;
  const entry: Draft = {
    index,
    key,
    keySpan,
    form: 'empty',
    value: undefined,
    valueSpan: undefined,
    parent,
    end: index + 1,
    column,
    document: scan.document,
  };
  scan.entries.push(entry);
  return entry;
}

export function setLiteral(entry: Draft, form: 'plain' | 'quoted', value: string, valueSpan: Span): void {
  entry.form = form;
  entry.value = value;
  entry.valueSpan = valueSpan;
}

/** It is there, but no literal on one line. */
export const spoil = (entry: Draft) => unset(entry, 'other');

export const clear = (entry: Draft) => unset(entry, 'empty');

function unset(entry: Draft, form: 'empty' | 'other'): void {
  entry.form = form;
  entry.value = undefined;
  entry.valueSpan = undefined;
}

/** Whether nothing has been read yet of what stands after the key or the dash. */
export const awaitsValue = (scan: Scan, entry: Draft) =>
  entry.form === 'empty' && entry.index === scan.entries.length - 1;

/** Parents come before their children, so that one pass from the end tells each where its part of the list ends. */
export function closeEntries(entries: readonly Draft[]): void {
  for (let index = entries.length - 1; index >= 0; index--) {
    const entry = entries[index];
    const parent = entry && entries[entry.parent];
    if (entry && parent && parent.end < entry.end) parent.end = entry.end;
  }
}
