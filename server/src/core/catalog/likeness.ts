import { fold } from './names';

/** A name as compared, and what it is a name of. */
export interface Named<Id = string> extends Compared {
  readonly of: Id;
}

interface Compared {
  readonly folded: string;
  /** The pairs of neighbouring letters in it. */
  readonly pairs: ReadonlySet<string>;
}

/** No name is longer, and the time to compare grows with the square. */
const longest = 60;

/** The names to compare with, prepared once. */
export const namedBy = <Id>(names: Iterable<readonly [name: string, of: Id]>): Named<Id>[] =>
  [...names].map(([name, of]) => ({ ...compared(name), of }));

function compared(name: string): Compared {
  const folded = fold(name.slice(0, longest));
  return { folded, pairs: pairsOf(folded) };
}

const pairsOf = (text: string) =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));

/** What is this much less alike than the best is not meant. */
const clear = 0.15;

/**
 * What is called about like a text, the most alike first, three at most: at least this much alike, where 1 is the very
 * name, and about as much as the best. Whole names are compared, not beginnings as in a search.
 */
export function mostAlike<Id>(text: string, names: readonly Named<Id>[], least: number): Id[] {
  const asked = compared(text);
  const best = new Map<Id, number>();
  for (const name of names) {
    const likeness = likenessOf(asked, name, least);
    if (likeness >= least && likeness > (best.get(name.of) ?? 0)) best.set(name.of, likeness);
  }
  const found = [...best].sort(([, one], [, other]) => other - one);
  const first = found[0]?.[1] ?? 0;
  return found.flatMap(([of, likeness]) => (likeness >= first - clear ? [of] : [])).slice(0, 3);
}

/** By what a hand mistypes, or by the pairs of letters that both have: words may stand in another order. */
function likenessOf(a: Compared, b: Compared, least: number): number {
  if (a.folded === b.folded) return 1;
  const [shortest, length] = [a.folded.length, b.folded.length].sort((one, other) => one - other) as [number, number];
  // Short words are too much alike.
  const mayBeTyped = shortest > 3 && shortest / length >= least;
  const typed = mayBeTyped ? 1 - distance(a.folded, b.folded) / length : 0;
  return Math.max(typed, sharedPairs(a.pairs, b.pairs, least));
}

/** How many letters are wrong, missing, too many or swapped with the next: optimal string alignment. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? (before[j - 2] ?? 0) + 1 : changed;
      row.push(Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed, swapped));
    }
    [before, above] = [above, row];
  }
  return above[b.length] ?? 0;
}

/** Dice's coefficient. */
function sharedPairs(a: ReadonlySet<string>, b: ReadonlySet<string>, least: number): number {
  const all = Math.max(1, a.size + b.size);
  if ((2 * Math.min(a.size, b.size)) / all < least) return 0;
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared++;
  return (2 * shared) / all;
}
