/**
 * The outline of an HCL text: blocks, labels, attributes and where each value stands. The inside of expressions is
 * skipped. Any text has an outline: what is half typed is left out of it, and what stands around it is kept.
 */
import type { Located } from '../model';
import {
  broken,
  code,
  isIdentifierStart,
  isSpace,
  lineEnd,
  readTwice,
  type Scan,
  skipBlanks,
  skipComment,
  skipSpaces,
} from './hcl';
import { afterWord, type HclAttribute, readValue, readWord } from './hclValue';

export interface HclBody {
  readonly attributes: readonly HclAttribute[];
  readonly blocks: readonly HclBlock[];
}

export interface HclBlock extends HclBody {
  readonly type: string;
  /** The spans are inside the quotes. */
  readonly labels: readonly Located[];
  /** From the type to after the closing brace. */
  readonly start: number;
  readonly end: number;
}

/** A block that is being read. */
interface OpenBlock extends HclBlock {
  readonly attributes: HclAttribute[];
  readonly blocks: HclBlock[];
  end: number;
}

/** One of the blocks that are open, the text itself being the outermost. */
interface Level {
  readonly block: OpenBlock;
  readonly indent: number;
  /** The smallest indentation from here outwards: whether some open block matches a brace is then one comparison. */
  readonly smallestIndent: number;
}

interface Reader {
  readonly scan: Scan;
  readonly levels: Level[];
  current: Level;
  at: number;
  lineStart: number;
  /** Only spaces stand before `at` on its line. */
  fresh: boolean;
}

export const outline = (text: string): HclBody => outlineOf(text).body;

/** An outline, and how sure it is: where something was not closed or not understood, it is guessed. */
export interface Outline {
  readonly body: HclBody;
  readonly isBroken: boolean;
  /** A comment or a heredoc has no end. */
  readonly isEndless: boolean;
}

export function outlineOf(text: string): Outline {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return readTwice({ text, start, end: text.length, inObject: false }, (scan) => {
    const body = readText(scan);
    return { body, isBroken: scan.recover || scan.broken, isEndless: scan.endless };
  });
}

function readText(scan: Scan): HclBody {
  const block = openBlock('', [], scan.start, scan.end);
  const root: Level = { block, indent: -1, smallestIndent: Number.POSITIVE_INFINITY };
  const reader: Reader = { scan, levels: [root], current: root, at: scan.start, lineStart: scan.start, fresh: true };
  while (reader.at < scan.end && (scan.recover || !scan.broken)) readNext(reader);
  if (reader.levels.length > 1) scan.broken = true;
  return block;
}

function openBlock(type: string, labels: readonly Located[], start: number, end: number): OpenBlock {
  return { type, labels, start, end, attributes: [], blocks: [] };
}

function readNext(reader: Reader): void {
  const c = reader.scan.text.charCodeAt(reader.at);
  if (c === code.newline) startLine(reader);
  else if (isSpace(c)) reader.at++;
  else {
    readItem(reader, c);
    reader.fresh = false;
  }
}

function startLine(reader: Reader): void {
  reader.at++;
  reader.lineStart = reader.at;
  reader.fresh = true;
}

function readItem(reader: Reader, c: number): void {
  const column = reader.at - reader.lineStart;
  const comment = skipComment(reader.scan, reader.at);
  if (comment > reader.at) reader.at = comment;
  else if (c === code.closeBrace) readClosingBrace(reader, column);
  else readStatement(reader, column);
}

/** In the second pass a brace closes the block that is indented as it is, and one that is too deep closes nothing. */
function readClosingBrace(reader: Reader, column: number): void {
  const { scan } = reader;
  if (scan.recover) closeDeeper(reader, column);
  reader.at++;
  const stray = scan.recover && reader.fresh && reader.current.indent < column;
  if (reader.levels.length === 1 || stray) scan.broken = true;
  else closeBlock(reader, reader.at);
}

function closeDeeper(reader: Reader, column: number): void {
  while (reader.current.indent > column && reader.current.smallestIndent <= column)
    closeBlock(reader, reader.lineStart);
}

function closeBlock(reader: Reader, end: number): void {
  const { levels, current } = reader;
  current.block.end = end;
  levels.pop();
  reader.current = levels[levels.length - 1] ?? current;
}

function readStatement(reader: Reader, column: number): void {
  const { scan } = reader;
  const name = readWord(scan, reader.at);
  if (scan.recover && reader.fresh) closeOutdented(reader, column, name?.value);
  const start = reader.at;
  if (name) reader.at = skipBlanks(scan, afterWord(scan, start, name));
  if (!name) skipLine(reader);
  else if (isEqualsSign(scan.text, reader.at)) readAttribute(reader, name, column);
  else readBlock(reader, name, start, column);
}

const isEqualsSign = (text: string, at: number) =>
  text.charCodeAt(at) === code.equals && text.charCodeAt(at + 1) !== code.equals;

/** What opens a block at the top of a Terraform file; some of them are names of attributes, too. */
const topLevelTypes: ReadonlySet<string> = new Set(
  'resource data module variable output locals provider terraform moved import removed check ephemeral'.split(' '),
);

/** In the second pass a block ends before a line that is indented no deeper than it is. */
function closeOutdented(reader: Reader, column: number, word: string | undefined): void {
  while (reader.levels.length > 1 && column <= reader.current.indent) {
    // Where nothing is indented at all, only another top-level block tells that this one has ended.
    if (column === 0 && reader.current.indent === 0 && !isTopLevel(reader, word)) return;
    closeBlock(reader, reader.lineStart);
  }
}

function isTopLevel({ scan, at }: Reader, word: string | undefined): boolean {
  if (word === undefined || !topLevelTypes.has(word)) return false;
  return scan.text.charCodeAt(skipSpaces(scan, at + word.length)) !== code.equals;
}

/** Nothing that can be read: the rest of the line is left out. */
function skipLine(reader: Reader): void {
  reader.at = broken(reader.scan, lineEnd(reader.scan, reader.at));
}

function readAttribute(reader: Reader, name: Located, column: number): void {
  const { scan, current } = reader;
  scan.column = column;
  scan.indent = current.indent;
  const { attribute, next } = readValue(scan, reader.at + 1, name);
  if (attribute.valueStart === attribute.valueEnd) scan.broken = true;
  current.block.attributes.push(attribute);
  reader.at = next;
}

/** A header without its opening brace is half typed: no block. */
function readBlock(reader: Reader, type: Located, start: number, column: number): void {
  const labels = readLabels(reader);
  if (reader.scan.text.charCodeAt(reader.at) === code.openBrace) enterBlock(reader, type.value, labels, start, column);
  else skipLine(reader);
}

function enterBlock(reader: Reader, type: string, labels: readonly Located[], start: number, indent: number): void {
  const { scan, current, levels } = reader;
  const block = openBlock(type, labels, start, scan.end);
  current.block.blocks.push(block);
  reader.current = { block, indent, smallestIndent: Math.min(indent, current.smallestIndent) };
  levels.push(reader.current);
  reader.at++;
}

function readLabels(reader: Reader): Located[] {
  const labels: Located[] = [];
  let label = readWord(reader.scan, reader.at);
  while (label) {
    labels.push(label);
    reader.at = skipBlanks(reader.scan, afterWord(reader.scan, reader.at, label));
    label = readWord(reader.scan, reader.at);
  }
  return labels;
}

const header =
  /(?:(?:resource|data)[ \t]+"[^"\r\n]+"[ \t]+"[^"\r\n]+"|(?:module|variable|output|provider)[ \t]+"[^"\r\n]+")[ \t]*\{/y;

/** Where a header of a block begins at the left edge. */
export function headers(text: string): number[] {
  const found: number[] = [];
  for (let newline = text.indexOf('\n'); newline >= 0; newline = text.indexOf('\n', newline + 1)) {
    header.lastIndex = newline + 1;
    if (isIdentifierStart(text.charCodeAt(newline + 1)) && header.test(text)) found.push(newline + 1);
  }
  return found;
}
