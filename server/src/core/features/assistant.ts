import { assistantTexts } from '../assistantTexts';
import type { Catalog } from '../catalog/catalog';
import { ringWords } from '../catalog/columns';
import { insertableNames, insertableSnippets } from '../catalog/insertable';
import { recommendationText, recommendedIds } from '../catalog/wording';
import { type Ecosystem, ecosystems, type Locale, type Recommendation, type Ring, type Snippet } from '../model';
import type { RecommendContent } from './assistantRecommend';
import type { SnippetContent } from './assistantSnippet';
import type { StackContent } from './assistantStack';
import type { VerdictContent } from './assistantVerdict';

/** An answer to an assistant: to read and as data, or why there is none. */
export type Answer<Content> = { readonly text: string; readonly content: Content } | { readonly problem: string };

/** What a shell lets assistants ask. Nothing in it changes anything. */
export interface Assistant {
  recommend(asked: { readonly need: string }): Promise<Answer<RecommendContent>>;
  verdict(asked: VerdictAsked): Promise<Answer<VerdictContent>>;
  snippet(asked: { readonly technology: string; readonly kind: string }): Promise<Answer<SnippetContent>>;
  stack(): Promise<Answer<StackContent>>;
}

/** Lets assistants ask until they go. */
export type ServeAssistant = (
  assistant: Assistant,
  about: { readonly version: string; readonly locale: Locale },
) => Promise<void>;

/** A name, or a manifest: its text, or where it is read. */
export interface VerdictAsked {
  readonly identifier?: string | undefined;
  readonly path?: string | undefined;
  readonly text?: string | undefined;
}

/** What answers are made of. */
export interface Knows {
  readonly catalog: Catalog;
  readonly snippets: readonly Snippet[];
}

/** A row of the stack document. */
export interface RowAnswer {
  readonly section: string;
  readonly component: string;
  readonly role: string;
  /** What it recommends, in its own words, without what is deprecated. */
  readonly recommendation: string;
  readonly ring: Ring;
  readonly justification: string;
  readonly isEnforced: boolean;
}

/** A technology, and how it is taken into use. */
export interface TechnologyAnswer {
  readonly id: string;
  readonly name: string;
  readonly homepage: string;
  readonly insert: readonly InsertAnswer[];
  readonly snippets: readonly SnippetName[];
}

/** A name that manifests have for it, with the version to write. */
export interface InsertAnswer {
  readonly ecosystem: Ecosystem;
  readonly name: string;
  readonly version: string;
  readonly repository?: string;
}

export interface SnippetName {
  readonly name: string;
  /** Id of the kind of file that it belongs in. */
  readonly kind: string;
}

/** Further names of the same technology help nobody to choose. */
const mostNames = 4;

export const rowAnswer = (row: Recommendation, catalog: Catalog): RowAnswer => ({
  ...{ section: row.section, component: row.component, role: row.role, ring: row.ring },
  ...{ justification: row.justification, isEnforced: row.isEnforced },
  recommendation: recommendationText(row, catalog),
});

/** What rows recommend, best first; none of it deprecated. */
export const technologyAnswers = (
  rows: readonly Recommendation[],
  knows: Knows,
  place?: PlaceOfUse,
): TechnologyAnswer[] =>
  recommendedIds(rows.filter(isPositive), knows.catalog).flatMap((id) => technologyAnswer(id, knows, place) ?? []);

export const isPositive = ({ ring }: Pick<Recommendation, 'ring'>) => ring === 'adopt' || ring === 'trial';

/** Where something is to be used: only names and snippets that can stand there are told. */
export interface PlaceOfUse {
  readonly ecosystem?: Ecosystem | undefined;
  /** Ids of kinds of files. */
  readonly kinds?: readonly string[] | undefined;
}

/** A technology of the knowledge base; undefined where it has none of that id. */
export function technologyAnswer(id: string, knows: Knows, place: PlaceOfUse = {}): TechnologyAnswer | undefined {
  const { catalog, snippets } = knows;
  const technology = catalog.knowledge.technologies.get(id);
  if (!technology) return undefined;
  const { name, homepage } = technology;
  const places = place.ecosystem ? [place.ecosystem] : ecosystems;
  const fitting = insertableSnippets(catalog, snippets).all.flatMap(({ snippet }) =>
    snippet?.technology === id && (place.kinds?.includes(snippet.kind) ?? true) ? [snippet] : [],
  );
  return {
    ...{ id, name, homepage },
    insert: places.flatMap((ecosystem) => insertAnswers(id, ecosystem, catalog)),
    snippets: fitting.map((one) => ({ name: one.name, kind: one.kind })),
  };
}

function insertAnswers(id: string, ecosystem: Ecosystem, catalog: Catalog): InsertAnswer[] {
  const own = insertableNames(catalog, ecosystem).all.filter(({ identifier }) => identifier.speaks[0] === id);
  return own.slice(0, mostNames).flatMap(({ identifier: { name, version, repositories } }) => {
    const repository = ecosystem === 'helm' ? repositories?.[0] : undefined;
    return version ? [{ ecosystem, name, version, ...(repository ? { repository } : {}) }] : [];
  });
}

/** `Relational Database: PostgreSQL (with Patroni) [adopt]. Reliability` */
export function rowLine(row: RowAnswer, { locale }: Catalog): string {
  const words = assistantTexts[locale];
  const marks = [ringWords[locale][row.ring][0], ...(row.isEnforced ? [words.enforced] : [])].join(', ');
  const said = words.row(row.component, row.recommendation, marks);
  return row.justification ? `${said}. ${row.justification}` : said;
}

/** The name, then what to insert and the snippets, a line for each ecosystem and kind of file. */
export function technologyLines({ name, homepage, insert, snippets }: TechnologyAnswer, { locale }: Catalog): string[] {
  const words = assistantTexts[locale];
  const kinds = [...new Set(snippets.map(({ kind }) => kind))];
  const places = [...new Set(insert.map(({ ecosystem }) => ecosystem))];
  return [
    `- ${name} (${homepage})`,
    ...places.map((place) => `  ${words.insert(place, insert.filter(isIn(place)).map(written).join(', '))}`),
    ...kinds.map((kind) => {
      const names = snippets.filter((one) => one.kind === kind).map((one) => one.name);
      return `  ${words.snippets(kind, names.join('; '))}`;
    }),
  ];
}

const isIn = (place: Ecosystem) => (one: InsertAnswer) => one.ecosystem === place;

const written = ({ name, version, repository }: InsertAnswer) =>
  repository ? `${name} ${version} (${repository})` : `${name} ${version}`;
