import { movedSpan } from '../files/moved';
import type { Part, Slot, Source } from '../model';

/** What may be inserted at an offset of a source: where it was read in parts, its part alone is looked at. */
export function slotIn({ kind, text, parts }: Source, offset: number): Slot | undefined {
  const part = parts && partAround(parts, offset);
  if (!part) return kind.slotAt(text, offset);
  const slot = kind.slotAt(part.text, offset - part.start);
  return slot && movedSlot(slot, part.start);
}

/** The part that an offset is in; undefined where it does not show how lines end in this file. */
function partAround(parts: readonly Part[], offset: number): Part | undefined {
  let [low, high] = [0, parts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((parts[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const part = parts[low];
  return part?.text.includes('\n') ? part : undefined;
}

function movedSlot(slot: Slot, by: number): Slot {
  const { span, insertEnd, also } = slot;
  const changes: Slot['also'] = (entry) =>
    also?.(entry).map((change) => ({ ...change, span: movedSpan(change.span, by) })) ?? [];
  return { ...slot, span: movedSpan(span, by), insertEnd: insertEnd + by, ...(also && { also: changes }) };
}
