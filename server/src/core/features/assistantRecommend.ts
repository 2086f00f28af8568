import { assistantTexts } from '../assistantTexts';
import type { Catalog } from '../catalog/catalog';
import { certain } from '../catalog/fuzzy';
import { fold } from '../catalog/names';
import { namedTechnologies } from '../catalog/recommendation';
import { byRelevance, technologyScores } from '../catalog/search';
import { suggestRoles } from '../catalog/suggestions';
import type { Recommendation } from '../model';
import {
  type Answer,
  isPositive,
  type Knows,
  type RowAnswer,
  rowAnswer,
  rowLine,
  type TechnologyAnswer,
  technologyAnswers,
  technologyLines,
} from './assistant';

export interface RecommendContent {
  readonly stack: string;
  readonly need: string;
  /** What the stack recommends for it, best first; empty where it says nothing. */
  readonly rows: readonly RecommendedRow[];
  /** Where there is no row: components that may be meant, and all that the stack has rows for. */
  readonly near: readonly string[];
  readonly components: readonly string[];
}

export interface RecommendedRow extends RowAnswer {
  readonly technologies: readonly TechnologyAnswer[];
}

/** More than that is no recommendation. */
const mostRows = 5;
/** A need longer than that is a story. */
const mostWords = 60;

/**
 * What the stack recommends for a need.
 *
 * @param need a role, a component, a technology, or words that name one of them, in English or French
 */
export function recommend(need: string, knows: Knows): Answer<RecommendContent> {
  const { catalog } = knows;
  const words = assistantTexts[catalog.locale];
  const found = rowsFor(need.trim(), catalog).slice(0, mostRows);
  const rows = found.map((row) => ({ ...rowAnswer(row, catalog), technologies: technologyAnswers([row], knows) }));
  const near = rows.length ? [] : componentsNear(need, catalog);
  const lines = rows.flatMap((row) => [
    rowLine(row, catalog),
    ...row.technologies.flatMap((one) => technologyLines(one, catalog)),
  ]);
  const components = rows.length ? [] : [...new Set(catalog.recommendations.map(({ component }) => component))];
  const nothing = [words.noRow(need.trim()), ...(near.length ? [words.near(near)] : []), words.components(components)];
  return {
    text: (rows.length ? lines : nothing).join('\n'),
    content: { stack: catalog.title, need: need.trim(), rows, near, components },
  };
}

function rowsFor(need: string, catalog: Catalog): Recommendation[] {
  const whole = meaning(need, catalog) ?? mentioned(need, catalog);
  const rows = whole ? rowsOf(whole, catalog) : alike(need, catalog);
  return [...rows.filter(isPositive), ...rows.filter((row) => !isPositive(row))];
}

/** Roles, or technologies, that a text names. */
interface Meaning {
  readonly roles: readonly string[];
  readonly technologies: readonly string[];
}

/** What a text means as a whole; undefined where it is the name of nothing. */
function meaning(text: string, catalog: Catalog): Meaning | undefined {
  const { roles, lexicon } = namesIn(catalog);
  const role = roles.get(singular(text));
  if (role) return { roles: [role], technologies: [] };
  const technology = lexicon.get(fold(text));
  return technology ? { roles: [], technologies: [technology] } : undefined;
}

/** The roles that a sentence names, longer names first; else its technologies. */
function mentioned(need: string, catalog: Catalog): Meaning | undefined {
  const words = (need.match(/[\p{L}\p{N}][\p{L}\p{N}.+#/-]*/gu) ?? []).slice(0, mostWords);
  const said = phrases(words).flatMap((phrase) => meaning(phrase, catalog) ?? []);
  const roles = [...new Set(said.flatMap((one) => one.roles))];
  const technologies = [...new Set(said.flatMap((one) => one.technologies))];
  if (!roles.length && !technologies.length) return undefined;
  return { roles, technologies: roles.length ? [] : technologies };
}

/** Up to four words in a row, the longer first; single words only where they can be a name. */
function phrases(words: readonly string[]): string[] {
  return [4, 3, 2, 1].flatMap((length) =>
    words.flatMap((word, at) => {
      if (length === 1) return ordinary.has(word.toLowerCase()) ? [] : [word];
      return at + length <= words.length ? [words.slice(at, at + length).join(' ')] : [];
    }),
  );
}

/** Words that are also names of technologies and roles, and in a sentence never mean them. */
const ordinary = new Set(['go', 'got', 'request', 'lit', 'ink', 'state', 'features', 'functions', 'ory', 'flow', 'a']);

/** The rows for roles; those that name technologies, or are for what these can do. */
function rowsOf({ roles, technologies }: Meaning, catalog: Catalog): Recommendation[] {
  const own = technologies.flatMap((id) => catalog.byTechnology.get(id) ?? []);
  const served = technologies.flatMap((id) => catalog.knowledge.technologies.get(id)?.roles ?? []);
  const asked = [...roles, ...(own.length ? [] : served)];
  return [...new Set([...own, ...asked.flatMap((role) => catalog.byRole.get(role) ?? [])])];
}

/** Fewer letters stand inside of too many words. */
const leastInside = 4;

/** The rows that name what a search finds, best first: a word of a component, or a typing error. */
function alike(need: string, catalog: Catalog): Recommendation[] {
  const most = fold(need).length < leastInside ? certain : 1;
  const scores = new Map([...technologyScores(catalog, need)].filter(([, score]) => score <= most));
  const rows = catalog.recommendations.flatMap((row, rank) => {
    const found = namedTechnologies(row.expression).flatMap((id) => scores.get(id) ?? []);
    return found.length ? [{ row, score: Math.min(...found), rank }] : [];
  });
  return rows.sort(byRelevance).map(({ row }) => row);
}

const componentsNear = (need: string, catalog: Catalog): string[] =>
  suggestRoles(need, catalog.knowledge).ids.flatMap((role) => catalog.byRole.get(role)?.[0]?.component ?? []);

/** Without the plural: people need message queues and databases. */
const singular = (text: string) => fold(text.replace(/(?<=[\p{L}]{2})[sx](?![\p{L}\p{N}])/giu, ''));

interface Names {
  readonly roles: ReadonlyMap<string, string>;
  readonly lexicon: ReadonlyMap<string, string>;
}

/** A catalog never changes, so neither do the names in it. */
const prepared = new WeakMap<Catalog, Names>();

function namesIn(catalog: Catalog): Names {
  const { knowledge, recommendations } = catalog;
  const named = [...knowledge.roles.values()].flatMap(({ id, name, aliases }) =>
    [id, name.en, name.fr, ...aliases].map((text) => [singular(text), id] as const),
  );
  const written = recommendations.map((row) => [singular(row.component), row.role] as const);
  const names = prepared.get(catalog) ?? {
    roles: new Map([...named, ...written]),
    lexicon: knowledge.lexicon.technologies,
  };
  prepared.set(catalog, names);
  return names;
}
