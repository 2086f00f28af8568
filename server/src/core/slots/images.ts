import { rewrite } from '../fixes/changes';
import { splitHost } from '../fixes/image';
import type { Dependency, Located, Slot, SlotEntry, TextChange } from '../model';
import { extentOf, type Field, wholeOf } from './field';
import { type Read, subjectOf } from './probe';
import { type Context, lineAround, yamlField, yamlItem, yamlPlace, yamlScalar } from './yaml';

/** Has a slash, because bare words are images only where the key says so. */
const word = 'zz9/zz9';

/** Images and their tags. */
export function imageSlot(text: string, offset: number, read: Read, context?: Context): Slot | undefined {
  const line = lineAround(text, offset);
  const field = yamlField(line) ?? yamlItem(line);
  const place = field && yamlPlace(text, field, word, read, context);
  if (!field || place?.dependency.ecosystem !== 'image') return undefined;
  if (place.kind === 'name') return referenceSlot(text, field, place.dependency);
  if (place.kind !== 'version') return undefined;
  const write = (entry: SlotEntry) => yamlScalar(entry.name, field);
  return { ...subjectOf(place), ...wholeOf(field), write };
}

/** `name:tag`; the name alone where the tag has a key of its own, and the path of it where the registry has one. */
function referenceSlot(text: string, field: Field, { version, repository }: Dependency): Slot {
  const isMap = field.key === 'repository' || version !== undefined || repository !== undefined;
  const registry = repository && behind(repository, field);
  const reference = (entry: SlotEntry) => (isMap ? entry.name : imageText(entry));
  return {
    kind: 'name',
    ecosystem: 'image',
    ...extentOf(field),
    prefix: imagePrefix(field.prefix),
    write: (entry) => yamlScalar(registry ? splitHost(entry.name)[1] : reference(entry), field),
    also: (entry) => (entry && registry ? registryChange(text, registry, entry) : []),
  };
}

/** The name in a reference that is being typed, as it is compared. */
export const imagePrefix = (typed: string) =>
  typed.replace(/^(?:docker\.io\/)?(?:library\/)?/, '').replace(/[:@][^/]*$/, '');

/** A reference to an image. */
export const imageText = ({ name, version }: SlotEntry) => (version ? `${name}:${version}` : name);

/** Where a place stands that was found while the probe was in the text. */
function behind({ value, span }: Located, field: Field): Located {
  const longer = word.length + 2 * field.quote.length - (field.span.end - field.span.start);
  const by = span.start > field.span.start ? longer : 0;
  return { value, span: { start: span.start - by, end: span.end - by } };
}

const registryChange = (text: string, { span }: Located, { name }: SlotEntry): TextChange[] =>
  rewrite(text, span, splitHost(name)[0]);
