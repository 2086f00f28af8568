import { lineAt } from '../fixes/changes';
import type { Span } from '../model';
import type { Field } from './field';
import { type Place, placeAt, placeWithin, type Read } from './probe';

/** The line of an offset, cut there; without its line end. */
export interface Line {
  readonly start: number;
  readonly head: string;
  readonly tail: string;
}

export function lineAround(text: string, offset: number): Line {
  const { start, end } = lineAt(text, offset);
  return { start, head: text.slice(start, offset), tail: /^[^\r\n]*/.exec(text.slice(offset, end))?.[0] ?? '' };
}

/** `key: value` before the offset, in a line of its own, after a dash or in a collection. */
const pair = /(?:^|[\s{,-])(["']?)([\w./-]+)\1[ \t]*:[ \t]+(["']?)([^"'{}[\],#\r]*)$/;

/** A line that somebody types is not longer. */
const longestHead = 1000;

/** The value that is being typed at the end of `head`. */
export function yamlField(line: Line): Field | undefined {
  const [, , key, quote = '', prefix = ''] = pair.exec(line.head.slice(-longestHead)) ?? [];
  return key ? fieldOf(line, key, quote, prefix) : undefined;
}

/** `- value`, alone on its line. */
const item = /^[ \t]*- +(["']?)([^"'{}[\],#:\r]*(?::[^\s"'{}[\],#]+)?)$/;

/** The item of a list that is being typed at the end of `head`; its key is empty. */
export function yamlItem(line: Line): Field | undefined {
  const [whole, quote = '', prefix = ''] = item.exec(line.head.slice(0, longestHead)) ?? [];
  return whole === line.head ? fieldOf(line, '', quote, prefix) : undefined;
}

function fieldOf({ start, head, tail }: Line, key: string, quote: string, prefix: string): Field {
  const offset = start + head.length;
  const close = quote ? tail.indexOf(quote) : -1;
  // A quote further on is not ours where another key or a comment stands in between.
  const isClosed = close >= 0 && !/: | #/.test(tail.slice(0, close));
  const end = offset + (isClosed ? close + 1 : (/^[^\s"'{}[\],#]*/.exec(tail)?.[0].length ?? 0));
  const isLast = /^\s*$/.test(tail.slice(end - offset));
  const span = { start: offset - prefix.length - quote.length, end };
  return { key, span, quote: quote as Field['quote'], isClosed, prefix, isLast };
}

/** What a reader needs to see to know what a place is for: the whole text, or only the entry of the root around it. */
export type Context = 'text' | 'entry';

/** What the reader takes a value for; it must be a literal that stands there as it is. */
export function yamlPlace(
  text: string,
  { span, quote }: Field,
  word: string,
  read: Read,
  context: Context = 'text',
): Place | undefined {
  const probe = { before: quote, word, after: quote };
  const part = context === 'entry' && text.length > longText ? entryAround(text, span) : undefined;
  return part ? placeWithin(text, span, probe, read, part) : placeAt(text, span, probe, read);
}

/** Reading a shorter one whole takes no time that anybody feels. */
const longText = 20_000;

/**
 * The entry of the root that a place is inside of, whose value is what is indented below its key. Undefined where that
 * is not clear: on the key's own line, in an action of a template or in brackets that are not closed there.
 */
function entryAround(text: string, { start, end }: Span): Span | undefined {
  let from = lineAt(text, start).start;
  if (isRoot(text, from)) return undefined;
  while (from > 0 && !isRoot(text, from)) from = lineAt(text, from - 1).start;
  let to = lineAt(text, end).end;
  while (to < text.length && !isRoot(text, to)) to = lineAt(text, to).end;
  const isClear = /^["']?[\w./-]+["']?[ \t]*:[ \t]*[\r\n]/.test(text.slice(from, from + 200));
  const isInAction = text.lastIndexOf('{{', from) > text.lastIndexOf('}}', from);
  return isClear && !isInAction ? { start: from, end: to } : undefined;
}

/** Whether something begins at the left edge on the line that begins here. */
const isRoot = (text: string, start: number) => !' \t\r\n#-'.includes(text.charAt(start) || ' ');

/** What YAML would read as something else than a text: numbers, and what begins with a sign of its own. */
const needsQuotes = (value: string) =>
  /^(?:[\d._]+(?:e\d+)?|true|false|yes|no|on|off|null|~)$/i.test(value)
    ? (value.match(/\./g)?.length ?? 0) < 2
    : !/^[\p{L}\p{N}/][^\s#]*$/u.test(value);

/** A value as it is written in a field. */
export function yamlScalar(value: string, { quote, isClosed }: Pick<Field, 'quote' | 'isClosed'>): string {
  if (quote) return isClosed ? value : quote + value + quote;
  return needsQuotes(value) ? `"${value}"` : value;
}

/** Words that stand alone on their line, and where. */
export interface Words {
  readonly span: Span;
  readonly prefix: string;
  readonly indent: string;
}

const typedWords = /^([ \t]*)(- +)?((?:[\p{L}\p{N}][\p{L}\p{N}_. -]*)?)$/u;

/** The words at the offset, nothing else being on the line but a dash; empty words on an empty line. */
export function wordsAlone({ start, head, tail }: Line): (Words & { dash: string }) | undefined {
  const found = typedWords.exec(head);
  const after = /^([\p{L}\p{N}_.-]*)[ \t]*$/u.exec(tail)?.[1];
  if (!found || after === undefined) return undefined;
  const [, indent = '', dash = '', prefix = ''] = found;
  const offset = start + head.length;
  return { span: { start: offset - prefix.length, end: offset + after.length }, prefix, indent, dash };
}
