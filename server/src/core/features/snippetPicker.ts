import type { Catalog } from '../catalog/catalog';
import { insertableSnippets, type Proposal } from '../catalog/insertable';
import { fold } from '../catalog/names';
import { byRelevance, technologyScores } from '../catalog/search';
import type { Snippet, Source, TextChange } from '../model';

/** One snippet as a picker shows it. */
export interface SnippetOffer {
  readonly name: string;
  /** Of the document; what no row asks for stands last, without one. */
  readonly section: string;
  readonly technology: string;
  readonly description: string;
}

/** The snippets that fit a file, in the order of the document; for a query those that it means, best first. */
export function snippetOffers(
  source: Source,
  query: string,
  catalog: Catalog,
  snippets: readonly Snippet[],
): SnippetOffer[] {
  const fitting = insertableSnippets(catalog, snippets).all.filter(({ snippet }) => snippet?.kind === source.kind.id);
  return found(fitting, query, catalog).flatMap((one) => (one.snippet ? [offerOf(one, one.snippet, catalog)] : []));
}

function found(proposals: readonly Proposal[], query: string, catalog: Catalog): readonly Proposal[] {
  if (fold(query) === '') return proposals;
  const scores = technologyScores(catalog, query);
  const words = fold(query);
  const scored = proposals.flatMap((proposal) => {
    const { snippet, rank } = proposal;
    const isNamed = [snippet?.name ?? '', ...(snippet?.prefix ?? [])].some((name) => fold(name).includes(words));
    const score = isNamed ? 0 : scores.get(snippet?.technology ?? '');
    return score === undefined ? [] : [{ proposal, score, rank }];
  });
  return scored.sort(byRelevance).map(({ proposal }) => proposal);
}

function offerOf({ verdict }: Proposal, { name, role, description }: Snippet, catalog: Catalog): SnippetOffer {
  const row = verdict.rows.find((one) => one.role === role) ?? verdict.rows[0];
  return {
    name,
    section: row?.section ?? '',
    technology: verdict.technology.name,
    description: description[catalog.locale],
  };
}

/** Where a snippet goes in a file, in snippet syntax; undefined where there is none of that name or no place for it. */
export function snippetInsertion(
  source: Source,
  near: number,
  name: string,
  snippets: readonly Snippet[],
): TextChange | undefined {
  const snippet = snippets.find((one) => one.name === name && one.kind === source.kind.id);
  if (!snippet) return undefined;
  const { body, scope } = snippet;
  return source.kind.insert(source.text, near, { body, ...(scope ? { scope } : {}) });
}
