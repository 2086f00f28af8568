import { lineEndOf } from '../fixes/changes';
import type { Slot } from '../model';
import { extentOf, wholeOf } from './field';
import { namesBeside, placeAt, type Read, subjectOf } from './probe';
import { tomlField, tomlKeyAt, tomlString } from './toml';
import type { Line } from './yaml';

/** A version as a table has it, after one that was there before. */
export type WriteVersion = (version: string, before?: string) => string;

const asItIs: WriteVersion = (version) => version;

/** What follows the key is a comment for as long as the place is asked what it is. */
const probe = { before: '', word: 'zz9', after: ' = "1" #' };

/** A name with its version where a key may begin, the name alone where a value follows. */
export function keySlot(text: string, line: Line, read: Read, write = asItIs): Slot | undefined {
  const key = tomlKeyAt(line);
  const place = key && placeAt(text, key, probe, read);
  if (!key || place?.kind !== 'name') return undefined;
  const offset = line.start + line.head.length;
  const taken = namesBeside(read(text), place.dependency.scope, key);
  const base = { ...subjectOf(place), taken, prefix: key.prefix };
  if (key.hasValue) {
    const isQuoted = text[key.end - 1] === text[key.start];
    return { ...base, span: key, insertEnd: isQuoted ? key.end : offset, write: ({ name }) => name };
  }
  return {
    ...base,
    span: { start: key.start, end: key.lineEnd },
    insertEnd: key.lineEnd,
    write: ({ name, version }) => `${name} = "${version ? write(version) : '*'}"`,
    writeSnippet: (body) => linesOf(text, body, taken),
  };
}

/** The lines of a snippet whose names are not there yet. */
function linesOf(text: string, body: string, taken: ReadonlySet<string>): string {
  const lines = body.split('\n').filter((line) => !taken.has(/^([\w-]+)[ \t]*[=.]/.exec(line)?.[1] ?? ''));
  return lines.join(lineEndOf(text));
}

/** The version of a name, or the name that another stands for. */
export function valueSlot(text: string, line: Line, read: Read, write = asItIs): Slot | undefined {
  const field = tomlField(line);
  const place = field && placeAt(text, field.span, { before: '"', word: 'zz9', after: '"' }, read);
  if (!field || !place) return undefined;
  const isWhole = place.kind === 'version' || !field.quote;
  return {
    ...subjectOf(place),
    ...(isWhole ? wholeOf(field) : extentOf(field)),
    write: ({ name }) => tomlString(place.kind === 'version' ? write(name, field.prefix) : name, field),
  };
}
