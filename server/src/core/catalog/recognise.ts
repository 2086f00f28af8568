import { copyOf } from '../copy';
import type { Dependency, Identifier, Span } from '../model';
import type { KnowledgeIndex } from './catalog';
import { globbed } from './globs';
import { fold, matchesGlob } from './names';
import { mirrored } from './places';

/** An identifier that a dependency matches. */
export interface Recognition {
  readonly dependency: Dependency;
  readonly identifier: Identifier;
  /** Where a finding stands: on the deciding attribute, else on the name. */
  readonly span: Span;
}

/**
 * What a dependency is recognised as: an exact name before a glob, a longer glob before a shorter. Several only where
 * several attributes of one block decide for themselves; most often one or none.
 */
export function recognise(dependency: Dependency, knowledge: KnowledgeIndex): readonly Recognition[] {
  if (dependency.skipReason) return nothing;
  const named = candidates(dependency, knowledge);
  if (!named.length) return nothing;
  const matches = named.filter((one) => holds(one, dependency));
  const chosen = dependency.ecosystem === 'helm' ? chartsOf(matches, dependency, knowledge) : matches;
  const [only] = chosen;
  if (only && chosen.length === 1) return [{ dependency, identifier: only, span: placeOf(only, dependency) }];
  return distinct(chosen.map((identifier) => ({ dependency, identifier, span: placeOf(identifier, dependency) })));
}

/** Most names are nobody's. */
const nothing: readonly Recognition[] = [];

type Name = Pick<Dependency, 'ecosystem' | 'name'>;

/** The identifiers that a name may be, whatever stands beside it. The same names come again and again. */
export function candidates(dependency: Name, knowledge: KnowledgeIndex): readonly Identifier[] {
  const { ecosystem, name } = dependency;
  const names = seenIn(knowledge, ecosystem);
  const before = names.get(name);
  if (before) return before;
  const found = lookUp(dependency, knowledge);
  if (names.size >= mostNames) names.clear();
  names.set(copyOf(name), found);
  return found;
}

type Seen = Map<string, readonly Identifier[]>;

/** The knowledge never changes; the memory of names is not to grow without end. */
const seen = new WeakMap<KnowledgeIndex, Map<string, Seen>>();
const mostNames = 5000;

/** Where was looked last: what a file names is nearly all of one ecosystem. */
let last: { knowledge: KnowledgeIndex; ecosystem: string; names: Seen } | undefined;

function seenIn(knowledge: KnowledgeIndex, ecosystem: string): Seen {
  if (last?.knowledge === knowledge && last.ecosystem === ecosystem) return last.names;
  const all = seen.get(knowledge) ?? new Map<string, Seen>();
  const names = all.get(ecosystem) ?? new Map();
  seen.set(knowledge, all.set(ecosystem, names));
  last = { knowledge, ecosystem, names };
  return names;
}

function lookUp({ ecosystem, name }: Name, knowledge: KnowledgeIndex): readonly Identifier[] {
  const key = ecosystem === 'image' ? mirrored(name, knowledge.imageMirrors) : name;
  const names = knowledge.exact.get(ecosystem)?.();
  const exact = (text: string) => names?.get(text);
  // A part of a Terraform module (`…/sql-db/google//modules/mysql`) may say more than the whole.
  const known = exact(key) ?? (ecosystem === 'terraform-module' ? exact(key.split('//')[0] ?? '') : undefined);
  if (known) return known;
  const globs = knowledge.globIndex.get(ecosystem);
  return globs ? globbed(key, globs) : [];
}

/** Attribute conditions hold for literal values only; an expression decides nothing. */
function holds(identifier: Identifier, dependency: Dependency): boolean {
  // Most have no conditions.
  if (!identifier.where && !identifier.exceptWhere) return true;
  const value = (path: string) => dependency.attributes?.().get(path)?.value;
  const fits = (path: string, allowed: readonly string[]) => {
    const text = value(path);
    return text !== undefined && allowed.some((glob) => matchesGlob(glob, text));
  };
  const conditions = Object.entries(identifier.where ?? {});
  const exceptions = Object.entries(identifier.exceptWhere ?? {});
  return (
    conditions.every(([path, allowed]) => fits(path, allowed)) &&
    !exceptions.some(([path, values]) => fits(path, values))
  );
}

/**
 * A chart is told by its repository. Without a listed one its own name must contain the technology's: `redis` from an
 * unknown place is Redis, `gateway` is nothing; a name that lives on is then preferred to a dead one.
 */
function chartsOf(
  matches: readonly Identifier[],
  dependency: Dependency,
  knowledge: KnowledgeIndex,
): readonly Identifier[] {
  const written = dependency.repository?.value;
  if (written) {
    const listed = matches.filter((one) => one.repositories?.some((place) => knowledge.sameRepository(written, place)));
    if (listed.length) return listed.slice(0, 1);
  }
  const telling = matches.filter((one) => namesTechnology(one, knowledge));
  return telling
    .filter((one) => !one.deprecated)
    .concat(telling)
    .slice(0, 1);
}

function namesTechnology(identifier: Identifier, knowledge: KnowledgeIndex): boolean {
  const technology = knowledge.technologies.get(identifier.speaks[0] ?? '');
  const names = technology ? [technology.id, technology.name, ...technology.aliases] : [];
  const chart = fold(identifier.name);
  return names.some((name) => chart.includes(fold(name)));
}

function placeOf(identifier: Identifier, dependency: Dependency): Span {
  const deciding = identifier.where && Object.keys(identifier.where)[0];
  return (deciding && dependency.attributes?.().get(deciding)?.span) || dependency.nameSpan;
}

/** One recognition for one place; the first listed wins. */
function distinct(recognitions: readonly Recognition[]): Recognition[] {
  const seen = new Set<number>();
  return recognitions.filter(({ span }) => !seen.has(span.start) && seen.add(span.start));
}
