import { indentationAt, lineAt, lineEndOf } from '../fixes/changes';
import type { Slot, SlotEntry } from '../model';
import { outline } from '../syntax/hclOutline';
import { extentOf, type Field, wholeOf } from './field';
import { type Place, placeAt, probed, type Read, subjectOf } from './probe';

/** Values of attributes, and snippets where a block may begin. */
export function slotInTerraform(text: string, offset: number, read: Read): Slot | undefined {
  const line = lineAt(text, offset);
  const head = text.slice(line.start, offset);
  const tail = /^[^\r\n]*/.exec(text.slice(offset, line.end))?.[0] ?? '';
  const field = fieldAt(head, tail, offset);
  return field ? valueSlot(text, field, read) : blockSlot(text, head, tail, offset);
}

/** `key = "value` before the offset; the key may have quotes, too. */
const assignment = /(?:^|[\s{,])"?([\w-]+)"?[ \t]*[=:][ \t]*("?)([^"{}=$\r]*)$/;

/** A line that somebody types is not longer. */
const longestHead = 1000;

function fieldAt(head: string, tail: string, offset: number): Field | undefined {
  const [, key, quote, prefix = ''] = assignment.exec(head.slice(-longestHead)) ?? [];
  if (!key || (!quote && !/^[\w-]*$/.test(prefix))) return undefined;
  // A quote further on is not ours where another attribute or a comment stands in between.
  const inside = quote ? /^([^"={}$#]*)"/.exec(tail)?.[1] : undefined;
  const end = offset + (inside !== undefined ? inside.length + 1 : wordLength(tail));
  const isLast = /^\s*$/.test(tail.slice(end - offset));
  const span = { start: offset - prefix.length - (quote ? 1 : 0), end };
  if (!quote && !/^\s*(?:[,}#]|\/\/|$)/.test(tail.slice(end - offset))) return undefined;
  return { key, span, quote: quote ? '"' : '', isClosed: inside !== undefined, prefix, isLast };
}

const wordLength = (tail: string) => /^[\w./:@-]*/.exec(tail)?.[0].length ?? 0;

/** The address of a module has parts; anything else may be one word. */
const words = ['zz9', 'zz9/zz9/zz9'];

function valueSlot(text: string, field: Field, read: Read): Slot | undefined {
  for (const word of field.key === 'source' ? words : words.slice(0, 1)) {
    const place = placeAt(text, field.span, { before: '"', word, after: '"' }, read);
    if (place) return slotOf(text, field, place);
  }
  return undefined;
}

function slotOf(text: string, field: Field, place: Place): Slot {
  const { kind, dependency } = place;
  const missing = kind === 'name' && dependency.scope === 'release' && field.isLast ? missingIn(text, field) : [];
  // What has no quotes yet gets them, and so is replaced as a whole.
  const isWhole = !field.quote || kind === 'version' || kind === 'repository' || missing.length > 0;
  const around = missing.length ? { ...field, isClosed: false } : field;
  return {
    ...subjectOf(place),
    ...(isWhole ? wholeOf(around) : extentOf(around)),
    write: (entry) =>
      quoted(entry.name, around) + missing.map((key) => attributeLine(text, field, key, entry)).join(''),
  };
}

const quoted = (value: string, { quote, isClosed }: Field) =>
  quote && isClosed ? value : quote || !/^(?:true|false|\d+)$/.test(value) ? `"${value}"` : value;

/** What belongs to a chart and is not written in its block yet. */
function missingIn(text: string, { span }: Field): ('repository' | 'version')[] {
  const whole = outline(probed(text, span, { before: '"', word: 'zz9', after: '"' }));
  const block = whole.blocks.find((one) => one.attributes.some(({ valueStart }) => valueStart === span.start));
  const has = (key: string) => block?.attributes.some(({ name }) => name === key);
  return block ? (['repository', 'version'] as const).filter((key) => !has(key)) : [];
}

/** A line of its own below the chart, its `=` below that of the chart. */
function attributeLine(text: string, { span }: Field, key: 'repository' | 'version', entry: SlotEntry): string {
  const value = entry[key];
  const { start } = lineAt(text, span.start);
  const width = /^\s*(\S+\s*)=/.exec(text.slice(start, span.start))?.[1]?.length ?? 0;
  const indent = indentationAt(text, span.start);
  return value ? `${lineEndOf(text)}${indent}${key.padEnd(width - 1)} = "${value}"` : '';
}

const typedWords = /^[ \t]*((?:[\p{L}\p{N}_-][\p{L}\p{N}_ -]*)?)$/u;

/** At the root of the file, on a line where nothing but words stands. */
function blockSlot(text: string, head: string, tail: string, offset: number): Slot | undefined {
  const prefix = typedWords.exec(head)?.[1];
  const after = /^([\p{L}\p{N}_-]*)[ \t]*$/u.exec(tail)?.[1];
  if (prefix === undefined || after === undefined) return undefined;
  const span = { start: offset - prefix.length, end: offset + after.length };
  const whole = outline(probed(text, span, { before: '', word: 'zz9', after: ' = 0' }));
  if (!whole.attributes.some(({ nameSpan }) => nameSpan.start === span.start)) return undefined;
  const writeSnippet = (body: string) => body.split('\n').join(`${lineEndOf(text)}${indentationAt(text, offset)}`);
  return { kind: 'snippet', span, insertEnd: offset, prefix, write: ({ name }) => name, writeSnippet };
}
