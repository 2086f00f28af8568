import type { Slot } from '../model';
import { namesBeside, placeAt, type Read, subjectOf } from './probe';
import { keySlot, valueSlot } from './tomlTable';
import { type Line, lineAround } from './yaml';

/** Crates with their versions, versions, and sets of lines, in the tables of dependencies. */
export function slotInCargo(text: string, offset: number, read: Read): Slot | undefined {
  const line = lineAround(text, offset);
  return keySlot(text, line, read) ?? headerSlot(text, line, read) ?? valueSlot(text, line, read);
}

const headerBefore = /^([ \t]*\[[^\]#]*\.[ \t]*)([\w-]*)$/;

/** The last part of a header: the crate has a table of its own. */
function headerSlot(text: string, { start, head, tail }: Line, read: Read): Slot | undefined {
  const prefix = headerBefore.exec(head)?.[2];
  const [, word = '', close] = /^([\w-]*)(\]?)[ \t]*$/.exec(tail) ?? [];
  if (prefix === undefined || close === undefined) return undefined;
  const offset = start + head.length;
  const span = { start: offset - prefix.length, end: offset + word.length };
  const place = placeAt(text, span, { before: '', word: 'zz9', after: close ? '' : ']' }, read);
  if (place?.kind !== 'name') return undefined;
  const taken = namesBeside(read(text), place.dependency.scope, span);
  const write = ({ name }: { name: string }) => name + (close ? '' : ']');
  return { ...subjectOf(place), taken, prefix, span, insertEnd: close ? offset : span.end, write };
}
