import type { Located } from '../model';
import { readKeys, signs } from './tomlText';
import {
  addItem,
  addKey,
  type Draft,
  keyOf,
  listOf,
  newNode,
  type TomlNode,
  type TomlTable,
  tableAt,
} from './tomlTree';
import { readValue } from './tomlValue';
import { indentation, lineEnd, nextLine, skipBlanks } from './yamlText';

export type { TomlForm, TomlNode, TomlTable } from './tomlTree';

/** What a TOML text says, and the headers that it says it under. */
export interface Toml {
  readonly root: TomlNode;
  readonly tables: readonly TomlTable[];
}

type DraftTable = { -readonly [property in keyof TomlTable]: TomlTable[property] };

interface Scan {
  readonly text: string;
  readonly root: Draft;
  readonly tables: DraftTable[];
  /** The table of the last header. */
  current: Draft;
  table: DraftTable;
}

/**
 * The outline of a TOML text, all spellings of one table put together: headers, dotted keys and braces. A broken line
 * costs that line only, as far as brackets let it; tables in braces may go over lines. It never throws, and the time
 * is linear in the length of the text.
 */
export function scanToml(written: string): Toml {
  // A lone carriage return is a line break for editors; the copy has the same length.
  const text = written.includes('\r') ? written.replace(/\r(?!\n)/g, '\n') : written;
  const table: DraftTable = { path: [], start: 0, end: 0 };
  const root = newNode(undefined, 'table');
  const scan: Scan = { text, root, tables: [table], current: root, table };
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; ) at = readLine(scan, at);
  return scan;
}

/** Returns where the next line begins that is not read yet. */
function readLine(scan: Scan, line: number): number {
  const { text } = scan;
  const { start, column } = indentation(text, line);
  const c = text.charCodeAt(start);
  const end = lineEnd(text, start);
  if (start >= end || c === signs.hash) return nextLine(text, start);
  if (c === signs.openBracket) readHeader(scan, start);
  const next = c === signs.openBracket ? nextLine(text, start) : readPair(scan, start, column);
  scan.table.end = lastOf(text, start, next);
  return next;
}

/** The end of the last line before the next that has not been read, without its line end. */
function lastOf(text: string, start: number, next: number): number {
  let end = next;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return end;
}

/** One without a name is that of nothing, so that what stands below it belongs to nothing. */
function readHeader(scan: Scan, start: number): void {
  const isItem = scan.text.charCodeAt(start + 1) === signs.openBracket;
  const { keys, isWhole } = readKeys(scan.text, start + (isItem ? 2 : 1));
  scan.table = { path: keys.map(({ value }) => value), start, end: start };
  scan.tables.push(scan.table);
  scan.current = isWhole ? openTable(scan.root, keys, isItem) : newNode(undefined, 'table');
}

function openTable(root: Draft, keys: readonly Located[], isItem: boolean): Draft {
  const last = keys[keys.length - 1];
  if (!isItem || !last) return tableAt(root, keys);
  return addItem(listOf(tableAt(root, keys.slice(0, -1)), last), 'table', last.span.end);
}

/** A line without `=` is a word that is being typed, which says nothing. */
function readPair({ text, current }: Scan, start: number, column: number): number {
  const { keys, at, isWhole } = readKeys(text, start);
  const last = keys[keys.length - 1];
  if (!last || !isWhole || text.charCodeAt(at) !== signs.equals) return nextLine(text, start);
  const value = skipBlanks(text, at + 1, text.length);
  return readValue(text, value, addKey(tableAt(current, keys.slice(0, -1)), last, 'other'), column);
}

/** What keys lead to, from the root or from another table; undefined where there is nothing. */
export function tomlAt(from: TomlNode, ...keys: readonly string[]): TomlNode | undefined {
  return keys.reduce<TomlNode | undefined>((node, key) => node && keyOf(node, key), from);
}

/** The text of a node that is a string on one line. */
export const stringOf = (node: TomlNode | undefined): Located | undefined =>
  node?.form === 'string' ? node.value : undefined;

/** The string that a table has for a key. */
export const stringAt = (from: TomlNode, ...keys: readonly string[]) => stringOf(tomlAt(from, ...keys));
