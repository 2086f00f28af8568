import { lineEndOf } from '../fixes/changes';
import type { Slot, SlotEntry } from '../model';
import { isLibrary } from '../syntax/gradle';
import type { Field } from './field';
import { namesBeside, placeAt, type Read, subjectOf } from './probe';
import { tomlField, tomlKeyAt, tomlString } from './toml';
import { valueSlot } from './tomlTable';
import { type Line, lineAround } from './yaml';

/** Artifacts under an alias, artifacts in their places, and versions, those that are referred to as well. */
export function slotInVersionCatalog(text: string, offset: number, read: Read): Slot | undefined {
  const line = lineAround(text, offset);
  const alias = aliasSlot(text, line, read);
  if (alias) return alias;
  const field = tomlField(line);
  const name = field && coordinateSlot(text, line, field, read);
  return name ?? versionSlot(text, line, read);
}

/** An id of a plugin is nothing that any artifact could be. */
function versionSlot(text: string, line: Line, read: Read): Slot | undefined {
  const slot = valueSlot(text, line, read);
  return slot?.kind === 'version' ? slot : undefined;
}

/** The alias, as people call it: by the artifact alone. */
const lineOf = ({ name, version }: SlotEntry) => {
  const alias = (name.split(':')[1] ?? name).replaceAll('.', '-');
  return `${alias} = { module = "${name}"${version ? `, version = "${version}"` : ''} }`;
};

function aliasSlot(text: string, line: Line, read: Read): Slot | undefined {
  const key = tomlKeyAt(line);
  if (!key || key.hasValue) return undefined;
  const span = { start: key.start, end: key.lineEnd };
  const place = placeAt(text, span, { before: 'zz9 = "', word: 'zz9:zz9', after: '" #' }, read);
  if (place?.kind !== 'name' || place.dependency.scope !== 'dependencies') return undefined;
  return {
    ...subjectOf(place),
    taken: namesBeside(read(text), place.dependency.scope, span),
    fits: isLibrary,
    span,
    insertEnd: span.end,
    prefix: key.prefix,
    write: lineOf,
    writeSnippet: (body) => body.split('\n').join(lineEndOf(text)),
  };
}

/** `group:artifact`, which has its version behind it where it has no key of its own. */
function coordinateSlot(text: string, line: Line, field: Field, read: Read): Slot | undefined {
  const named = /^[\w.-]+:[\w.-]+:/.exec(field.prefix)?.[0];
  const probe = named ? { before: `"${named}`, word: 'zz9', after: '"' } : { before: '"', word: 'zz9:zz9', after: '"' };
  const place = placeAt(text, field.span, probe, read);
  if (!place || place.kind !== (named ? 'version' : 'name') || place.dependency.scope !== 'dependencies')
    return undefined;
  const hasKey = /module["']?[ \t]*=[ \t]*$/.test(text.slice(line.start, field.span.start));
  const rest = ({ version }: SlotEntry) => (version && !hasKey ? `:${version}` : '');
  const taken = named ? {} : { taken: namesBeside(read(text), place.dependency.scope, field.span) };
  const write = (entry: SlotEntry) => tomlString(named ? named + entry.name : entry.name + rest(entry), field);
  const start = field.span.start + (field.isClosed ? 1 : 0);
  const end = field.span.end - (field.isClosed ? 1 : 0);
  return {
    ...subjectOf(place),
    ...taken,
    fits: isLibrary,
    span: { start, end },
    insertEnd: end,
    prefix: field.prefix,
    write,
  };
}
