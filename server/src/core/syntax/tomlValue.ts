import type { Located } from '../model';
import { bareEnd, isLineEnd, isLongOpener, lineString, longString, readKeys, signs } from './tomlText';
import { addItem, addKey, type Draft, tableAt } from './tomlTree';
import { indentation, isCloser, isOpener, isQuote, nextLine, skipBlanks } from './yamlText';

/** An array or an inline table that is open. */
interface Frame {
  readonly node: Draft;
  readonly isTable: boolean;
}

/** A value in brackets that is being read. What nests is kept on a list instead of the call stack: no text is too deep. */
interface Nest {
  readonly text: string;
  readonly frames: Frame[];
  /** How many of them are tables. */
  tables: number;
  /** Indentation of the line that the whole value began on. */
  readonly column: number;
  at: number;
}

const noStops: ReadonlySet<number> = new Set();
const nestedStops: ReadonlySet<number> = new Set([signs.comma, signs.closeBracket, signs.closeBrace]);

/**
 * Reads the value at `at` into its node.
 *
 * @param column indentation of the line, by which a bracket that was left open is told
 * @returns where the next line begins that this value has nothing to do with
 */
export function readValue(text: string, at: number, node: Draft, column: number): number {
  if (!isOpener(text.charCodeAt(at))) return nextLine(text, readScalar(text, at, node, noStops));
  const nest: Nest = { text, frames: [], tables: 0, column, at };
  open(nest, node);
  while (nest.frames.length > 0) {
    if (!skipSpace(nest)) return nest.at;
    readSign(nest);
  }
  return nextLine(text, nest.at);
}

/** A string or a word; returns its end, which is the end of its line where it is not understood. */
function readScalar(text: string, at: number, node: Draft, stops: ReadonlySet<number>): number {
  node.start = at;
  node.end = at;
  if (!isQuote(text.charCodeAt(at))) return readBare(text, at, node, stops);
  const isLong = isLongOpener(text, at);
  const found = isLong ? longString(text, at) : lineString(text, at);
  if (!found) return bareEnd(text, at, noStops);
  node.end = found.span.end + (isLong ? 3 : 1);
  if (!isLong || !/[\r\n]/.test(text.slice(found.span.start, found.span.end))) set(node, 'string', found);
  return node.end;
}

function readBare(text: string, at: number, node: Draft, stops: ReadonlySet<number>): number {
  const end = bareEnd(text, at, stops);
  node.end = end;
  if (end > at) set(node, 'bare', { value: text.slice(at, end), span: { start: at, end } });
  return end;
}

function set(node: Draft, form: 'string' | 'bare', value: Located): void {
  node.form = form;
  node.value = value;
}

function open(nest: Nest, node: Draft): void {
  const isTable = nest.text.charCodeAt(nest.at) === signs.openBrace;
  node.form = isTable ? 'table' : 'array';
  node.start = nest.at;
  nest.frames.push({ node, isTable });
  if (isTable) nest.tables++;
  nest.at++;
  node.end = nest.at;
}

/** Goes to the next word; false, and to the line, where the text ends or a line shows that a bracket was left open. */
function skipSpace(nest: Nest): boolean {
  const { text } = nest;
  for (;;) {
    nest.at = skipBlanks(text, nest.at, text.length);
    const c = text.charCodeAt(nest.at);
    if (nest.at < text.length && c !== signs.hash && !isLineEnd(c)) return true;
    nest.at = nextLine(text, nest.at);
    if (nest.at >= text.length || leaves(nest)) return false;
  }
}

/** A header, or a key that no table in braces can have here. */
function leaves({ text, tables, at, column }: Nest): boolean {
  const indent = indentation(text, at);
  if (text.charCodeAt(indent.start) === signs.openBracket) return isHeader(text, indent.start);
  const { at: end, isWhole } = readKeys(text, indent.start);
  if (!isWhole || text.charCodeAt(end) !== signs.equals) return false;
  return indent.column <= column || tables === 0;
}

/** `[a]` and `[a.b]`, which no array is: words in arrays are numbers, dates and a few constants. */
function isHeader(text: string, at: number): boolean {
  const { keys, at: end, isWhole } = readKeys(text, at + (text.charCodeAt(at + 1) === signs.openBracket ? 2 : 1));
  const isWord = keys.some(({ value }) => !/^(?:true|false|inf|nan|[-+\d].*)$/.test(value));
  const isQuoted = keys.length === 1 && isQuote(text.charCodeAt((keys[0]?.span.start ?? 0) - 1));
  return isWhole && isWord && !isQuoted && text.charCodeAt(end) === signs.closeBracket;
}

function readSign(nest: Nest): void {
  const frame = nest.frames[nest.frames.length - 1];
  const c = nest.text.charCodeAt(nest.at);
  if (isCloser(c)) close(nest, c === signs.closeBrace);
  else if (c === signs.comma) nest.at++;
  else if (frame?.isTable) readEntry(nest, frame.node);
  else if (frame) readNested(nest, addItem(frame.node, 'other', nest.at));
}

/** Closes the last that is of this kind, and what was left open in it; a sign that closes nothing is passed over. */
function close(nest: Nest, isTable: boolean): void {
  nest.at++;
  if ((isTable ? nest.tables : nest.frames.length - nest.tables) === 0) return;
  for (let frame = nest.frames.pop(); frame; frame = nest.frames.pop()) {
    frame.node.end = nest.at;
    if (frame.isTable) nest.tables--;
    if (frame.isTable === isTable) return;
  }
}

function readEntry(nest: Nest, table: Draft): void {
  const { text } = nest;
  const { keys, at, isWhole } = readKeys(text, nest.at);
  const last = keys[keys.length - 1];
  if (!last || !isWhole || text.charCodeAt(at) !== signs.equals) {
    // A word that is being typed says nothing; what cannot begin a word is passed over.
    nest.at = Math.max(at, nest.at + 1);
    return;
  }
  nest.at = skipBlanks(text, at + 1, text.length);
  readNested(nest, addKey(tableAt(table, keys.slice(0, -1)), last, 'other'));
}

function readNested(nest: Nest, node: Draft): void {
  const c = nest.text.charCodeAt(nest.at);
  if (isOpener(c)) open(nest, node);
  else nest.at = readScalar(nest.text, nest.at, node, nestedStops);
}
