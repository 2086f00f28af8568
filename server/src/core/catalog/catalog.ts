import type { Identifier, Knowledge, Locale, Recommendation, Role, Technology } from '../model';
import { once } from '../once';
import { type Globs, indexGlobs } from './globs';
import { groupBy } from './groupBy';
import { fold } from './names';
import { type SameRepository, sameRepository } from './places';
import { type Lexicon, namedTechnologies, parseRecommendation } from './recommendation';
import type { StackDocument, StackRow } from './stackDocument';

export { groupBy };

/** What data/ knows, indexed once. It changes only when technologies are added. */
export interface KnowledgeIndex {
  readonly technologies: ReadonlyMap<string, Technology>;
  readonly roles: ReadonlyMap<string, Role>;
  /** Identifiers by ecosystem and name. A file is of one ecosystem or two: the others are not indexed until asked for. */
  readonly exact: ReadonlyMap<string, () => ReadonlyMap<string, readonly Identifier[]>>;
  /** Identifiers with a `*` by ecosystem, the longest first. */
  readonly globs: ReadonlyMap<string, readonly Identifier[]>;
  /** The same, for look-ups. */
  readonly globIndex: ReadonlyMap<string, Globs>;
  /** Identifiers that may be inserted, by ecosystem and the technology that they are of, joined by a space. */
  readonly insertable: () => ReadonlyMap<string, readonly Identifier[]>;
  readonly lexicon: Lexicon;
  /** Folded name → role id. */
  readonly roleNames: ReadonlyMap<string, string>;
  readonly imageMirrors: Readonly<Record<string, string>>;
  readonly sameRepository: SameRepository;
}

/** The words of a technology cell that are no technology; see data/grammar.yaml. */
export interface Grammar {
  readonly qualifiers: readonly string[];
  readonly nothing: readonly string[];
  readonly platforms: readonly string[];
}

export function indexKnowledge(knowledge: Knowledge, grammar: Grammar): KnowledgeIndex {
  const technologies = new Map(knowledge.technologies.map((technology) => [technology.id, technology]));
  const globs = groupBy(
    knowledge.identifiers.filter((one) => one.name.includes('*')).sort((a, b) => b.name.length - a.name.length),
    (one) => one.ecosystem,
  );
  return {
    technologies,
    roles: new Map(knowledge.roles.map((role) => [role.id, role])),
    exact: byName(knowledge.identifiers.filter((one) => !one.name.includes('*'))),
    globs,
    globIndex: new Map([...globs].map(([ecosystem, ones]) => [ecosystem, indexGlobs(ones)])),
    insertable: once(() => insertableBy(knowledge.identifiers.filter(isInsertable))),
    lexicon: lexiconOf(technologies, grammar),
    roleNames: new Map(knowledge.roles.flatMap((role) => roleNames(role).map((name) => [fold(name), role.id]))),
    imageMirrors: knowledge.registries.imageMirrors,
    sameRepository: sameRepository(knowledge.registries),
  };
}

function byName(identifiers: readonly Identifier[]): KnowledgeIndex['exact'] {
  const groups = groupBy(identifiers, (one) => one.ecosystem);
  return new Map([...groups].map(([ecosystem, ones]) => [ecosystem, once(() => groupBy(ones, (one) => one.name))]));
}

/** All that the knowledge has of one name or pattern, exact names first. */
export const allIdentifiers = ({ exact, globs }: KnowledgeIndex): Identifier[] =>
  [...[...exact.values()].flatMap((names) => [...names().values()]), ...globs.values()].flat();

/** With a version, or, in Terraform, by attributes of a block that is there already. */
const isInsertable = ({ version, where, deprecated, ecosystem }: Identifier) =>
  !deprecated && (version !== undefined || (where !== undefined && ecosystem.startsWith('terraform')));

/** By ecosystem and each technology that they serve; a technology's own before those of others that serve it too. */
function insertableBy(identifiers: readonly Identifier[]): Map<string, readonly Identifier[]> {
  const own = identifiers.map((one) => [one.speaks[0] ?? '', one] as const);
  const served = identifiers.flatMap((one) => one.speaks.slice(1).map((id) => [id, one] as const));
  const groups = groupBy([...own, ...served], ([id, { ecosystem }]) => `${ecosystem} ${id}`);
  return new Map([...groups].map(([key, pairs]) => [key, pairs.map(([, one]) => one)]));
}

function lexiconOf(technologies: ReadonlyMap<string, Technology>, grammar: Grammar): Lexicon {
  const names = [...technologies.values()].flatMap((one) =>
    [one.id, one.name, ...one.aliases].map((name) => [fold(name), one.id] as const),
  );
  const folded = (words: readonly string[]) => new Set(words.map(fold));
  return {
    technologies: new Map(names),
    qualifiers: folded([...grammar.qualifiers, ...grammar.platforms]),
    nothing: folded(grammar.nothing),
    platforms: folded(grammar.platforms),
    isVariant: (variant, of) => ancestors(technologies, variant).includes(of),
  };
}

const roleNames = (role: Role) => [role.id, role.name.en, role.name.fr, ...role.aliases];

/** What a technology is a variant of, nearest first, without itself. */
export function ancestors(technologies: ReadonlyMap<string, Technology>, id: string): string[] {
  const found: string[] = [];
  for (let at = technologies.get(id)?.variantOf; at && !found.includes(at); at = technologies.get(at)?.variantOf)
    found.push(at);
  return found;
}

/** Document and knowledge, compiled. Immutable: a changed document makes another catalog. */
export interface Catalog {
  readonly locale: Locale;
  readonly title: string;
  /** The language of the document, where it says so. */
  readonly language?: Locale;
  readonly knowledge: KnowledgeIndex;
  readonly recommendations: readonly Recommendation[];
  /** The rows that recommend for a role, in the document's order. */
  readonly byRole: ReadonlyMap<string, readonly Recommendation[]>;
  /** The rows that name a technology. */
  readonly byTechnology: ReadonlyMap<string, readonly Recommendation[]>;
  /** The roles that the files it judges are for, where a configuration assigns any. */
  readonly assigned?: readonly string[];
}

/** Compiles a document against the knowledge. Rows that cannot be understood are left out; see documentProblems. */
export function compileCatalog(document: StackDocument, knowledge: KnowledgeIndex, locale: Locale): Catalog {
  const recommendations = document.rows.flatMap((row) => compileRow(row, knowledge));
  const named = recommendations.flatMap((row) => namedTechnologies(row.expression).map((id) => [id, row] as const));
  return {
    locale,
    title: document.title,
    ...(document.language ? { language: document.language } : {}),
    knowledge,
    recommendations,
    byRole: groupBy(recommendations, (row) => row.role),
    byTechnology: new Map([...groupBy(named, ([id]) => id)].map(([id, pairs]) => [id, pairs.map(([, row]) => row)])),
  };
}

function compileRow(written: StackRow, knowledge: KnowledgeIndex): Recommendation[] {
  const role = knowledge.roleNames.get(fold(written.component.value));
  const { ring } = written;
  // Whether it recommends or holds back is not to be guessed.
  if (!role || !ring) return [];
  const [component, technology] = [written.component.value, written.technology.value];
  return [
    { ...written, role, ring, component, technology, expression: parseRecommendation(technology, knowledge.lexicon) },
  ];
}
