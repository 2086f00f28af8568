import type { Field } from './field';
import type { Line } from './yaml';

/** The key that a line begins with, or words where one may begin. */
export interface TomlKey {
  /** With its quotes. */
  readonly start: number;
  readonly end: number;
  /** What stands before the offset, without its quote. */
  readonly prefix: string;
  /** A value follows. */
  readonly hasValue: boolean;
  /** After `=` and the quotes that editors put there, where nothing follows. */
  readonly lineEnd: number;
}

const keyBefore = /^[ \t]*(["']?)((?:[\p{L}\p{N}_][\p{L}\p{N}_ -]*)?)$/u;
const keyAfter = /^([\p{L}\p{N}_-]*["']?)([ \t]*(?:=[ \t]*(?:""|'')?)?)[ \t]*(.?)/u;

/** Nobody types more before the first result. */
const longestHead = 1000;

/** The key at the offset, nothing else being before it on its line. */
export function tomlKeyAt({ start, head, tail }: Line): TomlKey | undefined {
  const [, quote = '', prefix] = (head.length < longestHead && keyBefore.exec(head)) || [];
  const [, rest = '', sign = '', next = ''] = keyAfter.exec(tail) ?? [];
  if (prefix === undefined || (next && !'#.'.includes(next) && !sign.includes('='))) return undefined;
  const offset = start + head.length;
  const end = offset + rest.length;
  const hasValue = next !== '' && next !== '#';
  return {
    start: offset - prefix.length - quote.length,
    end,
    prefix,
    hasValue,
    lineEnd: end + (hasValue ? 0 : sign.trimEnd().length),
  };
}

const wordBefore =
  /[=[,{][ \t]*((?:[\p{L}\p{N}^~<>=!][^"'{}[\],#=\r]*)?)$|^[ \t]*((?:[\p{L}\p{N}][\p{L}\p{N}_. -]*)?)$/u;

/** The string at the offset, or words where one may stand: after `=`, in an array, alone on a line. */
export function tomlField({ start, head, tail }: Line): Field | undefined {
  const near = head.slice(-longestHead);
  const offset = start + head.length;
  const open = openQuote(near);
  if (open === undefined) return undefined;
  const quote = open.quote;
  const prefix = quote
    ? near.slice(open.at + 1)
    : wordBefore
        .exec(near)
        ?.slice(1)
        .find((word) => word !== undefined);
  if (prefix === undefined || prefix.includes('\r')) return undefined;
  const inside = quote ? closedTail(tail, quote) : undefined;
  const end = offset + (inside === undefined ? restOfWord(tail) : inside + 1);
  const span = { start: offset - prefix.length - quote.length, end };
  const isLast = /^[\s\]},]*$/.test(tail.slice(end - offset));
  return { key: '', span, quote, isClosed: inside !== undefined, prefix, isLast };
}

/** The quote that is open at the end of a line's beginning; undefined in a comment. */
function openQuote(head: string): { readonly quote: Field['quote']; readonly at: number } | undefined {
  let quote: Field['quote'] = '';
  let at = -1;
  for (let p = 0; p < head.length; p++) {
    const c = head.charAt(p);
    if (quote && c === quote) quote = '';
    else if (quote === '"' && c === '\\') p++;
    else if (!quote && c === '#') return undefined;
    else if (!quote && (c === '"' || c === "'")) [quote, at] = [c, p];
  }
  return { quote, at };
}

/** Where a quote is closed; not by one that opens the next string or stands in a comment. */
function closedTail(tail: string, quote: string): number | undefined {
  const close = tail.indexOf(quote);
  return close < 0 || /[,[{=][ \t]*$| #/.test(tail.slice(0, close)) ? undefined : close;
}

const restOfWord = (tail: string) => /^[^\s"'{}[\],#=]*/.exec(tail)?.[0].length ?? 0;

/** A string as it is written in a field. */
export const tomlString = (value: string, { quote, isClosed }: Pick<Field, 'quote' | 'isClosed'>): string =>
  isClosed && quote ? value : `${quote || '"'}${value}${quote || '"'}`;
