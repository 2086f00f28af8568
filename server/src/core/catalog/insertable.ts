import type { Ecosystem, Identifier, Snippet } from '../model';
import type { Catalog } from './catalog';
import { indexTerms, type TermIndex } from './fuzzy';
import { ranks } from './search';
import { judge, type Verdict } from './verdict';
import { recommendedIds } from './wording';

/** Something that may be proposed: recommended, or not judged by the stack; alive, and no finding in itself. */
export interface Proposal {
  /** An identifier, or the snippet. */
  readonly identifier: Identifier;
  readonly snippet?: Snippet;
  readonly verdict: Verdict;
  /** Place in the document's order; the unjudged share the last. */
  readonly rank: number;
}

/** Proposals with the index that finds them by their own names. */
export interface Proposals {
  readonly all: readonly Proposal[];
  readonly names: TermIndex<Proposal>;
}

/** The names of an ecosystem that are insertable, in the document's order, then the unjudged. */
export function insertableNames(catalog: Catalog, ecosystem: Ecosystem): Proposals {
  return cached(byEcosystem, catalog, ecosystem, () => {
    const all = [...new Set([...catalog.knowledge.insertable().values()].flat())];
    const names = all.filter((one) => one.ecosystem === ecosystem && isWhole(one));
    return proposals(
      names.map((identifier) => ({ identifier })),
      catalog,
    );
  });
}

/** Whether a name alone is enough: with attribute conditions it may be another technology. */
const isWhole = ({ name, version, where }: Identifier) => version !== undefined && !where && !name.includes('*');

/** The snippets whose technology may be proposed. */
export function insertableSnippets(catalog: Catalog, snippets: readonly Snippet[]): Proposals {
  return cached(bySnippets, catalog, snippets, () => {
    const own = snippets.map((snippet) => ({ snippet, identifier: identifierOf(snippet) }));
    return proposals(own, catalog);
  });
}

/** What the stack says of a snippet is what it says of its technology. */
const identifierOf = ({ name, technology, role }: Snippet): Identifier => ({
  ecosystem: 'npm',
  name,
  speaks: [technology],
  evidence: 'strong',
  roles: [role],
});

function proposals(items: readonly Pick<Proposal, 'identifier' | 'snippet'>[], catalog: Catalog): Proposals {
  const all = items.flatMap((item) => {
    const verdict = judge(item.identifier, catalog);
    return verdict && mayBeProposed(verdict) ? [{ ...item, verdict, rank: rankOf(verdict, catalog) }] : [];
  });
  all.sort((one, other) => one.rank - other.rank);
  return { all, names: indexTerms(all.flatMap((one) => namesOf(one).map((text) => ({ text, items: [one] })))) };
}

/** Never what is deprecated, nor what would be the next thing to warn about. */
export const mayBeProposed = ({ kind, severity, lifecycle }: Verdict) =>
  (kind === 'recommended' || kind === 'unjudged') && !severity && !lifecycle;

/** The place of the first technology that it serves and a row names; of the row, where that names only its family. */
export function rankOf({ kind, identifier, rows }: Verdict, catalog: Catalog): number {
  const ranking = ranks(catalog);
  if (kind !== 'recommended') return ranking.size;
  const places = [...identifier.speaks, ...recommendedIds(rows, catalog)].flatMap((id) => ranking.get(id) ?? []);
  return places[0] ?? ranking.size;
}

const namesOf = ({ identifier, snippet }: Proposal) => [...new Set([identifier.name, ...(snippet?.prefix ?? [])])];

/** A catalog never changes, so neither does what may be proposed of it. */
const byEcosystem = new WeakMap<Catalog, Map<Ecosystem, Proposals>>();
const bySnippets = new WeakMap<Catalog, Map<readonly Snippet[], Proposals>>();

function cached<Key>(cache: WeakMap<Catalog, Map<Key, Proposals>>, catalog: Catalog, key: Key, make: () => Proposals) {
  const known = cache.get(catalog) ?? new Map<Key, Proposals>();
  cache.set(catalog, known);
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}
