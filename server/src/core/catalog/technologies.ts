import type { Ecosystem, Evidence, Identifier, Lifecycle, Technology } from '../model';

/** A file of data/technologies as written; data/schemas/technology.schema.json describes and checks it. */
export interface TechnologyFile {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly roles: readonly string[];
  readonly homepage: string;
  readonly docs?: string;
  readonly variantOf?: string;
  readonly compatibleWith?: readonly string[];
  readonly deprecated?: Lifecycle;
  readonly identifiers?: Partial<Record<Ecosystem, readonly (string | IdentifierEntry)[]>>;
}

type OneOrMore = string | readonly string[];

interface IdentifierEntry {
  readonly name: OneOrMore;
  readonly repository?: OneOrMore;
  readonly where?: Readonly<Record<string, OneOrMore>>;
  readonly exceptWhere?: Readonly<Record<string, OneOrMore>>;
  readonly exceptBeside?: readonly string[];
  readonly speaks?: readonly string[];
  readonly evidence?: Evidence;
  readonly roles?: readonly string[];
  readonly whereAssigned?: readonly string[];
  readonly without?: readonly string[];
  readonly version?: string;
  readonly deprecated?: Lifecycle;
}

/** A file's technology without its identifiers. */
export function technologyOf(file: TechnologyFile): Technology {
  const { identifiers: _, ...rest } = file;
  return { ...rest, aliases: file.aliases ?? [], compatibleWith: file.compatibleWith ?? [] };
}

/** A file's identifiers, one for each name; the file's own technology is the first that each speaks for. */
export function identifiersOf(file: TechnologyFile): Identifier[] {
  const byEcosystem = Object.entries(file.identifiers ?? {}) as [Ecosystem, readonly (string | IdentifierEntry)[]][];
  return byEcosystem.flatMap(([ecosystem, entries]) =>
    entries.flatMap((entry) => expand(file.id, ecosystem, typeof entry === 'string' ? { name: entry } : entry)),
  );
}

function expand(technology: string, ecosystem: Ecosystem, entry: IdentifierEntry): Identifier[] {
  const { name, repository, where, exceptWhere, speaks, evidence, ...rest } = entry;
  return list(name).map((each) => ({
    ecosystem,
    name: each,
    speaks: [technology, ...(speaks ?? [])],
    evidence: evidence ?? 'strong',
    ...(repository ? { repositories: list(repository) } : {}),
    ...(where ? { where: lists(where) } : {}),
    ...(exceptWhere ? { exceptWhere: lists(exceptWhere) } : {}),
    ...rest,
  }));
}

const list = (value: OneOrMore): readonly string[] => (typeof value === 'string' ? [value] : value);
const lists = (record: Readonly<Record<string, OneOrMore>>) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, list(value)]));
