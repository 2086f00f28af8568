import { moved } from '../files/moved';
import type { Dependency, Scope, Span } from '../model';

/** What a file kind takes a place for, and the dependency that it belongs to. */
export interface Place {
  readonly kind: 'name' | 'version' | 'repository' | 'value';
  readonly dependency: Dependency;
  /** Path of the attribute that a value is for. */
  readonly attribute?: string;
}

/** What stands in a place while the text is read, so that half-typed text is no broken text. */
export interface Probe {
  readonly before: string;
  readonly word: string;
  readonly after: string;
}

/** The reader of a file kind. */
export type Read = (text: string) => readonly Dependency[];

/**
 * What stands at a place in the eyes of the reader itself: the text is read with a word there that nothing else is
 * called. So there is no second opinion on what a name is, and nothing where the reader looks for nothing: in
 * comments, block scalars, heredocs.
 */
export function placeAt(text: string, span: Span, probe: Probe, read: Read): Place | undefined {
  const start = span.start + probe.before.length;
  const there = { start, end: start + probe.word.length };
  for (const dependency of read(probed(text, span, probe))) {
    const place = partAt(dependency, there);
    if (place) return place;
  }
  return undefined;
}

/** The same where the rest of a long text says nothing of the place: only a part of it is read. */
export function placeWithin(
  text: string,
  span: Span,
  probe: Probe,
  read: Read,
  { start, end }: Span,
): Place | undefined {
  const inside = { start: span.start - start, end: span.end - start };
  const place = placeAt(text.slice(start, end), inside, probe, read);
  return place && { ...place, dependency: moved(place.dependency, start) };
}

/** The text with the probe in place of the span. */
export const probed = (text: string, span: Span, { before, word, after }: Probe): string =>
  text.slice(0, span.start) + before + word + after + text.slice(span.end);

function partAt(dependency: Dependency, there: Span): Place | undefined {
  if (isSame(dependency.nameSpan, there)) return { kind: 'name', dependency };
  if (isSame(dependency.version?.span, there)) return { kind: 'version', dependency };
  if (isSame(dependency.repository?.span, there)) return { kind: 'repository', dependency };
  for (const [attribute, located] of dependency.attributes?.() ?? [])
    if (isSame(located?.span, there)) return { kind: 'value', dependency, attribute };
  return undefined;
}

const isSame = (span: Span | undefined, other: Span) => span?.start === other.start && span.end === other.end;

/** What a slot at a place is for. */
export function subjectOf({ kind, dependency, attribute }: Place) {
  const { ecosystem, scope, name, repository } = dependency;
  if (kind === 'name') return { kind, ecosystem, scope };
  const place = kind === 'version' && repository?.value ? { repository: repository.value } : {};
  return { kind, ecosystem, scope, name, ...place, ...(attribute ? { attribute } : {}) };
}

/** The names that stand in the same part of a file already, but for the one that is being typed. */
export function namesBeside(dependencies: readonly Dependency[], scope: Scope, typed: Span): ReadonlySet<string> {
  const touches = ({ nameSpan }: Dependency) => nameSpan.start <= typed.end && typed.start <= nameSpan.end;
  return new Set(dependencies.filter((one) => one.scope === scope && !touches(one)).map((one) => one.name));
}
