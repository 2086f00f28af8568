import type { Located } from '../model';
import { readFlow } from './yamlFlow';
import {
  code,
  colonAfter,
  indentation,
  isBlank,
  isMarker,
  isOpener,
  isQuote,
  lineEnd,
  nextLine,
  plainEnd,
  quotedEnd,
  skipBlanks,
  skipProperties,
  standsAlone,
  unquote,
} from './yamlText';
import {
  addEntry,
  awaitsValue,
  clear,
  closeEntries,
  type Draft,
  type Entry,
  type Scan,
  setLiteral,
  spoil,
  startScan,
} from './yamlTree';

export type { Entry, Form } from './yamlTree';

/**
 * The outline of a YAML text: its keys and items in document order, with their literals. It reads line by line and
 * takes what a line says by its indentation, so that a half-typed line costs that line only. It never throws, and the
 * time is linear in the length of the text.
 */
export function scanYaml(text: string): readonly Entry[] {
  // A lone carriage return is a line break for editors and for YAML; the copy has the same length.
  const scan = startScan(text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text);
  while (scan.next < scan.text.length) {
    const line = scan.next;
    scan.next = nextLine(scan.text, line);
    readLine(scan, line);
  }
  closeEntries(scan.entries);
  return scan.entries;
}

/** The entries right below one, or at the roots of all documents. */
export function children(entries: readonly Entry[], parent?: Entry): readonly Entry[] {
  const found: Entry[] = [];
  let entry = entries[parent ? parent.index + 1 : 0];
  while (entry && entry.index < (parent?.end ?? entries.length)) {
    found.push(entry);
    entry = entries[entry.end];
  }
  return found;
}

/** The entry with this key right below one, or at the root; the first, where there are several. */
export function childOf(entries: readonly Entry[], key: string, parent?: Entry): Entry | undefined {
  return children(entries, parent).find((entry) => entry.key === key);
}

/** The literal of an entry with its place; undefined where it is none, or null. */
export function literal(entry: Entry | undefined): Located | undefined {
  if (!entry?.valueSpan || entry.value === undefined) return undefined;
  if (entry.form === 'plain' && /^(?:~|null|Null|NULL)$/.test(entry.value)) return undefined;
  return { value: entry.value, span: entry.valueSpan };
}

/** The literal that a map has for a key. */
export const scalar = (entries: readonly Entry[], key: string, map?: Entry) => literal(childOf(entries, key, map));

function readLine(scan: Scan, line: number): void {
  const { start, column } = indentation(scan.text, line);
  const end = lineEnd(scan.text, start);
  const isMark = start === line && isMarker(scan.text, start, end);
  if (start >= end || (column > scan.blockColumn && !isMark)) return;
  scan.blockColumn = Infinity;
  const c = scan.text.charCodeAt(start);
  if (c === code.hash || (c === code.percent && start === line)) return; // A comment, or a directive: `%YAML 1.2`.
  if (isMark) readMarker(scan, start, end);
  else if (!continues(scan, start, end, column)) readContent(scan, start, end, column);
}

/** `---` begins a document and `...` ends one. Documents without entries are not counted. */
function readMarker(scan: Scan, at: number, end: number): void {
  const last = scan.entries[scan.entries.length - 1];
  if (last?.document === scan.document) scan.document++;
  scan.open.length = 0;
  const content = skipProperties(scan.text, at + 3, end);
  if (content < end) readText(scan, content, end, 0);
}

const isDash = (text: string, at: number, end: number) =>
  text.charCodeAt(at) === code.dash && standsAlone(text, at, end);

/** Text that is indented further than a plain scalar goes on with it, even `- text`. */
function continues(scan: Scan, at: number, end: number, column: number): boolean {
  const last = scan.open[scan.open.length - 1];
  if (last?.form !== 'plain' || column <= last.column) return false;
  if (!isDash(scan.text, at, end) || colonAfter(scan.text, at, end) >= 0) return false;
  spoil(last);
  return true;
}

/** What stands on a line, or after a dash: `- key: value` is an item, and in it a key at a column of its own. */
function readContent(scan: Scan, start: number, end: number, startColumn: number): void {
  let at = start;
  let column = startColumn;
  while (at < end && isDash(scan.text, at, end)) {
    openEntry(scan, undefined, at, at + 1, column);
    const next = skipBlanks(scan.text, at + 1, end);
    column += next - at;
    at = next;
  }
  const key = skipProperties(scan.text, at, end);
  if (at >= end || saysNothing(scan.text, key, end)) return;
  const colon = key < end && !isOpener(scan.text.charCodeAt(key)) ? colonAfter(scan.text, key, end) : -1;
  if (colon < 0) readText(scan, at, end, column);
  else readValue(scan, openKey(scan, key, colon, column), colon + 1, end);
}

/** A comment, or one of the marks of long keys, which nobody writes here: `? key` and, on a line of its own, `: value`. */
function saysNothing(text: string, at: number, end: number): boolean {
  const c = text.charCodeAt(at);
  return c === code.hash || ((c === code.question || c === code.colon) && standsAlone(text, at, end));
}

function openKey(scan: Scan, at: number, colon: number, column: number): Draft {
  let end = colon;
  while (isBlank(scan.text.charCodeAt(end - 1))) end--;
  if (!isQuote(scan.text.charCodeAt(at))) return openEntry(scan, scan.text.slice(at, end), at, end, column);
  return openEntry(scan, unquote(scan.text, at, end - 1), at + 1, end - 1, column);
}

/** Closes what does not reach to this column. An item may stand in the column of the key that has the sequence. */
function openEntry(scan: Scan, key: string | undefined, start: number, end: number, column: number): Draft {
  const { open } = scan;
  let last = open[open.length - 1];
  while (last && (last.column > column || (last.column === column && (key !== undefined || last.key === undefined)))) {
    open.pop();
    last = open[open.length - 1];
  }
  if (last) dropWord(scan, last);
  const entry = addEntry(scan, key, { start, end }, column, last?.index ?? -1);
  open.push(entry);
  return entry;
}

/** A word between a key and the first entry below it is the beginning of an entry that is being typed, and no value. */
function dropWord(scan: Scan, owner: Draft): void {
  if (owner.index !== scan.entries.length - 1 || !owner.valueSpan) return;
  if (scan.text.slice(owner.keySpan.end, owner.valueSpan.start).includes('\n')) clear(owner);
}

/** A line without a key: a value below its key, more of a scalar, or a word that is being typed, which says nothing. */
function readText(scan: Scan, at: number, end: number, column: number): void {
  const owner = scan.open[scan.open.length - 1];
  if (!owner) readRoot(scan, at, end);
  else if (column > owner.column) {
    if (awaitsValue(scan, owner)) readValue(scan, owner, at, end);
    else if (owner.form !== 'empty') spoil(owner);
  }
}

function readRoot(scan: Scan, at: number, end: number): void {
  const start = skipProperties(scan.text, at, end);
  if (isOpener(scan.text.charCodeAt(start))) readFlow(scan, start, undefined);
  else if (isBlockScalar(scan.text, start, end)) scan.blockColumn = -1;
}

function readValue(scan: Scan, entry: Draft, at: number, end: number): void {
  const { text } = scan;
  const start = skipProperties(text, at, end);
  const c = text.charCodeAt(start);
  if (start >= end || c === code.hash) return;
  if (isQuote(c)) readQuoted(scan, entry, start, end);
  else if (isOpener(c)) readFlow(scan, start, entry);
  else if (isBlockScalar(text, start, end)) {
    spoil(entry);
    scan.blockColumn = entry.column;
  } else if (c === code.star) spoil(entry);
  else {
    const stop = plainEnd(text, start, end);
    setLiteral(entry, 'plain', text.slice(start, stop), { start, end: stop });
  }
}

/** `|` and `>` with their indicators; `>=1.0`, which wants quotes, is a range that somebody is typing. */
function isBlockScalar(text: string, at: number, end: number): boolean {
  const c = text.charCodeAt(at);
  if (c !== code.bar && c !== code.greater) return false;
  return /^[|>][-+\d]{0,2}$/.test(text.slice(at, Math.min(plainEnd(text, at, end), at + 4)));
}

function readQuoted(scan: Scan, entry: Draft, open: number, end: number): void {
  const { text } = scan;
  const close = quotedEnd(text, open, text.length, entry.column);
  spoil(entry);
  if (close > end) scan.next = nextLine(text, close);
  else if (close > 0 && isRest(text, close, end)) {
    setLiteral(entry, 'quoted', unquote(text, open, close - 1), { start: open + 1, end: close - 1 });
  }
}

/** Whether nothing but blanks and a comment is left of the line. */
function isRest(text: string, at: number, end: number): boolean {
  const rest = skipBlanks(text, at, end);
  return rest >= end || text.charCodeAt(rest) === code.hash;
}
