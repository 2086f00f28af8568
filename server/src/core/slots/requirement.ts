import type { Dependency, Slot, SlotEntry, Span } from '../model';
import { normalisedName, specifier, type VersionStyle } from '../syntax/requirement';
import { namesBeside, type Read } from './probe';

/** A requirement that is being typed, and how it is written. */
export interface Typed {
  readonly text: string;
  readonly offset: number;
  /** All of it, without quotes. */
  readonly span: Span;
  /** What the reader takes it for. */
  readonly dependency: Dependency;
  readonly style: VersionStyle;
  readonly read: Read;
}

const nameBefore = /^([ \t]*(?:[\w./-]*::)?)((?:[\p{L}\p{N}][\p{L}\p{N}_. -]*)?)$/u;
const versionBefore =
  /^[ \t]*(?:[\w./-]*::)?([A-Za-z0-9][\w.-]*)[ \t]*(?:\[[^\]]*\][ \t]*)?\(?([<>=!~]=?=?[ \t]*[\w.*+!-]*)$/;

/** The name with a version, the name alone where more follows, or the version. */
export function requirementSlot(typed: Typed): Slot | undefined {
  const head = typed.text.slice(typed.span.start, typed.offset);
  const name = nameBefore.exec(head);
  if (name) return nameSlot(typed, typed.span.start + (name[1]?.length ?? 0), name[2] ?? '');
  const [, of, prefix] = versionBefore.exec(head) ?? [];
  return of && prefix ? versionSlot(typed, of, prefix) : undefined;
}

function nameSlot({ text, offset, span, dependency, style, read }: Typed, start: number, prefix: string): Slot {
  const { ecosystem, scope } = dependency;
  const after = text.slice(offset, span.end);
  const word = /^[\w.-]*/.exec(after)?.[0].length ?? 0;
  const isAlone = after.slice(word).trim() === '';
  const place = { start, end: isAlone ? span.end : offset + word };
  const spec = ({ version }: SlotEntry) => (isAlone && version ? specifier(version, undefined, style) : '');
  return {
    kind: 'name',
    ecosystem,
    scope,
    taken: namesBeside(read(text), scope, place),
    prefix,
    span: place,
    insertEnd: isAlone ? place.end : offset,
    write: (entry) => entry.name + spec(entry),
  };
}

function versionSlot({ text, offset, span, dependency, style }: Typed, of: string, prefix: string): Slot | undefined {
  const rest = /^[\w.*+!-]*/.exec(text.slice(offset, span.end))?.[0] ?? '';
  const end = offset + rest.length;
  // Of several conditions none is the whole version.
  if (/[,|]/.test(text.charAt(end))) return undefined;
  const { ecosystem, scope } = dependency;
  const name = ecosystem === 'pypi' ? normalisedName(of) : of.toLowerCase();
  const write = (entry: SlotEntry) => specifier(entry.name, prefix + rest, style);
  return {
    kind: 'version',
    ecosystem,
    scope,
    name,
    prefix,
    span: { start: offset - prefix.length, end },
    insertEnd: end,
    write,
  };
}
