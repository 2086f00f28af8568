import type { Span } from '../model';

/** Finds the first of some things that is about one of several names, without going through all of them each time. */
export function firstNamed<One>(
  all: readonly One[],
  namesOf: (one: One) => readonly string[],
): (names: readonly string[]) => One | undefined {
  const places = new Map<string, number>();
  for (const [at, one] of all.entries()) for (const name of namesOf(one)) if (!places.has(name)) places.set(name, at);
  return (names) => all[Math.min(...names.map((name) => places.get(name) ?? all.length))];
}

/** Finds the first of some things whose span an offset is in. Each piece between two edges is given away once. */
export function firstAround<One extends { readonly covers: Span }>(
  all: readonly One[],
): (offset: number) => One | undefined {
  const edges = [...new Set(all.flatMap(({ covers }) => [covers.start, covers.end]))].sort((a, b) => a - b);
  const owners: (One | undefined)[] = edges.map(() => undefined);
  const nextFree = edges.map((_, at) => at);
  for (const one of all) {
    const end = firstFrom(edges, one.covers.end);
    for (let at = freeFrom(nextFree, firstFrom(edges, one.covers.start)); at < end; at = freeFrom(nextFree, at)) {
      owners[at] = one;
      nextFree[at] = at + 1;
    }
  }
  return (offset) => owners[firstFrom(edges, offset + 1) - 1];
}

/** The first place that is not taken; what was passed on the way leads there at once the next time. */
function freeFrom(nextFree: number[], from: number): number {
  let at = from;
  for (let next = nextFree[at]; next !== undefined && next !== at; next = nextFree[at]) {
    nextFree[at] = nextFree[next] ?? next;
    at = next;
  }
  return at;
}

/** The place of the first of sorted numbers that is not below a limit. */
export function firstFrom(sorted: readonly number[], limit: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
