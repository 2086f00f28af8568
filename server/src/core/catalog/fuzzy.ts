import Fuse from 'fuse.js';
import { groupBy } from './catalog';
import { fold } from './names';

/** A text by which things are found. */
export interface Term<Item> {
  readonly text: string;
  readonly items: readonly Item[];
  /** Added to the score: what is found by something else than its name comes later. */
  readonly handicap?: number;
}

/** Terms as compared, each with the words that it goes on with. */
export type TermIndex<Item> = readonly IndexedTerm<Item>[];

interface IndexedTerm<Item> extends Compared {
  readonly handicap: number;
  readonly items: readonly Item[];
}

interface Compared {
  readonly folded: string;
  /** A bit for each letter in it. */
  readonly letters: number;
}

/** Built once; finding is then a few comparisons a term. */
export function indexTerms<Item>(terms: readonly Term<Item>[]): TermIndex<Item> {
  const all = groupBy(terms.flatMap(withFurtherWords), ({ folded, handicap }) => `${folded} ${handicap}`);
  return [...all.values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, items: [...new Set([first, ...others].flatMap((term) => term.items))] }] : [],
  );
}

/** `Relational database` is found by `database`, too. */
function withFurtherWords<Item>({ text, items, handicap = 0 }: Term<Item>): IndexedTerm<Item>[] {
  const starts = [0, ...[...text.matchAll(/(?<=[\s/(@-])[\p{L}\p{N}]/gu)].map((word) => word.index)];
  return starts.flatMap((start) => {
    const compared = comparedAs(text.slice(start));
    return compared.folded ? [{ ...compared, handicap: handicap + (start ? cost.furtherWord : 0), items }] : [];
  });
}

/** What is much worse than the best is noise. */
export const noise = 0.25;

/** At most this bad is what goes on as it was typed. */
export const certain = 0.15;

const cost = { beginning: 0.02, missing: 0.06, furtherWord: 0.05, inside: 0.2, error: 0.25 };

/**
 * Everything that a query finds, and how well: 0 is the very name.
 *
 * @param forgiving look for typing errors where nothing goes on as it was typed
 */
export function find<Item>(index: TermIndex<Item>, query: string, forgiving = true): Map<Item, number> {
  const found = new Map<Item, number>();
  const asked = comparedAs(query.slice(0, longest));
  const add = ({ items, handicap }: IndexedTerm<Item>, score: number) => {
    const whole = score + handicap;
    for (const item of items) if (whole < (found.get(item) ?? 1)) found.set(item, whole);
  };
  if (!asked.folded) return found;
  let best = 1;
  const others = index.filter((term) => {
    const score = scoreOf(term.folded, asked.folded);
    if (score < 1) add(term, score);
    best = Math.min(best, score);
    return score >= 1;
  });
  if (forgiving && best > certain) for (const [term, score] of mistyped(others, asked)) add(term, score);
  return found;
}

/** Fuse.js takes patterns in pieces of this length. */
const longest = 32;

function scoreOf(term: string, asked: string): number {
  const at = term.indexOf(asked);
  if (at === 0)
    return term.length === asked.length ? 0 : cost.beginning + cost.missing * (1 - asked.length / term.length);
  return at > 0 && asked.length > 2 ? cost.inside : 1;
}

/** Short words are too much alike. */
const errorsIn = (length: number) => (length < 3 ? 0 : length < 6 ? 1 : 2);

/** The terms that a query means but for typing errors, the likely ones closer looked at by Fuse.js. */
function* mistyped<Term extends Compared>(terms: readonly Term[], asked: Compared): Generator<[Term, number]> {
  const errors = errorsIn(asked.folded.length);
  if (!errors) return;
  const perError = 1 / asked.folded.length;
  const likely = terms.filter((term) => mayBe(term, asked, errors));
  for (const term of likely) if (isSwapped(term.folded, asked.folded)) yield [term, cost.error + perError / 2];
  const options = { threshold: errors * perError + 0.05, distance: 100, ignoreFieldNorm: true, includeScore: true };
  const fuse = new Fuse(
    likely.map((term) => term.folded),
    { ...options, shouldSort: false },
  );
  for (const { refIndex, score = 1 } of fuse.search(asked.folded)) {
    const term = likely[refIndex];
    if (term) yield [term, cost.error + score / 2];
  }
}

/** Each error can take away one letter; and the first is the one that fingers hit, as editors take it, too. */
const mayBe = ({ folded, letters }: Compared, asked: Compared, errors: number) =>
  asked.folded.slice(0, 2).includes(folded.charAt(0)) && bits(asked.letters & ~letters) <= errors;

/** Begins with the query but for two letters that have changed places; others would count two errors. */
function isSwapped(term: string, asked: string): boolean {
  let at = 0;
  while (at < asked.length && term[at] === asked[at]) at++;
  const isPair = term[at] === asked[at + 1] && term[at + 1] === asked[at];
  return isPair && term.startsWith(asked.slice(at + 2), at + 2);
}

function comparedAs(text: string): Compared {
  const folded = fold(text);
  let letters = 0;
  for (let p = 0; p < folded.length; p++) letters |= 1 << (folded.charCodeAt(p) % 32);
  return { folded, letters };
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
