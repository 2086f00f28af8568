import { indentationAt, lineEndOf } from '../fixes/changes';
import type { Dependency, Slot, SlotEntry, TextChange } from '../model';
import { once } from '../once';
import { normalisedName, specifier, stringEnd, versionStyles } from '../syntax/requirement';
import type { Field } from './field';
import { placeAt, type Read } from './probe';
import { requirementSlot } from './requirement';
import { tomlField } from './toml';
import { keySlot, valueSlot } from './tomlTable';
import { lineAround } from './yaml';

const poetryVersion = (version: string, before?: string) => specifier(version, before, versionStyles.poetry);

/** Requirements of lists, names and versions of Poetry's tables. */
export function slotInPyproject(text: string, offset: number, read: Read): Slot | undefined {
  const line = lineAround(text, offset);
  const key = keySlot(text, line, read, poetryVersion);
  if (key) return withoutSnippet(key);
  const field = tomlField(line);
  const place = field && placeAt(text, field.span, { before: '"', word: 'zz9', after: '"' }, read);
  if (field && place?.kind === 'name') return itemSlot(text, offset, field, place.dependency, read);
  return place && valueSlot(text, line, read, poetryVersion);
}

const pipfileVersion = (version: string, before?: string) => specifier(version, before, versionStyles.pipfile);

/** Names and versions of Pipenv's tables. */
export function slotInPipfile(text: string, offset: number, read: Read): Slot | undefined {
  const line = lineAround(text, offset);
  return keySlot(text, line, read, pipfileVersion) ?? valueSlot(text, line, read, pipfileVersion);
}

/** Snippets are items of the standard's lists. */
function withoutSnippet({ writeSnippet: _, ...slot }: Slot): Slot {
  return slot;
}

function itemSlot(text: string, offset: number, field: Field, dependency: Dependency, read: Read): Slot | undefined {
  const span = {
    start: field.span.start + field.quote.length,
    end: field.span.end - (field.isClosed ? 1 : 0),
  };
  const slot = requirementSlot({ text, offset, span, dependency, style: versionStyles.project, read });
  if (!slot || slot.span.end < span.end) return slot;
  return slot.kind === 'name' && slot.span.start === span.start
    ? wholeItem(text, field, slot, read)
    : {
        ...slot,
        write: (entry) => slot.write(entry) + (field.isClosed ? '' : field.quote + commaAfter(text, span.end)),
      };
}

/** With its quotes and the commas that it needs. */
function wholeItem(text: string, { span, quote }: Field, slot: Slot, read: Read): Slot {
  const comma = commaAfter(text, span.end);
  const mark = quote || '"';
  const isNew = (item: string) => !slot.taken?.has(normalisedName(/^["']([\w.-]+)/.exec(item)?.[1] ?? ''));
  const joint = lineEndOf(text) + indentationAt(text, span.start);
  const items = (body: string) => body.split('\n').filter(isNew).join(joint).replace(/,\s*$/, '');
  return {
    ...slot,
    span,
    insertEnd: span.end,
    write: (entry: SlotEntry) => mark + slot.write(entry) + mark + comma,
    writeSnippet: (body) => items(body) && items(body) + comma,
    // The same for all that is offered, and the file is read for it.
    also: once(() => commaBefore(text, span.start, read)),
  };
}

const blanks = /(?:\s|#[^\n]*)*/y;

function skipBlanks(text: string, from: number): number {
  blanks.lastIndex = from;
  return from + (blanks.exec(text)?.[0].length ?? 0);
}

/** An item that follows needs a comma before it. */
const commaAfter = (text: string, end: number) => (/["']/.test(text.charAt(skipBlanks(text, end))) ? ',' : '');

function commaBefore(text: string, start: number, read: Read): TextChange[] {
  const before = read(text).findLast(({ nameSpan }) => nameSpan.end < start);
  const end = before ? stringEnd(text, before.nameSpan.end) + 1 : start;
  return end < start && skipBlanks(text, end) >= start ? [{ span: { start: end, end }, text: ',' }] : [];
}
