import { indentationAt, lineEndOf } from '../fixes/changes';
import type { Slot, SlotEntry, TextChange } from '../model';
import { type JsonCursor, jsonCursor, nextSign, nextSignOfLine } from '../syntax/jsonCursor';
import { namesBeside, type Place, placeAt, type Read, subjectOf } from './probe';

/** Names with their versions, versions, and sets of lines, in the maps of dependencies. */
export function slotInPackageJson(text: string, offset: number, read: Read): Slot | undefined {
  const cursor = jsonCursor(text, offset);
  if (isTorn(text, cursor)) return undefined;
  const sign = nextSignOfLine(text, cursor.span.end);
  if (cursor.before === 'colon' && sign !== ':') return versionSlot(text, offset, cursor, read);
  if (cursor.before === 'colon') return undefined;
  const end = cursor.span.end + (emptyValue.exec(text.slice(cursor.span.end, cursor.span.end + 100))?.[0].length ?? 0);
  const hasValue = sign === ':' && !',}'.includes(nextSignOfLine(text, end));
  return hasValue ? keySlot(text, offset, cursor, read) : propertySlot(text, offset, cursor, end, read);
}

/** A colon, and the quotes that editors put after it. */
const emptyValue = /^[ \t]*:(?:[ \t]*"")?/;

/** Words that touch a quote are what is left of a string; one over two lines is none. */
const isTorn = (text: string, { form, span }: JsonCursor) =>
  form === 'string' || form === 'open'
    ? /[\r\n]/.test(text.slice(span.start, span.end))
    : text[span.start - 1] === '"' || text[span.end] === '"';

const property = { before: '"', word: 'zz9', after: '": "1"' };
/** Before the colon of a value that may say nothing yet. */
const propertyAndKey = { ...property, after: '": "1", "zz"' };

/** The name alone: its value is there already. */
function keySlot(text: string, offset: number, cursor: JsonCursor, read: Read): Slot | undefined {
  const place = placeAt(text, cursor.span, propertyAndKey, read);
  if (place?.kind !== 'name' || cursor.form === 'nothing') return undefined;
  return {
    ...nameSlot(text, cursor, place, read),
    ...extentOf(text, offset, cursor),
    write: ({ name }) => (cursor.form === 'string' ? name : `"${name}"`),
  };
}

/** Name and version, with the commas that they need. */
function propertySlot(text: string, offset: number, cursor: JsonCursor, end: number, read: Read): Slot | undefined {
  const isApart = cursor.before === 'brace' || cursor.before === 'comma';
  if (cursor.form === 'nothing' && !isApart && cursor.isBeforeNear) return undefined;
  const span = { start: cursor.span.start, end };
  const place = placeAt(text, span, property, read);
  if (place?.kind !== 'name') return undefined;
  const slot = nameSlot(text, cursor, place, read);
  const comma = commaAfter(text, end);
  return {
    ...slot,
    span,
    insertEnd: end,
    prefix: prefixOf(text, offset, cursor),
    write: ({ name, version = '*' }) => `"${name}": "${version}"${comma}`,
    writeSnippet: (body) => linesOf(text, span.start, body, slot.taken, comma),
    also: () => commaBefore(cursor),
  };
}

const nameSlot = (text: string, { span }: JsonCursor, place: Place, read: Read) => ({
  ...subjectOf(place),
  taken: namesBeside(read(text), place.dependency.scope, span),
});

function versionSlot(text: string, offset: number, cursor: JsonCursor, read: Read): Slot | undefined {
  if (!cursor.isBeforeNear) return undefined;
  const prefix = prefixOf(text, offset, cursor);
  const place = placeAt(text, cursor.span, { before: '"', word: '1', after: '"' }, read);
  if (place?.kind !== 'version' || /^[a-z]\w*[:+]/.test(prefix)) return undefined;
  const { span } = extentOf(text, offset, cursor);
  const [before, after] = cursor.form === 'string' ? ['', ''] : ['"', `"${commaAfter(text, span.end)}`];
  const write = (entry: SlotEntry) => before + entry.name + after;
  return { ...subjectOf(place), span, insertEnd: span.end, prefix, write };
}

/** What is replaced where only the inside of quotes is: else all of it, because it gets quotes. */
function extentOf(text: string, offset: number, cursor: JsonCursor): Pick<Slot, 'span' | 'insertEnd' | 'prefix'> {
  const prefix = prefixOf(text, offset, cursor);
  if (cursor.form !== 'string') return { span: cursor.span, insertEnd: cursor.span.end, prefix };
  return { span: { start: cursor.span.start + 1, end: cursor.span.end - 1 }, insertEnd: offset, prefix };
}

const prefixOf = (text: string, offset: number, { span }: JsonCursor) =>
  text.slice(span.start, offset).replace(/^"/, '');

/** A property that follows needs a comma before it. */
const commaAfter = (text: string, end: number) => (',}]'.includes(nextSign(text, end)) ? '' : ',');

const commaBefore = ({ before, beforeEnd }: JsonCursor): TextChange[] =>
  before === 'value' ? [{ span: { start: beforeEnd, end: beforeEnd }, text: ',' }] : [];

const key = /^\s*"([^"]+)"\s*:/;

/** The lines of a snippet whose names are not there yet. */
function linesOf(text: string, start: number, body: string, taken: ReadonlySet<string>, comma: string): string {
  const all = body.replace(/,\s*$/, '').split('\n');
  const lines = all.filter((line) => !taken.has(key.exec(line)?.[1] ?? ''));
  const joined = lines.join(`${lineEndOf(text)}${indentationAt(text, start)}`).replace(/,\s*$/, '');
  return joined && joined + comma;
}
