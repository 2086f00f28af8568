import type { Dependency, Located, Span } from '../model';
import { parseImage } from '../syntax/image';
import { placeOf, substituted, type Traced, traced } from '../syntax/traced';

/**
 * The image that a text with its variables put in refers to; undefined for what is none. The name stands where it is
 * written, which may be a variable's default, and in all of `written` where it comes from several places.
 */
export function imageReference(whole: Traced, written: Span): Dependency | undefined {
  const image = parseImage(whole.text);
  const base = { ecosystem: 'image', scope: 'image' } as const;
  if (!image && !whole.text.includes('$')) return undefined;
  if (!image) return { ...base, name: whole.text, nameSpan: written, skipReason: 'expression' };
  const place = image.tag && placeOf(whole, image.tag.span);
  const version = image.tag && place && { value: image.tag.value, span: place };
  const nameSpan = placeOf(whole, image.nameSpan) ?? written;
  return { ...base, name: image.name, nameSpan, ...(version && { version }) };
}

/** The image that a literal refers to, with the values of its variables; they may have defaults, too. */
export function imageOf(written: Located, values = noValues): Dependency | undefined {
  return isAsWritten(written) ? imageReference(substituted(tracedIn(written), values), written.span) : undefined;
}

/** With escapes in it, offsets into a value are none into the file. */
export const isAsWritten = ({ value, span }: Located) => value.length === span.end - span.start;

/** A literal as it stands in the file. */
export const tracedIn = ({ value, span }: Located): Traced => traced(value, span.start);

/** What several places take from one variable is written once. */
export function oncePerPlace(dependencies: readonly Dependency[]): readonly Dependency[] {
  const seen = new Set<number>();
  return dependencies.filter(({ nameSpan }) => !seen.has(nameSpan.start) && seen.add(nameSpan.start));
}

const noValues: ReadonlyMap<string, Traced> = new Map();
