import type { Choice, Expression, Located } from '../model';
import { fold, isWordEdge } from './names';

/** Everything that a technology cell may name. Keys are folded. */
export interface Lexicon {
  /** Folded name → technology id. */
  readonly technologies: ReadonlyMap<string, string>;
  readonly qualifiers: ReadonlySet<string>;
  readonly nothing: ReadonlySet<string>;
  readonly platforms: ReadonlySet<string>;
  /** Whether the first technology is a variant of the second. */
  isVariant(variant: string, of: string): boolean;
}

type Token =
  | { readonly kind: 'technology'; readonly id: string; readonly at: Located }
  | { readonly kind: 'word'; readonly at: Located }
  | { readonly kind: 'or' | 'comma' | 'plus' | 'open' | 'close' | 'with' };

const signs: Readonly<Record<string, Token>> = {
  '/': { kind: 'or' },
  ';': { kind: 'or' },
  '&': { kind: 'or' },
  '|': { kind: 'or' },
  ',': { kind: 'comma' },
  '+': { kind: 'plus' },
  '(': { kind: 'open' },
  ')': { kind: 'close' },
};
const words: ReadonlyMap<string, Token> = new Map<string, Token>([
  ...['et', 'and', 'ou', 'or'].map((word): [string, Token] => [word, { kind: 'or' }]),
  ...['avec', 'with'].map((word): [string, Token] => [word, { kind: 'with' }]),
]);
const longestName = 60;
/** Fifty alternatives, and more than anybody writes into a cell; a search for each word is what takes the time. */
const mostTokens = 150;

/**
 * Reads a technology cell. The longest known names are found first, so that `Pub/Sub`, `C++` and `AWS WAF` survive;
 * then `+` means all of and binds looser than `/ ; & , et and ou or`, which separate alternatives.
 */
export function parseRecommendation(cell: string, lexicon: Lexicon): Expression {
  const all = known.get(lexicon) ?? new Map<string, Expression>();
  known.set(lexicon, all);
  const found = all.get(cell) ?? parsed(cell, lexicon);
  if (all.size >= mostKnown) all.clear();
  all.set(cell, found);
  return found;
}

/** A cell is asked for three times, and again with every keystroke in its document. */
const known = new WeakMap<Lexicon, Map<string, Expression>>();
const mostKnown = 2000;

function parsed(cell: string, lexicon: Lexicon): Expression {
  if (lexicon.nothing.has(fold(cell)) || cell.trim() === '') return { allOf: [], qualifiers: [], unknown: [] };
  return readCell(tokens(cell, lexicon), lexicon);
}

function tokens(cell: string, lexicon: Lexicon): Token[] {
  const found: Token[] = [];
  for (let at = 0; at < cell.length && found.length < mostTokens; ) {
    const [token, end] = tokenAt(cell, at, lexicon);
    if (token) found.push(token);
    at = end;
  }
  return found;
}

function tokenAt(cell: string, at: number, lexicon: Lexicon): [Token | undefined, number] {
  if (/\s/.test(cell[at] ?? '')) return [undefined, at + 1];
  const known = longestKnown(cell, at, lexicon);
  if (known) return known;
  const sign = signs[cell[at] ?? ''];
  if (sign) return [sign, at + 1];
  let end = at + 1;
  while (end < cell.length && !/\s/.test(cell[end] ?? '') && !signs[cell[end] ?? '']) end++;
  const value = cell.slice(at, end);
  return [words.get(value.toLowerCase()) ?? { kind: 'word', at: { value, span: { start: at, end } } }, end];
}

function longestKnown(cell: string, start: number, lexicon: Lexicon): [Token, number] | undefined {
  if (!isWordEdge(cell, start)) return undefined;
  for (let end = Math.min(cell.length, start + longestName); end > start; end--) {
    if (!isWordEdge(cell, end) || /\s/.test(cell[end - 1] ?? '')) continue;
    const value = cell.slice(start, end);
    const key = fold(value);
    const at = { value, span: { start, end } };
    const id = key && lexicon.technologies.get(key);
    if (id) return [{ kind: 'technology', id, at }, end];
    if (key && lexicon.qualifiers.has(key)) return [{ kind: 'word', at }, end];
  }
  return undefined;
}

/** The known technologies in a cell, wherever they stand in it; spans into the cell. */
export const mentions = (cell: string, lexicon: Lexicon): { readonly id: string; readonly at: Located }[] =>
  tokens(cell, lexicon).flatMap((token) => (token.kind === 'technology' ? [token] : []));

/** One alternative: the tokens between separators, those in brackets apart. */
interface Item {
  readonly outer: Token[];
  inner: Token[];
  withs: Token[];
}

function readCell(all: readonly Token[], lexicon: Lexicon): Expression {
  const expression: { allOf: Choice[][]; qualifiers: string[]; unknown: Located[] } = {
    allOf: [],
    qualifiers: [],
    unknown: [],
  };
  for (const group of splitGroups(all, lexicon)) {
    const choices: Choice[] = [];
    for (const item of group) readItem(item, lexicon, expression, choices);
    if (choices.length) expression.allOf.push(choices);
  }
  return expression;
}

/** Splits at `+`, then at separators, outside brackets. A comma between items that each carry a platform is a `+`. */
function splitGroups(all: readonly Token[], lexicon: Lexicon): Item[][] {
  const groups: Item[][] = [[newItem()]];
  const commaJoins = eachCarriesPlatform(all, lexicon);
  let depth = 0;
  let after = false;
  for (const token of all) {
    const group = groups[groups.length - 1] as Item[];
    const item = group[group.length - 1] as Item;
    if (token.kind === 'open') depth++;
    else if (token.kind === 'close') depth = Math.max(0, depth - 1);
    else if (depth > 0) item.inner.push(token);
    else if (token.kind === 'with') after = true;
    else if (token.kind === 'plus' || (token.kind === 'comma' && commaJoins)) {
      if (!after) groups.push([newItem()]);
    } else if (token.kind === 'or' || token.kind === 'comma') {
      after = false;
      group.push(newItem());
    } else if (after) for (const each of group) each.withs.push(token);
    else item.outer.push(token);
  }
  return groups;
}

const newItem = (): Item => ({ outer: [], inner: [], withs: [] });

function eachCarriesPlatform(all: readonly Token[], lexicon: Lexicon): boolean {
  const inBrackets = all.filter(
    (token, i) => token.kind === 'word' && all[i - 1]?.kind === 'open' && all[i + 1]?.kind === 'close',
  );
  const platforms = inBrackets.filter((token) => token.kind === 'word' && lexicon.platforms.has(fold(token.at.value)));
  const commas = all.filter((token) => token.kind === 'comma').length;
  return commas > 0 && platforms.length === commas + 1;
}

function readItem(
  item: Item,
  lexicon: Lexicon,
  into: { allOf: Choice[][]; qualifiers: string[]; unknown: Located[] },
  choices: Choice[],
): void {
  const named = item.outer.filter((token) => token.kind === 'technology');
  const strange = item.outer.filter((token) => token.kind === 'word' && !isQualifier(token.at.value, lexicon));
  if (strange.length || named.length > 1) return void into.unknown.push(...joined(item.outer));
  const technology = named[0]?.id;
  if (technology) return void choices.push(choice(technology, item, lexicon));
  into.qualifiers.push(...wordsOf(item.outer), ...wordsOf(item.withs));
  if (!item.inner.length) return;
  // "Multi-cloud (AWS + GCP/Azure)": nothing named outside the brackets, so what is inside is the recommendation.
  const inside = readCell(item.inner, lexicon);
  into.allOf.push(...inside.allOf.map((group) => [...group]));
  into.qualifiers.push(...inside.qualifiers);
  into.unknown.push(...inside.unknown);
}

function choice(technology: string, item: Item, lexicon: Lexicon): Choice {
  const withAt = item.inner.findIndex((token) => token.kind === 'with');
  const inside = withAt < 0 ? item.inner : item.inner.slice(0, withAt);
  const withs = [...item.withs, ...(withAt < 0 ? [] : item.inner.slice(withAt + 1))];
  const names = idsOf(inside);
  return {
    technology,
    variants: names.filter((id) => lexicon.isVariant(id, technology)),
    frameworks: names.filter((id) => !lexicon.isVariant(id, technology)),
    companions: idsOf(withs),
    qualifiers: [...wordsOf(item.outer), ...wordsOf(inside), ...wordsOf(withs)],
  };
}

const idsOf = (list: readonly Token[]) => list.flatMap((token) => (token.kind === 'technology' ? [token.id] : []));
const wordsOf = (list: readonly Token[]) => list.flatMap((token) => (token.kind === 'word' ? [token.at.value] : []));

/** A version beside a name (`PostgreSQL 16+`) qualifies it. */
function isQualifier(word: string, lexicon: Lexicon): boolean {
  return lexicon.qualifiers.has(fold(word)) || /^v?\d[\w.]*$/.test(word);
}

/** The words of an item as one text, from the first to the last. */
function joined(list: readonly Token[]): Located[] {
  const places = list.flatMap((token) => (token.kind === 'technology' || token.kind === 'word' ? [token.at] : []));
  const [first, last] = [places[0], places[places.length - 1]];
  if (!first || !last) return [];
  return [
    { value: places.map((place) => place.value).join(' '), span: { start: first.span.start, end: last.span.end } },
  ];
}

/** All technologies that an expression names, in its order. */
export function namedTechnologies(expression: Expression): string[] {
  const all = expression.allOf.flat();
  return [...new Set(all.flatMap((one) => [one.technology, ...one.variants, ...one.frameworks, ...one.companions]))];
}
