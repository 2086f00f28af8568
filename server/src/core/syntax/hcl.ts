/**
 * The words of HCL: where a string or a comment ends. hclValue.ts and hclOutline.ts build values and blocks of them.
 *
 * All scans go forward only, so that any text takes linear time, and what nests is kept on lists and in counters
 * instead of the call stack, so that no text is too deep.
 */

/** Characters are compared as numbers: that is what makes the scan nearly as fast as reading the text. */
export const code = {
  tab: 9,
  newline: 10,
  carriageReturn: 13,
  space: 32,
  quote: 34,
  hash: 35,
  dollar: 36,
  percent: 37,
  closeParenthesis: 41,
  star: 42,
  comma: 44,
  minus: 45,
  slash: 47,
  colon: 58,
  less: 60,
  equals: 61,
  greater: 62,
  backslash: 92,
  closeBracket: 93,
  openBrace: 123,
  closeBrace: 125,
} as const;

/** One pass over a text, or over a part of it. */
export interface Scan {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** The second pass over a broken text may guess by indentation; the first never guesses about a valid one. */
  readonly recover: boolean;
  /** Commas end the values of an object, not those of a block. */
  readonly inObject: boolean;
  /** Something was not closed or not understood. */
  broken: boolean;
  /** A comment or a heredoc has no end: it may be further on than where the text was cut. */
  endless: boolean;
  /** Column of the attribute that is being read, and that of its block. */
  column: number;
  indent: number;
  /** Filled when first asked for. */
  lastMarkers: ReadonlyMap<string, number> | undefined;
  noCommentEnd: boolean;
}

/** What a pass starts from. */
export type Part = Pick<Scan, 'text' | 'start' | 'end' | 'inObject'>;

export function startScan({ text, start, end, inObject }: Part, recover: boolean): Scan {
  const lastMarkers = undefined;
  return {
    text,
    start,
    end,
    inObject,
    recover,
    broken: false,
    endless: false,
    column: 0,
    indent: -1,
    lastMarkers,
    noCommentEnd: false,
  };
}

/** Reads strictly first; only what turns out broken is read again with guesses, so that valid text never suffers them. */
export function readTwice<Result>(part: Part, read: (scan: Scan) => Result): Result {
  const strict = startScan(part, false);
  const result = read(strict);
  return strict.broken ? read(startScan(part, true)) : result;
}

export const isIdentifierStart = (c: number) => (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95 || c > 127;

const isIdentifierPart = (c: number) => isIdentifierStart(c) || (c >= 48 && c <= 57) || c === code.minus;

/** A carriage return counts as a space outside strings, so that CRLF needs no case of its own. */
export const isSpace = (c: number) => c === code.space || c === code.tab || c === code.carriageReturn;

export const isLineEnd = (c: number) => c === code.newline || c === code.carriageReturn;

export function skipSpaces({ text, end }: Scan, at: number): number {
  let p = at;
  while (p < end && isSpace(text.charCodeAt(p))) p++;
  return p;
}

export function skipIdentifier({ text, end }: Scan, at: number): number {
  let p = at;
  while (p < end && isIdentifierPart(text.charCodeAt(p))) p++;
  return p;
}

/** Where the line ends that `at` stands in: at its newline, or at the end of the scan. */
export function lineEnd({ text, end }: Scan, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 || newline > end ? end : newline;
}

/** Marks the text as broken and passes the position through. */
export function broken(scan: Scan, at: number): number {
  scan.broken = true;
  return at;
}

/** Skips the comment that starts at `at`; `at` itself where none does. */
export function skipComment(scan: Scan, at: number): number {
  const c = scan.text.charCodeAt(at);
  if (c === code.hash) return lineEnd(scan, at);
  if (c !== code.slash) return at;
  const next = scan.text.charCodeAt(at + 1);
  if (next === code.slash) return lineEnd(scan, at);
  return next === code.star ? skipBlockComment(scan, at) : at;
}

/** An unclosed comment is taken for its line alone, and the next one is not searched again. */
function skipBlockComment(scan: Scan, at: number): number {
  const { text, end } = scan;
  for (let p = scan.noCommentEnd ? end : at + 2; p + 1 < end; p++) {
    if (text.charCodeAt(p) === code.star && text.charCodeAt(p + 1) === code.slash) return p + 2;
  }
  scan.noCommentEnd = true;
  scan.endless = true;
  return broken(scan, lineEnd(scan, at));
}

/** Skips spaces and comments, but no line. */
export function skipBlanks(scan: Scan, at: number): number {
  let p = skipSpaces(scan, at);
  let comment = skipComment(scan, p);
  while (comment > p) {
    p = skipSpaces(scan, comment);
    comment = skipComment(scan, p);
  }
  return p;
}

/** `${` or `%{`. */
const opensTemplate = (text: string, at: number, c: number) =>
  (c === code.dollar || c === code.percent) && text.charCodeAt(at + 1) === code.openBrace;

/** Length of an escape: `\"`, `$${`, `%%{`; 0 for anything else. A backslash never hides a line end. */
function escapeLength(text: string, at: number, c: number): number {
  const next = text.charCodeAt(at + 1);
  if (c === code.backslash) return isLineEnd(next) ? 1 : 2;
  const doubled = (c === code.dollar || c === code.percent) && next === c;
  return doubled && text.charCodeAt(at + 2) === code.openBrace ? 3 : 0;
}

/**
 * Where a string without interpolation closes: at its closing quote, or at the first character that it cannot contain
 * (a line end, an interpolation, the end of the text). `at` stands after the opening quote.
 */
export function skipPlain(text: string, at: number, end: number): number {
  let p = at;
  while (p < end) {
    const c = text.charCodeAt(p);
    if (c === code.quote || isLineEnd(c) || opensTemplate(text, p, c)) return p;
    p += escapeLength(text, p, c) || 1;
  }
  return end;
}

/** Skips a string; `at` stands after the opening quote. An unclosed one ends where its line does. */
export function skipString(scan: Scan, at: number): number {
  const { text, end } = scan;
  const p = skipPlain(text, at, end);
  const c = p < end ? text.charCodeAt(p) : code.newline;
  if (c === code.quote) return p + 1;
  return isLineEnd(c) ? broken(scan, p) : skipTemplate(scan, p);
}

/** How deep strings and interpolations are in each other: 0 for a string, the braces open for an interpolation. */
type Nesting = number[];

/** Skips the rest of a string from its first interpolation on. */
function skipTemplate(scan: Scan, at: number): number {
  const nesting: Nesting = [0];
  let p = at;
  while (p < scan.end) {
    const next = nesting[nesting.length - 1] === 0 ? stepInString(scan, p, nesting) : stepInCode(scan, p, nesting);
    if (next < 0) return broken(scan, p);
    if (nesting.length === 0) return next;
    p = next;
  }
  return broken(scan, scan.end);
}

function stepInString({ text, end }: Scan, at: number, nesting: Nesting): number {
  const p = skipPlain(text, at, end);
  const c = text.charCodeAt(p);
  if (p >= end || isLineEnd(c)) return -1;
  if (c === code.quote) nesting.pop();
  else nesting.push(1);
  return c === code.quote ? p + 1 : p + 2;
}

/** An interpolation may go over several lines. */
function stepInCode(scan: Scan, at: number, nesting: Nesting): number {
  const c = scan.text.charCodeAt(at);
  const top = nesting.length - 1;
  if (c === code.newline && endsValue(scan, at)) return -1;
  if (c === code.quote) nesting.push(0);
  else if (c === code.openBrace) nesting[top] = (nesting[top] ?? 0) + 1;
  else if (c === code.closeBrace && nesting[top] === 1) nesting.pop();
  else if (c === code.closeBrace) nesting[top] = (nesting[top] ?? 0) - 1;
  else return Math.max(at + 1, skipComment(scan, at));
  return at + 1;
}

/**
 * In the second pass a line that is indented no deeper than the attribute ends its value, whatever is still open;
 * closing brackets belong to the value, but for the brace of the block.
 */
export function endsValue(scan: Scan, newline: number): boolean {
  if (!scan.recover) return false;
  const first = skipSpaces(scan, newline + 1);
  const column = first - newline - 1;
  const c = scan.text.charCodeAt(first);
  if (column > scan.column || c === code.newline || c === code.hash) return false;
  if (c === code.closeBrace) return column <= scan.indent;
  return c !== code.closeParenthesis && c !== code.closeBracket;
}
