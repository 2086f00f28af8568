import { fold } from './names';

/** A name as compared, and what it is the name of. */
export interface Named<Of = string> extends Compared {
  readonly of: Of;
}

interface Compared {
  readonly folded: string;
  /** Each two letters that stand side by side. */
  readonly pairs: ReadonlySet<string>;
}

/** Names, prepared once for many comparisons. */
export const namedBy = <Of = string>(names: Iterable<readonly [string, Of]>): Named<Of>[] =>
  [...names].map(([name, of]) => ({ ...compared(name), of }));

const compared = (name: string): Compared => {
  const folded = fold(name.slice(0, longest));
  return { folded, pairs: pairsOf(folded) };
};

/**
 * What a text may be the name of, best first, what is clearly less like it left out.
 *
 * @param least how like it has to be: 1 is the very name
 */
export function nearest<Of>(
  text: string,
  names: readonly Named<Of>[],
  least: number,
  most = 3,
): { readonly of: Of; readonly likeness: number }[] {
  const asked = compared(text);
  const best = new Map<Of, number>();
  for (const name of names) {
    const likeness = likenessOf(asked, name, least);
    if (likeness >= least && likeness > (best.get(name.of) ?? 0)) best.set(name.of, likeness);
  }
  const found = [...best].map(([of, likeness]) => ({ of, likeness })).sort((a, b) => b.likeness - a.likeness);
  const first = found[0]?.likeness ?? 0;
  return found.filter(({ likeness }) => likeness >= first - clear).slice(0, most);
}

/** Nobody writes a longer name, and comparing takes the square of the length. */
const longest = 60;

/** What is so much less like a text than the best is not meant. */
const clear = 0.15;

/** By typing errors, or by the letters that both have side by side: words may have changed places. */
function likenessOf(a: Compared, b: Compared, least: number): number {
  const [length, shortest] = [Math.max(a.folded.length, b.folded.length), Math.min(a.folded.length, b.folded.length)];
  const isTyped = shortest > 3 && shortest / length >= least;
  const typed = isTyped ? 1 - distance(a.folded, b.folded) / length : 0;
  return Math.max(typed, a.folded === b.folded ? 1 : sharedPairs(a.pairs, b.pairs));
}

/** How many letters were typed wrong, left out, put in, or swapped with their neighbour. */
function distance(a: string, b: string): number {
  let [before, above]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const edited = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + same);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(isSwap ? Math.min(edited, (before[j - 2] ?? 0) + 1) : edited);
    }
    [before, above] = [above, row];
  }
  return above[b.length] ?? 0;
}

function sharedPairs(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared++;
  return (2 * shared) / Math.max(1, a.size + b.size);
}

const pairsOf = (text: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2)));
