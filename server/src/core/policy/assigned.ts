import type { Catalog } from '../catalog/catalog';
import { fold } from '../catalog/names';
import { matches, type Policy } from './policy';

/**
 * The catalog as it judges the file of a policy: the roles that `paths` assigns to the file count; the last entry that
 * matches and assigns any wins. The same catalog for the same roles, so that what is remembered of it stays of use.
 */
export function catalogFor({ configuration, path }: Policy, catalog: Catalog): Catalog {
  const here = configuration.paths.filter(({ roles, glob }) => roles && matches(glob, path)).at(-1);
  const { roleNames } = catalog.knowledge;
  const assigned = [...new Set(here?.roles?.flatMap((name) => roleNames.get(fold(name)) ?? []))].sort();
  return assigned.length ? assigning(assigned, catalog) : catalog;
}

function assigning(assigned: readonly string[], catalog: Catalog): Catalog {
  const known = made.get(catalog) ?? new Map<string, Catalog>();
  made.set(catalog, known);
  const key = assigned.join();
  const found = known.get(key) ?? { ...catalog, assigned };
  known.set(key, found);
  return found;
}

const made = new WeakMap<Catalog, Map<string, Catalog>>();
