import type { Slot } from '../model';
import { styleOf } from '../syntax/requirement';
import { placeAt, type Read } from './probe';
import { requirementSlot } from './requirement';
import { lineAround } from './yaml';

const item = /^[ \t]*-[ \t]+(["']?)([^"'#]*)$/;

/** Packages of the list and of that for pip, with their versions. */
export function slotInCondaEnvironment(text: string, offset: number, read: Read): Slot | undefined {
  const { head, tail } = lineAround(text, offset);
  const [, quote = '', typed] = item.exec(head) ?? [];
  if (typed === undefined) return undefined;
  const rest = quote ? /^[^"'#]*/.exec(tail)?.[0] : /^[^#]*/.exec(tail)?.[0].trimEnd();
  const span = { start: offset - typed.length, end: offset + (rest?.length ?? 0) };
  const isClosed = quote !== '' && text[span.end] === quote;
  const place = placeAt(text, span, { before: '', word: 'zz9', after: isClosed ? '' : quote }, read);
  if (place?.kind !== 'name') return undefined;
  const { dependency } = place;
  const slot = requirementSlot({ text, offset, span, dependency, style: styleOf(dependency.ecosystem), read });
  if (!slot || !quote || isClosed || slot.span.end < span.end) return slot;
  return { ...slot, write: (entry) => slot.write(entry) + quote };
}
