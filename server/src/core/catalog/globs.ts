import type { Identifier } from '../model';
import { groupBy } from './groupBy';
import { matchesGlob } from './names';

/** Identifiers with a `*` of one ecosystem, found by what stands before it: hundreds need not be tried for each name. */
export interface Globs {
  readonly byPrefix: ReadonlyMap<string, readonly Identifier[]>;
  /** How long the prefixes are. */
  readonly lengths: readonly number[];
}

export function indexGlobs(identifiers: readonly Identifier[]): Globs {
  const byPrefix = groupBy(identifiers, ({ name }) => name.slice(0, name.indexOf('*')));
  return { byPrefix, lengths: [...new Set([...byPrefix.keys()].map((prefix) => prefix.length))] };
}

/** The identifiers of the longest glob that a name matches. */
export function globbed(name: string, { byPrefix, lengths }: Globs): readonly Identifier[] {
  let best: readonly Identifier[] = [];
  for (const length of lengths) {
    const group = length <= name.length ? byPrefix.get(name.slice(0, length)) : undefined;
    for (const one of group ?? [])
      if (one.name.length > (best[0]?.name.length ?? 0) && matchesGlob(one.name, name))
        best = group?.filter((other) => other.name === one.name) ?? [];
  }
  return best;
}
