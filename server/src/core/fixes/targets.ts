import type { Catalog } from '../catalog/catalog';
import type { Use } from '../catalog/verdict';
import { recommendedIds } from '../catalog/wording';
import type { Ecosystem, Identifier, Replacement, Technology } from '../model';

/** One way to answer a finding: what to put there, and what it is. */
export interface Target {
  readonly replacement: Replacement;
  readonly technology: Technology;
  /** The same project under its new name or place; undefined for another product. */
  readonly moved?: 'drop-in' | 'renamed';
}

/** What may take the place of a use, best first: its new name where it was renamed, else each recommended choice. */
export function targetsOf(use: Use, catalog: Catalog): Target[] {
  const { lifecycle, identifier, kind } = use.verdict;
  if (kind !== 'not-recommended' && lifecycle && identifier.deprecated)
    return [renamed(use, catalog)].filter((one) => one !== undefined);
  const ids = kind === 'not-recommended' ? recommendedIds(use.verdict.rows, catalog) : [lifecycle?.replacedBy ?? ''];
  return ids.flatMap((id) => {
    const technology = catalog.knowledge.technologies.get(id);
    const found = technology && insertable(use, id, catalog);
    return found && technology ? [{ technology, replacement: replacementOf(found) }] : [];
  });
}

/** The identifier of a technology that is inserted in an ecosystem: the first that has a version. */
export function insertableIdentifier(
  id: string,
  ecosystem: Ecosystem,
  catalog: Catalog,
  fits: (one: Identifier) => boolean = () => true,
): Identifier | undefined {
  return catalog.knowledge.insertable().get(`${ecosystem} ${id}`)?.find(fits);
}

/** In Terraform a resource can only become another technology where that is an attribute of the same resource. */
function insertable({ dependency }: Use, id: string, catalog: Catalog): Identifier | undefined {
  const sameResource = (one: Identifier) => one.name === dependency.name && one.where !== undefined;
  const isResource = dependency.ecosystem === 'terraform-resource' || dependency.ecosystem === 'terraform-module';
  if (dependency.ecosystem === 'k8s-api') return undefined;
  return insertableIdentifier(id, dependency.ecosystem, catalog, isResource ? sameResource : undefined);
}

function replacementOf({ name, version, repositories, where }: Identifier): Replacement {
  const attributes = Object.entries(where ?? {}).flatMap(([path, values]) => {
    const literal = values.find((value) => !value.includes('*'));
    return literal ? [[path, literal] as const] : [];
  });
  return {
    name,
    ...(version ? { version } : {}),
    ...(repositories?.[0] ? { repository: repositories[0] } : {}),
    ...(attributes.length ? { attributes: Object.fromEntries(attributes) } : {}),
  };
}

/** The new name with a version that is known to exist there, or the one that is written where all of them do. */
function renamed({ dependency, verdict }: Use, catalog: Catalog): Target | undefined {
  const { deprecated } = verdict.identifier;
  const name = deprecated?.replacedBy;
  if (!name) return undefined;
  const known = catalog.knowledge.exact
    .get(dependency.ecosystem)?.()
    .get(name)
    ?.find((one) => one.version);
  const repository = deprecated.repository ?? known?.repositories?.[0];
  const place = repository ? { repository } : {};
  if (deprecated.sameVersions)
    return { technology: verdict.technology, replacement: { name, ...place }, moved: 'drop-in' };
  if (!known?.version) return undefined;
  return { technology: verdict.technology, replacement: { name, version: known.version, ...place }, moved: 'renamed' };
}
