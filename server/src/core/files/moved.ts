import type { Attribute, Dependency, Span } from '../model';

/** A dependency that was read in a part of a text, with the places that it has in the whole: `by` further on. */
export function moved(dependency: Dependency, by: number): Dependency {
  const { ecosystem, name, nameSpan, scope, version, repository, label, skipReason } = dependency;
  const there = {
    ...{ ecosystem, name, nameSpan: movedSpan(nameSpan, by), scope },
    ...(version && { version: movedLiteral(version, by) }),
    ...(repository && { repository: movedLiteral(repository, by) }),
    ...(label !== undefined && { label }),
    ...(skipReason && { skipReason }),
  };
  return 'attributes' in dependency ? withAttributes(there, () => movedAttributes(dependency.attributes, by)) : there;
}

/** A dependency with attributes that are looked for when somebody asks: most names are nobody's, and nobody does. */
export function withAttributes(dependency: Dependency, find: () => Attributes): Dependency {
  let found: Attributes | undefined;
  return {
    ...dependency,
    get attributes() {
      found ??= find();
      return found;
    },
  };
}

export const movedSpan = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });

type Attributes = NonNullable<Dependency['attributes']>;

function movedAttributes(attributes: Dependency['attributes'], by: number): Attributes {
  const result = new Map<string, Attribute | undefined>();
  for (const [path, one] of attributes ?? []) result.set(path, one && movedLiteral(one, by));
  return result;
}

/** A version may be an attribute, too. */
function movedLiteral({ value, span, keySpan }: Attribute, by: number): Attribute {
  const there = { value, span: movedSpan(span, by) };
  return keySpan ? { ...there, keySpan: movedSpan(keySpan, by) } : there;
}
