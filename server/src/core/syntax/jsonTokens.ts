import type { Located } from '../model';

/** What a token is; numbers, literals, commas and all that JSON does not know are `other`. */
export type JsonSign = 'open' | 'close' | 'colon' | 'string' | 'other' | 'end';

/** One token; only strings have a place and a value. */
export interface JsonToken extends Located {
  readonly sign: JsonSign;
  /** Of an opening sign: it opens an object, and no array. */
  readonly isObject?: true;
}

const [newline, carriageReturn, space, quote, star, slash, backslash] = [10, 13, 32, 34, 42, 47, 92];

const nowhere = { value: '', span: { start: 0, end: 0 } };
const end: JsonToken = { sign: 'end', ...nowhere };
const other: JsonToken = { sign: 'other', ...nowhere };

/** The token of each character of ASCII that is one. */
const signs: readonly (JsonToken | undefined)[] = Array.from({ length: 128 }, (_, c) => {
  const character = String.fromCharCode(c);
  if (character === '{') return { sign: 'open', isObject: true, ...nowhere };
  if (character === '[') return { sign: 'open', ...nowhere };
  if (character === '}' || character === ']') return { sign: 'close', ...nowhere };
  return character === ':' ? { sign: 'colon', ...nowhere } : undefined;
});

/**
 * The tokens of a JSON text without white space and comments, one at each call, as jsonc-parser sees them and twice as
 * fast: it is read with every keystroke. A string that is not closed on its line, or not understood, is `other`. The
 * spans are inside the quotes.
 */
export function jsonTokens(text: string): () => JsonToken {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return () => {
    at = skipTrivia(text, at);
    if (at >= text.length) return end;
    const c = text.charCodeAt(at);
    if (c !== quote) {
      at = c > 64 || c === slash ? wordEnd(text, at + 1) : at + 1;
      return signs[c] ?? other;
    }
    const start = at + 1;
    const close = plainEnd(text, start);
    if (text.charCodeAt(close) === quote) {
      at = close + 1;
      return { sign: 'string', value: text.slice(start, close), span: { start, end: close } };
    }
    at = stringEnd(text, close);
    const value = text.charCodeAt(at - 1) === quote && at > start ? unescaped(text.slice(start - 1, at)) : undefined;
    return value === undefined ? other : { sign: 'string', value, span: { start, end: at - 1 } };
  };
}

function skipTrivia(text: string, from: number): number {
  let at = from;
  for (;;) {
    const c = text.charCodeAt(at);
    if (c === space || (c <= carriageReturn && (c === 9 || c === newline || c === carriageReturn))) at++;
    else if (c === slash && text.charCodeAt(at + 1) === slash) at = lineEnd(text, at);
    else if (c === slash && text.charCodeAt(at + 1) === star) at = commentEnd(text, at);
    else return at;
  }
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== newline && text.charCodeAt(at) !== carriageReturn) at++;
  return at;
}

function commentEnd(text: string, at: number): number {
  const close = text.indexOf('*/', at + 2);
  return close < 0 ? text.length : close + 2;
}

/** What is no sign goes on up to white space or a sign: no string begins in the middle of it. */
const ends: ReadonlySet<number> = new Set([...' \t\n\r{}[]":,/'].map((sign) => sign.charCodeAt(0)));

function wordEnd(text: string, from: number): number {
  let at = from;
  if (signs[text.charCodeAt(from - 1)]) return at;
  while (at < text.length && !ends.has(text.charCodeAt(at))) at++;
  return at;
}

/** Where the first character stands that is not simply a part of a string. */
function plainEnd(text: string, from: number): number {
  let at = from;
  for (let c = text.charCodeAt(at); c >= space && c !== quote && c !== backslash; c = text.charCodeAt(at)) at++;
  return at;
}

/** After the closing quote of a string, or where its line ends. An escape may be of any character, even a line end. */
function stringEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const c = text.charCodeAt(at);
    if (c === quote) return at + 1;
    if (c === newline || c === carriageReturn) return at;
    at += c === backslash ? 2 : 1;
  }
  return text.length;
}

/** Undefined for what JSON does not know, such as control characters. */
function unescaped(literal: string): string | undefined {
  try {
    return JSON.parse(literal) as string;
  } catch {
    return undefined;
  }
}
