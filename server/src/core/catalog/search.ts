import type { Recommendation, Role, Technology } from '../model';
import type { Catalog } from './catalog';
import { find, indexTerms, noise, type Term, type TermIndex } from './fuzzy';
import { namedTechnologies } from './recommendation';
import { recommendedIds } from './wording';

/**
 * The technologies that a query means, best first: by name or alias, by role in English and French, by component as a
 * row writes it. Typing errors are forgiven; what is recommended for a role comes before what could fill it.
 */
export function search(catalog: Catalog, query: string): readonly Technology[] {
  const scores = technologyScores(catalog, query);
  const best = Math.min(...scores.values());
  const rank = ranks(catalog);
  const found = [...scores].filter(([, score]) => score <= best + noise);
  const ranked = found.map(([id, score]) => ({ id, score, rank: rank.get(id) ?? rank.size }));
  return ranked.sort(byRelevance).flatMap(({ id }) => catalog.knowledge.technologies.get(id) ?? []);
}

/** The very name first, then what is found about as well in the order of the document. */
export const byRelevance = (one: Relevance, other: Relevance): number =>
  band(one.score) - band(other.score) ||
  one.rank - other.rank ||
  Number(one.isLater ?? false) - Number(other.isLater ?? false) ||
  one.score - other.score;

export interface Relevance {
  readonly score: number;
  readonly rank: number;
  /** After others of the same rank. */
  readonly isLater?: boolean;
}

const band = (score: number) => (score ? Math.floor(score / 0.15) : -1);

/** Ids of technologies with how well a query finds them; 0 is the very name. */
export const technologyScores = (catalog: Catalog, query: string): ReadonlyMap<string, number> =>
  find(indexOf(catalog), query);

/** Where in the document a technology is recommended first; the ids that no row recommends are not in it. */
export function ranks(catalog: Catalog): ReadonlyMap<string, number> {
  const known = rankings.get(catalog);
  if (known) return known;
  const ids = catalog.recommendations.filter(isPositive).flatMap((row) => recommendedIds([row], catalog));
  const ranking = new Map([...new Set(ids)].map((id, place) => [id, place]));
  rankings.set(catalog, ranking);
  return ranking;
}

const isPositive = ({ ring }: Recommendation) => ring === 'adopt' || ring === 'trial';

/** A catalog never changes, so neither does what is made of it. */
const rankings = new WeakMap<Catalog, ReadonlyMap<string, number>>();
const indices = new WeakMap<Catalog, TermIndex<string>>();

function indexOf(catalog: Catalog): TermIndex<string> {
  const index = indices.get(catalog) ?? indexTerms(termsOf(catalog));
  indices.set(catalog, index);
  return index;
}

/** Found by what it is for, and not by what it is called. */
const byRole = 0.05;

function termsOf({ knowledge, recommendations }: Catalog): Term<string>[] {
  const { technologies, roles } = knowledge;
  return [
    ...[...technologies.values()].flatMap((one) => namesOf(one).map((text) => ({ text, items: [one.id] }))),
    ...[...roles.values()].flatMap((role) => roleTerms(role, [...technologies.values()])),
    ...recommendations.map((row) => ({
      text: row.component,
      items: namedTechnologies(row.expression),
      handicap: byRole,
    })),
  ];
}

const namesOf = ({ id, name, aliases }: Technology) => [...new Set([id, name, ...aliases])];

function roleTerms({ id, name, aliases }: Role, technologies: readonly Technology[]): Term<string>[] {
  const items = technologies.filter((one) => one.roles.includes(id)).map((one) => one.id);
  return [...new Set([name.en, name.fr, ...aliases])].map((text) => ({ text, items, handicap: byRole }));
}
