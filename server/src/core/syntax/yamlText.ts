/**
 * The words of YAML: where a quoted scalar, a plain scalar, a property or a key ends. yaml.ts makes entries of them.
 *
 * All functions look at one line only, except for quotedEnd, and none searches further than it was told to: an
 * unbounded search for each of many half-typed things is what makes a scanner quadratic.
 */

/** Characters are compared as numbers: that is what makes the scan nearly as fast as reading the text. */
export const code = {
  tab: 9,
  newline: 10,
  carriageReturn: 13,
  space: 32,
  bang: 33,
  quote: 34,
  hash: 35,
  percent: 37,
  ampersand: 38,
  apostrophe: 39,
  star: 42,
  comma: 44,
  dash: 45,
  colon: 58,
  greater: 62,
  question: 63,
  openBracket: 91,
  backslash: 92,
  closeBracket: 93,
  openBrace: 123,
  bar: 124,
  closeBrace: 125,
} as const;

export const isBlank = (c: number) => c === code.space || c === code.tab;

export const isQuote = (c: number) => c === code.quote || c === code.apostrophe;

export const isOpener = (c: number) => c === code.openBrace || c === code.openBracket;

export const isCloser = (c: number) => c === code.closeBrace || c === code.closeBracket;

/** The characters that end any word inside `[]` and `{}`. */
export const isFlowSign = (c: number) => c === code.comma || isOpener(c) || isCloser(c);

/** Whether what stands at `at` is followed by a blank or by the end of its line. */
export const standsAlone = (text: string, at: number, end: number) => at + 1 >= end || isBlank(text.charCodeAt(at + 1));

/** Whether the line at `at` begins or ends a document. */
export const isMarker = (text: string, at: number, end: number) =>
  (text.startsWith('---', at) || text.startsWith('...', at)) && standsAlone(text, at + 2, end);

export function skipBlanks(text: string, at: number, end: number): number {
  let p = at;
  while (p < end && isBlank(text.charCodeAt(p))) p++;
  return p;
}

/** Before the line break, which may be a CRLF. */
export function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  const end = newline < 0 ? text.length : newline;
  return end > at && text.charCodeAt(end - 1) === code.carriageReturn ? end - 1 : end;
}

export function nextLine(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline + 1;
}

/** Where the first word of the line at `at` stands. A tab, which YAML forbids there, is taken for one level. */
export function indentation(text: string, at: number): { readonly start: number; readonly column: number } {
  let start = at;
  let column = 0;
  for (; start < text.length && isBlank(text.charCodeAt(start)); start++) {
    column += text.charCodeAt(start) === code.tab ? 2 : 1;
  }
  return { start, column };
}

/** The end of a plain scalar that begins at `at`: before a comment, and before the blanks around it. */
export function plainEnd(text: string, at: number, end: number): number {
  let p = at;
  let last = at;
  for (; p < end; p++) {
    const c = text.charCodeAt(p);
    if (isBlank(c)) continue;
    if (c === code.hash && p > at && isBlank(text.charCodeAt(p - 1))) break;
    last = p + 1;
  }
  return last;
}

/** Skips the anchors and tags before a value: `&name`, `!!str`. */
export function skipProperties(text: string, at: number, end: number, inFlow = false): number {
  let p = skipBlanks(text, at, end);
  while (p < end && (text.charCodeAt(p) === code.ampersand || text.charCodeAt(p) === code.bang)) {
    while (p < end && !isBlank(text.charCodeAt(p)) && !(inFlow && isFlowSign(text.charCodeAt(p)))) p++;
    p = skipBlanks(text, p, end);
  }
  return p;
}

/** The colon after the key that begins at `at`, or -1 where the line has none. */
export function colonAfter(text: string, at: number, end: number): number {
  if (isQuote(text.charCodeAt(at))) {
    const close = quotedEnd(text, at, end);
    const colon = close < 0 ? end : skipBlanks(text, close, end);
    return colon < end && text.charCodeAt(colon) === code.colon && standsAlone(text, colon, end) ? colon : -1;
  }
  for (let p = at; p < end; p++) {
    const c = text.charCodeAt(p);
    if (c === code.colon && standsAlone(text, p, end)) return p > at ? p : -1;
    if (c === code.hash && p > at && isBlank(text.charCodeAt(p - 1))) return -1;
  }
  return -1;
}

/**
 * After the closing quote of the scalar that opens at `open`, or -1 where it is not closed before `end`, or before a
 * line that is indented no further than `column`: such a line belongs to something else, so that the quote is just
 * being typed.
 */
export function quotedEnd(text: string, open: number, end: number, column = -1): number {
  const quote = text.charCodeAt(open);
  for (let p = open + 1; p < end; p++) {
    const c = text.charCodeAt(p);
    if (c === quote) {
      if (quote === code.quote || text.charCodeAt(p + 1) !== quote || p + 1 >= end) return p + 1;
      p++;
    } else if (c === code.backslash && quote === code.quote) {
      if (text.charCodeAt(p + 1) !== code.newline) p++;
    } else if (c === code.newline && leavesQuote(text, p + 1, column)) return -1;
  }
  return -1;
}

function leavesQuote(text: string, line: number, column: number): boolean {
  const indent = indentation(text, line);
  const c = text.charCodeAt(indent.start);
  return indent.column <= column && c !== code.newline && c !== code.carriageReturn;
}

const escapes: Readonly<Record<string, string>> = {
  0: '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};

/** The text that a quoted scalar stands for; `open` and `close` are the offsets of its quotes. */
export function unquote(text: string, open: number, close: number): string {
  const inside = text.slice(open + 1, close);
  if (text.charCodeAt(open) === code.apostrophe) return inside.includes("'") ? inside.replaceAll("''", "'") : inside;
  return inside.includes('\\') ? inside.replace(/\\(?:x.{2}|u.{4}|U.{8}|.)/g, unescaped) : inside;
}

function unescaped(written: string): string {
  const point = /^\\[xuU]([\da-fA-F]+)$/.exec(written)?.[1];
  if (point === undefined) return escapes[written.slice(1)] ?? written.slice(1);
  const value = Number.parseInt(point, 16);
  return value <= 0x10ffff ? String.fromCodePoint(value) : '\ufffd';
}
