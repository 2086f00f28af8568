import { lineEndOf } from '../fixes/changes';
import type { Slot, SlotEntry } from '../model';
import { wholeOf } from './field';
import { namesBeside, placeAt, type Read, subjectOf } from './probe';
import { type Line, lineAround, wordsAlone, yamlField, yamlPlace } from './yaml';

/** Packages with their constraints, and constraints, in the maps of dependencies. */
export function slotInPubspec(text: string, offset: number, read: Read): Slot | undefined {
  const line = lineAround(text, offset);
  return versionSlot(text, line, read) ?? nameSlot(text, line, read) ?? keySlot(text, line, read);
}

function versionSlot(text: string, line: Line, read: Read): Slot | undefined {
  const field = yamlField(line);
  const place = field && yamlPlace(text, field, 'zz9', read);
  if (!field || place?.kind !== 'version') return undefined;
  const { quote, isClosed } = field;
  const write = ({ name }: SlotEntry) => (quote ? (isClosed ? name : quote + name + quote) : constraint(name));
  return { ...subjectOf(place), ...wholeOf(field), write };
}

/** What YAML would take for something else than a text: `>=1.0.0 <2.0.0`. */
const constraint = (version: string) => (/^\^?\w[\w.+-]*$/.test(version) ? version : `"${version}"`);

/** A line on which nothing stands yet but words. */
function nameSlot(text: string, line: Line, read: Read): Slot | undefined {
  const words = wordsAlone(line);
  const place = words && !words.dash && placeAt(text, words.span, { before: '', word: 'zz9', after: ': 1' }, read);
  if (!words || !place || place.kind !== 'name') return undefined;
  const { span, prefix, indent } = words;
  return {
    ...subjectOf(place),
    taken: namesBeside(read(text), place.dependency.scope, span),
    span,
    insertEnd: span.end,
    prefix,
    write: ({ name, version }) => `${name}: ${constraint(version ?? 'any')}`,
    writeSnippet: (body) => body.split('\n').join(`${lineEndOf(text)}${indent}`),
  };
}

/** The name alone: its constraint is there already. */
function keySlot(text: string, { start, head, tail }: Line, read: Read): Slot | undefined {
  const prefix = /^[ \t]+(\w+)$/.exec(head)?.[1] ?? '';
  const rest = /^(\w*)[ \t]*:/.exec(tail)?.[1];
  const offset = start + head.length;
  if (!prefix || rest === undefined) return undefined;
  const span = { start: offset - prefix.length, end: offset + rest.length };
  const place = placeAt(text, span, { before: '', word: 'zz9', after: '' }, read);
  if (place?.kind !== 'name') return undefined;
  const taken = namesBeside(read(text), place.dependency.scope, span);
  return { ...subjectOf(place), taken, span, insertEnd: offset, prefix, write: ({ name }) => name };
}
