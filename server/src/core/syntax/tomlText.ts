import type { Located, Span } from '../model';
import { code, isBlank, isQuote, skipBlanks, unquote } from './yamlText';

/** The words of TOML: where a key or a string ends. None of the searches goes on where one before has failed. */
export const signs = { ...code, dot: 46, equals: 61 } as const;

export const isLineEnd = (c: number) => c === code.newline || c === code.carriageReturn;

/** Keys with dots between them. */
export interface Keys {
  readonly keys: readonly Located[];
  /** After the last of them and the blanks that follow. */
  readonly at: number;
  /** No key is missing after a dot, nor at the beginning. */
  readonly isWhole: boolean;
}

export function readKeys(text: string, from: number): Keys {
  const keys: Located[] = [];
  for (let at = from; ; at++) {
    at = skipBlanks(text, at, text.length);
    const key = keyAt(text, at);
    if (!key) return { keys, at, isWhole: false };
    keys.push(key);
    at = skipBlanks(text, key.span.end + (isQuote(text.charCodeAt(at)) ? 1 : 0), text.length);
    if (text.charCodeAt(at) !== signs.dot) return { keys, at, isWhole: true };
  }
}

/** `=.,#[]{}` with blanks and quotes: what cannot be in a word. */
const endsKey: ReadonlySet<number> = new Set([...'=.,#[]{}"\' \t\r\n'].map((sign) => sign.charCodeAt(0)));

function keyAt(text: string, at: number): Located | undefined {
  if (isQuote(text.charCodeAt(at))) return lineString(text, at);
  let end = at;
  while (end < text.length && !endsKey.has(text.charCodeAt(end))) end++;
  return end > at ? { value: text.slice(at, end), span: { start: at, end } } : undefined;
}

/** A string in one pair of quotes; undefined where it is not closed on its line. */
export function lineString(text: string, open: number): Located | undefined {
  const quote = text.charCodeAt(open);
  for (let p = open + 1; p < text.length; p++) {
    const c = text.charCodeAt(p);
    if (c === quote) return located(text, open, { start: open + 1, end: p });
    if (isLineEnd(c)) return undefined;
    if (c === code.backslash && quote === code.quote && !isLineEnd(text.charCodeAt(p + 1))) p++;
  }
  return undefined;
}

/** Only strings in double quotes have escapes. */
function located(text: string, quote: number, span: Span): Located {
  const value =
    text.charCodeAt(quote) === code.quote ? unquote(text, span.start - 1, span.end) : text.slice(span.start, span.end);
  return { value, span };
}

export const isLongOpener = (text: string, at: number) => text.startsWith('"""', at) || text.startsWith("'''", at);

/** A string in three pairs of quotes, which may go over lines; undefined where it is not closed. */
export function longString(text: string, open: number): Located | undefined {
  const quote = text.charCodeAt(open);
  const quotes = text.slice(open, open + 3);
  for (let p = open + 3; p < text.length; p++) {
    const c = text.charCodeAt(p);
    if (c === quote && text.startsWith(quotes, p))
      return located(text, open, { start: open + 3, end: lastClose(text, p) });
    if (c === code.backslash && quote === code.quote) p++;
  }
  return undefined;
}

/** Two quotes before the closing ones are still part of the text. */
function lastClose(text: string, close: number): number {
  const isQuoteAt = (at: number) => text.charCodeAt(at) === text.charCodeAt(close);
  if (!isQuoteAt(close + 3)) return close;
  return isQuoteAt(close + 4) ? close + 2 : close + 1;
}

/** The end of what is written without quotes, blanks after it left out: before a comment or the line end, too. */
export function bareEnd(text: string, from: number, stops: ReadonlySet<number>): number {
  let end = from;
  for (let p = from; p < text.length; p++) {
    const c = text.charCodeAt(p);
    if (isLineEnd(c) || c === code.hash || stops.has(c)) break;
    if (!isBlank(c)) end = p + 1;
  }
  return end;
}
