import type { Attribute, Attributes, Dependency, Span } from '../model';
import { once } from '../once';

/** A dependency that was read in a part of a text, with the places that it has in the whole: `by` further on. */
export function moved(dependency: Dependency, by: number): Dependency {
  const { nameSpan, version, repository, attributes } = dependency;
  return {
    ...dependency,
    nameSpan: movedSpan(nameSpan, by),
    ...(version && { version: movedLiteral(version, by) }),
    ...(repository && { repository: movedLiteral(repository, by) }),
    ...(attributes && { attributes: once(() => movedAttributes(attributes(), by)) }),
  };
}

export const movedSpan = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

function movedAttributes(attributes: Attributes, by: number): Attributes {
  const result = new Map<string, Attribute | undefined>();
  for (const [path, one] of attributes) result.set(path, one && movedLiteral(one, by));
  return result;
}

/** A version may be an attribute, too. */
function movedLiteral({ value, span, keySpan }: Attribute, by: number): Attribute {
  const there = { value, span: movedSpan(span, by) };
  return keySpan ? { ...there, keySpan: movedSpan(keySpan, by) } : there;
}
