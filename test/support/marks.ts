import assert from 'node:assert/strict';
import type { Dependency, FileKind, Located, Span } from '../../server/src/core/model';
import { picture } from './findings';

interface Mark {
  readonly span: Span;
  readonly label: string;
}

/** `^^^^ helm redis (release)` under the name, `^^^^ version 17.0.0` and `^^^^ repository …` under the others. */
export function marksOf({ ecosystem, name, nameSpan, scope, skipReason, version, repository }: Dependency): Mark[] {
  const label = `${ecosystem} ${name} (${[scope, skipReason].filter(Boolean).join(', ')})`;
  return [{ span: nameSpan, label }, ...markOf('version', version), ...markOf('repository', repository)];
}

const markOf = (what: string, located: Located | undefined): Mark[] =>
  located ? [{ span: located.span, label: `${what} ${located.value}` }] : [];

/** `^^^^ engine = mysql` under the value of each literal attribute. */
export const attributeMarks = ({ attributes }: Dependency): Mark[] =>
  [...(attributes?.() ?? [])].flatMap(([path, one]) =>
    one ? [{ span: one.span, label: `${path} = ${one.value}` }] : [],
  );

/** The text of a picture: all but the lines of marks. */
export const unmarked = (pictured: string): string =>
  pictured
    .split('\n')
    .filter((line) => !/^ *\^+ \S/.test(line))
    .join('\n');

/** Reads the text of the picture, marks what was found, and compares with the picture. */
export function assertRead(
  kind: FileKind,
  expected: string,
  marks: (dependency: Dependency) => readonly Mark[] = marksOf,
): void {
  const text = unmarked(expected);
  const found = kind.read(text).flatMap(marks);
  const inOrder = [...found].sort((one, other) => one.span.start - other.span.start);
  assert.equal(picture(text, inOrder), expected);
}

/** All places that a dependency names. */
export const spansOf = ({ nameSpan, version, repository, attributes }: Dependency): Span[] =>
  [
    nameSpan,
    version?.span,
    repository?.span,
    ...[...(attributes?.().values() ?? [])].flatMap((one) => [one?.span, one?.keySpan]),
  ].filter((span) => span !== undefined);

/** Dependencies with their attributes, so that they can be compared. */
export const unfolded = (dependencies: readonly Dependency[]) =>
  dependencies.map((one) => ({ ...one, attributes: one.attributes?.() }));
