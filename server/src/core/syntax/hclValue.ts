/** The values of HCL: where an expression ends, what is literal in it, and what an object contains. */
import type { Located, Span } from '../model';
import {
  broken,
  code,
  endsValue,
  isIdentifierStart,
  isLineEnd,
  isSpace,
  lineEnd,
  readTwice,
  type Scan,
  skipBlanks,
  skipComment,
  skipIdentifier,
  skipPlain,
  skipSpaces,
  skipString,
  startScan,
} from './hcl';

export interface HclAttribute {
  readonly name: string;
  /** Without quotes. */
  readonly nameSpan: Span;
  /** From the first character of the value to after its last one; it may go over several lines, or be empty. */
  readonly valueStart: number;
  readonly valueEnd: number;
}

/** What a character can do in an expression. */
const plain = 0;
const opens = 1;
const closes = 2;
const special = 3;
const kinds = kindsOf({ '([{': opens, ')]}': closes, '"#/<,\n': special });

function kindsOf(groups: Readonly<Record<string, number>>): Uint8Array {
  const table = new Uint8Array(128).fill(plain);
  for (const [characters, kind] of Object.entries(groups)) {
    for (const character of characters) table[character.charCodeAt(0)] = kind;
  }
  return table;
}

/** Skips the heredoc at `<<`, its closing marker included; -1 where these are just two characters. */
function skipHeredoc(scan: Scan, at: number): number {
  const { text } = scan;
  const start = text.charCodeAt(at + 2) === code.minus ? at + 3 : at + 2;
  const end = skipIdentifier(scan, start);
  const line = skipSpaces(scan, end);
  if (end === start || text.charCodeAt(line) !== code.newline) return -1;
  const close = findMarker(scan, text.slice(start, end), line);
  if (close < 0) scan.endless = true;
  return close < 0 ? broken(scan, scan.recover ? line : scan.end) : close;
}

/** The end of the first line after `newline` that is the marker and nothing else; -1 where none is. */
function findMarker(scan: Scan, marker: string, newline: number): number {
  if (scan.recover && (lastMarkers(scan).get(marker) ?? -1) < newline) return -1;
  for (let line = newline + 1; line < scan.end; line = lineEnd(scan, line) + 1) {
    const start = skipSpaces(scan, line);
    if (!scan.text.startsWith(marker, start)) continue;
    const end = start + marker.length;
    if (isBlankFrom(scan, end)) return end;
  }
  return -1;
}

function isBlankFrom(scan: Scan, at: number): boolean {
  const p = skipSpaces(scan, at);
  return p >= scan.end || scan.text.charCodeAt(p) === code.newline;
}

/** Where each possible marker stands last: a text full of unclosed heredocs must not be searched once for each. */
function lastMarkers(scan: Scan): ReadonlyMap<string, number> {
  if (scan.lastMarkers) return scan.lastMarkers;
  const places = new Map<string, number>();
  for (let line = scan.start; line < scan.end; line = lineEnd(scan, line) + 1) {
    const start = skipSpaces(scan, line);
    const end = skipIdentifier(scan, start);
    if (end > start && isBlankFrom(scan, end)) places.set(scan.text.slice(start, end), start);
  }
  scan.lastMarkers = places;
  return places;
}

/**
 * Where the expression at `at` ends: at a line end, a comment or a closing bracket that is not its own, in an object
 * also at a comma. Spaces before that are not yet taken off.
 */
export function skipExpression(scan: Scan, at: number): number {
  const { text, end } = scan;
  let depth = 0;
  let p = at;
  while (p < end) {
    const c = text.charCodeAt(p);
    const kind = c < 128 ? kinds[c] : plain;
    if (kind === plain) {
      p++;
      continue;
    }
    if (depth === 0 ? endsExpression(scan, p, c) : c === code.newline && endsValue(scan, p)) break;
    if (kind === opens) depth++;
    else if (kind === closes && depth > 0) depth--;
    p = kind === special ? skipSpecial(scan, p, c) : p + 1;
  }
  if (depth > 0) scan.broken = true;
  return p;
}

function endsExpression(scan: Scan, at: number, c: number): boolean {
  if (c === code.newline || c === code.closeBrace) return true;
  if (c === code.comma) return scan.inObject;
  if (kinds[c] === closes) scan.broken = true;
  const end = c === code.hash || c === code.slash ? skipComment(scan, at) : at;
  return end > at && isBlankFrom(scan, end);
}

/** What is skipped as a whole, and what is a character like others after all. */
function skipSpecial(scan: Scan, at: number, c: number): number {
  if (c === code.quote) return skipString(scan, at + 1);
  if (c !== code.less) return Math.max(at + 1, skipComment(scan, at));
  const end = scan.text.charCodeAt(at + 1) === code.less ? skipHeredoc(scan, at) : -1;
  return end < 0 ? at + 1 : end;
}

/** An identifier, or a string without interpolation: its span is inside the quotes. */
export function readWord(scan: Scan, at: number): Located | undefined {
  const { text, end } = scan;
  const c = text.charCodeAt(at);
  if (c !== code.quote) return isIdentifierStart(c) ? located(text, at, skipIdentifier(scan, at)) : undefined;
  const close = skipPlain(text, at + 1, end);
  return close < end && text.charCodeAt(close) === code.quote ? located(text, at + 1, close) : undefined;
}

const located = (text: string, start: number, end: number) => ({ value: text.slice(start, end), span: { start, end } });

/** After a word, and after the quote that closes it. */
export const afterWord = ({ text }: Scan, at: number, { span }: Located) =>
  text.charCodeAt(at) === code.quote ? span.end + 1 : span.end;

/** Reads the value that starts at or after `at`. Where the scan goes on can be later than where the value ends. */
export function readValue(scan: Scan, at: number, name: Located): { attribute: HclAttribute; next: number } {
  const valueStart = skipBlanks(scan, at);
  const next = skipExpression(scan, valueStart);
  let valueEnd = next;
  while (valueEnd > valueStart && isBlank(scan.text.charCodeAt(valueEnd - 1))) valueEnd--;
  return { attribute: { name: name.value, nameSpan: name.span, valueStart, valueEnd }, next };
}

const isBlank = (c: number) => isSpace(c) || c === code.newline;

/** The text of a string without interpolation and its place inside the quotes; undefined for all else. */
export function literalString(text: string, { valueStart, valueEnd }: HclAttribute): Located | undefined {
  if (text.charCodeAt(valueStart) !== code.quote) return undefined;
  const close = skipPlain(text, valueStart + 1, valueEnd);
  if (close !== valueEnd - 1 || text.charCodeAt(close) !== code.quote) return undefined;
  const { value, span } = located(text, valueStart + 1, close);
  return { value: unescaped(value), span };
}

const bareLiteral = /^(?:true|false|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;
const longestBareLiteral = 40;

/** A literal string, or a number or boolean as it is written. */
export function literal(text: string, attribute: HclAttribute): Located | undefined {
  const { valueStart, valueEnd } = attribute;
  if (text.charCodeAt(valueStart) === code.quote) return literalString(text, attribute);
  if (valueEnd - valueStart > longestBareLiteral) return undefined;
  const bare = located(text, valueStart, valueEnd);
  return bareLiteral.test(bare.value) ? bare : undefined;
}

const escapes = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))|([$%])\4(?=\{)/gu;
const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

function unescaped(written: string): string {
  if (!/[\\{]/.test(written)) return written;
  return written.replace(escapes, (all, short?: string, long?: string, letter?: string, mark?: string) => {
    if (mark) return mark;
    if (letter) return controls[letter] ?? letter;
    const point = Number.parseInt(short ?? long ?? '', 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : all;
  });
}

/** A value as it is written, literal or not: its first line, inside the quotes; undefined for a half-typed one. */
export function writtenValue(text: string, { valueStart, valueEnd }: HclAttribute): Located | undefined {
  const quoted = text.charCodeAt(valueStart) === code.quote;
  const scan = startScan({ text, start: valueStart, end: valueEnd, inObject: false }, false);
  const whole = quoted && skipString(scan, valueStart + 1) === valueEnd;
  if (scan.broken || valueStart === valueEnd) return undefined;
  const start = whole ? valueStart + 1 : valueStart;
  let end = start;
  while (end < (whole ? valueEnd - 1 : valueEnd) && !isLineEnd(text.charCodeAt(end))) end++;
  return located(text, start, end);
}

/** What an object has under names that are literal, one level deep; nothing where the value is no object. */
export function objectEntries(text: string, { valueStart, valueEnd }: HclAttribute): readonly HclAttribute[] {
  if (text.charCodeAt(valueStart) !== code.openBrace) return [];
  return readTwice({ text, start: valueStart + 1, end: valueEnd, inObject: true }, readEntries);
}

function readEntries(scan: Scan): readonly HclAttribute[] {
  const entries: HclAttribute[] = [];
  let lineStart = scan.start;
  let p = scan.start;
  while (p < scan.end && (scan.recover || !scan.broken)) {
    const c = scan.text.charCodeAt(p);
    if (c === code.closeBrace) break;
    if (c === code.newline) lineStart = p + 1;
    p = isBlank(c) || c === code.comma ? p + 1 : readEntry(scan, p, p - lineStart, entries);
  }
  // What follows the brace makes it an expression: `{ … }[var.size]`.
  return p === scan.end - 1 || scan.recover ? entries : [];
}

/** One entry, or what stands in its place: a comment, `(key) = value`, the head of a `for`. */
function readEntry(scan: Scan, at: number, column: number, entries: HclAttribute[]): number {
  const comment = skipComment(scan, at);
  if (comment > at) return comment;
  scan.column = column;
  scan.indent = column - 1;
  const key = readWord(scan, at);
  const sign = key ? skipBlanks(scan, afterWord(scan, at, key)) : at;
  if (!key || !isAssignment(scan.text, sign)) return Math.max(at + 1, skipExpression(scan, at));
  const { attribute, next } = readValue(scan, sign + 1, key);
  entries.push(attribute);
  return next;
}

/** `=` or `:`, but neither `==` nor `=>`. */
function isAssignment(text: string, at: number): boolean {
  const c = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  return c === code.colon || (c === code.equals && next !== code.equals && next !== code.greater);
}
