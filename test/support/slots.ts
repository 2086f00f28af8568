import { applied } from '../../server/src/core/fixes/changes';
import type { FileKind, Inserted, Replacement, SlotEntry } from '../../server/src/core/model';
import { cursorIn } from './completions';

/**
 * The text after an entry, or the body of a snippet, was inserted at its `|`: undefined where nothing may be, `''` where
 * no such snippet may be.
 */
export function slotIn(kind: FileKind, marked: string, inserted: SlotEntry | string): string | undefined {
  const { text, offset } = cursorIn(marked);
  const slot = kind.slotAt(text, offset);
  if (!slot) return undefined;
  const entry = typeof inserted === 'string' ? undefined : inserted;
  const written = typeof inserted === 'string' ? (slot.writeSnippet?.(inserted) ?? '') : slot.write(inserted);
  return written && applied(text, [...(slot.also?.(entry) ?? []), { span: slot.span, text: written }]);
}

/** The text after the first dependency of a name was replaced; undefined where it has no place for that. */
export function replacedIn(kind: FileKind, text: string, name: string, by: Replacement): string | undefined {
  const dependencies = kind.read(text);
  const found = dependencies.find((one) => one.name === name);
  if (!found) return `no ${name} among: ${dependencies.map((one) => one.name)}`;
  const edit = kind.replace({ path: '', kind, text, dependencies }, found, by);
  return edit && applied(text, edit.changes);
}

/** The text after something was put in near an offset. */
export function insertedIn(kind: FileKind, text: string, inserted: Inserted, near = 0): string | undefined {
  const change = kind.insert(text, near, inserted);
  return change && applied(text, [change]);
}

/** What an exception above the line of a word covers. */
export function coveredIn(kind: FileKind, text: string, word: string): string {
  const { start, end } = kind.extent(text)(text.indexOf(word));
  return text.slice(start, end);
}
