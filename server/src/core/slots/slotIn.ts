import { movedSpan } from '../files/moved';
import { partAt } from '../files/parts';
import type { Slot, Source } from '../model';

/** What may be inserted at an offset of a source: where it was read in parts, its part alone is looked at. */
export function slotIn({ kind, text, parts }: Source, offset: number): Slot | undefined {
  const part = parts && partAt(parts, offset);
  // One line alone does not show how lines end in this file.
  if (!part?.text.includes('\n')) return kind.slotAt(text, offset);
  const slot = kind.slotAt(part.text, offset - part.start);
  return slot && movedSlot(slot, part.start);
}

function movedSlot(slot: Slot, by: number): Slot {
  const { span, insertEnd, also } = slot;
  const changes: Slot['also'] = (entry) =>
    also?.(entry).map((change) => ({ ...change, span: movedSpan(change.span, by) })) ?? [];
  return { ...slot, span: movedSpan(span, by), insertEnd: insertEnd + by, ...(also && { also: changes }) };
}
