import { isMap, isScalar, isSeq, type Node } from 'yaml';
import { identifiersOf, type TechnologyFile, technologyOf } from '../catalog/technologies';
import type { Identifier, Knowledge, Role, Technology } from '../model';
import { readYaml } from '../policy/readYaml';
import type { ShapeProblem } from '../policy/shape';
import { rolesShape, technologyShape } from './technologyShape';

/** What an organisation adds to the knowledge base. */
export interface OwnKnowledge {
  readonly technologies: readonly TechnologyFile[];
  readonly roles: readonly Role[];
  /** What is wrong with each file; a file with problems adds nothing. */
  readonly problems: readonly (readonly ShapeProblem[])[];
}

/**
 * Reads files of technologies (a map) and of roles (a list). They may refer to each other.
 *
 * @param texts of the files, in order
 */
export function readOwnKnowledge(texts: readonly string[], base: Knowledge): OwnKnowledge {
  const files = texts.map(readYaml);
  const problems = files.map((file) => file.problems);
  const roles = files.flatMap(({ node, problems }) => (isSeq(node) ? (rolesShape(node, problems) ?? []) : []));
  const names = {
    technologies: new Set([...base.technologies.map((one) => one.id), ...files.flatMap((file) => idIn(file.node))]),
    roles: new Set([...base.roles, ...roles].map((one) => one.id)),
  };
  const shape = technologyShape(names);
  const technologies = files.flatMap(({ node, problems }) => {
    const read = node === null || isSeq(node) ? undefined : shape(node, problems);
    return read && !problems.length ? [read] : [];
  });
  return { technologies, roles, problems };
}

function idIn(node: Node | null): string[] {
  const id = isMap(node) ? node.get('id', true) : undefined;
  return isScalar(id) ? [String(id.value)] : [];
}

/**
 * The knowledge base with what an organisation adds. A technology of ours that it writes too is one: its names and
 * roles are those of the organisation, the identifiers of both count, and of the same one that of the organisation.
 */
export function withOwn(base: Knowledge, own: Pick<OwnKnowledge, 'technologies' | 'roles'>): Knowledge {
  const identifiers = own.technologies.flatMap(identifiersOf);
  const taken = new Set(identifiers.map(claimOf));
  return {
    ...base,
    technologies: merged(base.technologies, own.technologies.map(technologyOf), joined),
    identifiers: [...identifiers, ...base.identifiers.filter((one) => !taken.has(claimOf(one)))],
    roles: merged(base.roles, own.roles, (_, role) => role),
  };
}

const claimOf = ({ ecosystem, name, repositories, where }: Identifier) =>
  JSON.stringify([ecosystem, name, repositories ?? [], where ?? {}]);

const joined = (ours: Technology, theirs: Technology): Technology => ({
  ...theirs,
  aliases: [...new Set([ours.name, ...ours.aliases, ...theirs.aliases])],
});

function merged<Item extends { readonly id: string }>(
  ours: readonly Item[],
  theirs: readonly Item[],
  join: (ours: Item, theirs: Item) => Item,
): Item[] {
  const all = new Map(ours.map((one) => [one.id, one]));
  for (const one of theirs) {
    const before = all.get(one.id);
    all.set(one.id, before ? join(before, one) : one);
  }
  return [...all.values()];
}
