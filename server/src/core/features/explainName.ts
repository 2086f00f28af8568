import type { Catalog } from '../catalog/catalog';
import { find, indexTerms } from '../catalog/fuzzy';
import { fold } from '../catalog/names';
import { candidates } from '../catalog/recognise';
import { namedTechnologies } from '../catalog/recommendation';
import { type Dependency, type Ecosystem, ecosystems, type Identifier, type Role, type Scope } from '../model';
import { once } from '../once';
import type { Policy } from '../policy/policy';
import { parseImage } from '../syntax/image';
import { type Explanation, explainDependencies, explainTechnology, sourceWith } from './explain';
import type { Step } from './explainSteps';

/**
 * Explains everything that a name may be: an identifier in any ecosystem, or in the one before the colon (`npm:pg`),
 * a technology, a role. Empty where it is nothing that is known.
 */
export function explainName(name: string, catalog: Catalog, policy: Policy): Explanation[] {
  const [places, rest] = placesIn(name.trim());
  const uses = places.flatMap((ecosystem) => explainIdentifiers(ecosystem, rest, catalog, policy));
  if (rest !== name.trim()) return uses;
  const technology = catalog.knowledge.technologies.get(catalog.knowledge.lexicon.technologies.get(fold(name)) ?? '');
  const role = catalog.knowledge.roles.get(catalog.knowledge.roleNames.get(fold(name)) ?? '');
  return [
    ...uses,
    ...(technology ? explainTechnology(technology, catalog, policy) : []),
    ...(role ? [explainRole(role, catalog)] : []),
  ];
}

const terraform = ['terraform-resource', 'terraform-provider', 'terraform-module'] as const;

/** What people write before the colon besides our own words. */
const prefixes: ReadonlyMap<string, readonly Ecosystem[]> = new Map<string, readonly Ecosystem[]>([
  ...ecosystems.map((one) => [one, [one]] as const),
  ...[['terraform', terraform] as const, ['chart', ['helm']] as const, ['docker', ['image']] as const],
]);

function placesIn(name: string): readonly [readonly Ecosystem[], string] {
  const colon = name.indexOf(':');
  const places = prefixes.get(name.slice(0, Math.max(colon, 0)).toLowerCase());
  return places ? [places, name.slice(colon + 1).trim()] : [ecosystems, name];
}

function explainIdentifiers(ecosystem: Ecosystem, written: string, catalog: Catalog, policy: Policy): Explanation[] {
  for (const name of spellings(ecosystem, written)) {
    const identifiers = candidates({ ecosystem, name }, catalog.knowledge);
    if (!identifiers.length) continue;
    const uses = identifiers.flatMap((identifier) => {
      const dependency = dependencyOf(identifier, name);
      return explainDependencies({ source: sourceWith([dependency]), catalog, policy }, [dependency]).filter(
        ({ steps: [first] }) => first?.kind === 'recognised' && first.use.identifier === identifier,
      );
    });
    return uses.map(({ span: _, ...rest }) => rest);
  }
  return [];
}

/** A name as written, without its version, in small letters. */
function spellings(ecosystem: Ecosystem, written: string): string[] {
  const image = ecosystem === 'image' ? parseImage(written)?.name : undefined;
  const bare = ecosystem === 'npm' ? written.replace(/(?<=.)@[^@/]*$/, '') : written;
  return [...new Set([image ?? written, bare, bare.toLowerCase()])].filter(Boolean);
}

const scopes: Readonly<Record<Ecosystem, Scope>> = {
  npm: 'dependencies',
  'terraform-resource': 'resource',
  'terraform-provider': 'provider',
  'terraform-module': 'module',
  helm: 'chart',
  image: 'image',
  'k8s-api': 'object',
  cargo: 'dependencies',
  golang: 'dependencies',
  pypi: 'dependencies',
  conda: 'dependencies',
  pub: 'dependencies',
  maven: 'dependencies',
  swift: 'dependencies',
  'github-action': 'action',
  'gitlab-include': 'include',
  file: 'file',
};

/** A use of a name that fulfils the conditions of an identifier; each attribute has a place of its own. */
function dependencyOf({ ecosystem, repositories, where }: Identifier, name: string): Dependency {
  const at = (place: number) => ({ start: place, end: place });
  const attributes = Object.entries(where ?? {}).map(([path, [value = '']], index) => {
    return [path, { value: value.replaceAll('*', ''), span: at(index + 1) }] as const;
  });
  return {
    ...{ ecosystem, name, nameSpan: at(0), scope: scopes[ecosystem], attributes: once(() => new Map(attributes)) },
    ...(repositories?.[0] ? { repository: { value: repositories[0], span: at(0) } } : {}),
  };
}

/** The rows for a role, and what else could fill it. */
function explainRole(role: Role, catalog: Catalog): Explanation {
  const rows = catalog.byRole.get(role.id) ?? [];
  const named = new Set(rows.flatMap((row) => namedTechnologies(row.expression)));
  const others = [...catalog.knowledge.technologies.values()].filter(
    (one) => one.roles.includes(role.id) && !named.has(one.id) && !one.deprecated,
  );
  const steps: Step[] = [
    { kind: 'role', role },
    ...rows.map((row): Step => ({ kind: 'row', row, names: [], decides: false })),
    { kind: 'candidates', technologies: others.map((one) => one.id) },
  ];
  return { subject: role.name[catalog.locale], steps, findings: [] };
}

/** What is called about like a name that nothing has, best first: technologies, roles and identifiers. */
export function namesNear(name: string, { knowledge, locale }: Catalog): string[] {
  const [, rest] = placesIn(name.trim());
  const terms = [
    ...[...knowledge.technologies.values()].flatMap((one) => termsOf([one.id, one.name, ...one.aliases], one.name)),
    ...[...knowledge.roles.values()].flatMap((role) =>
      termsOf([role.id, role.name.en, role.name.fr, ...role.aliases], role.name[locale]),
    ),
    ...[...knowledge.exact.values()].flatMap((names) =>
      [...names().values()].flatMap(([one]) => (one ? termsOf([one.name], `${one.ecosystem}:${one.name}`) : [])),
    ),
  ];
  const found = [...find(indexTerms(terms), rest)].sort(([, one], [, other]) => one - other);
  const best = found[0]?.[1] ?? 0;
  return found
    .filter(([, score]) => score <= best + about)
    .slice(0, 3)
    .map(([text]) => text);
}

const termsOf = (names: readonly string[], shown: string) => names.map((text) => ({ text, items: [shown] }));

/** About as near as the best. */
const about = 0.1;
