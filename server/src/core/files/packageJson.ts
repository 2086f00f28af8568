import { rewrite } from '../fixes/changes';
import { insertProperties } from '../fixes/insertion';
import { removedProperty } from '../fixes/properties';
import type { Dependency, Edit, FileKind, Located, Replacement, Scope, Source } from '../model';
import { lineExtent } from '../policy/extent';
import { slotInPackageJson } from '../slots/packageJson';
import { readProperties } from '../syntax/json';
import { retyped } from './retyped';

const maps: ReadonlyMap<string, Scope> = new Map(
  (['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'] as const).map((map) => [map, map]),
);

/** npm's manifest. `overrides` and `resolutions` steer what others depend on and are left alone. */
export const packageJson: FileKind = {
  id: 'package-json',
  matches: ({ path }) => /(^|\/)package\.json$/i.test(path),
  read(text) {
    const found: Dependency[] = [];
    const see = (key: Located, path: readonly string[], value: Located | undefined) => {
      const scope = path.length === 1 ? maps.get(path[0] ?? '') : undefined;
      if (scope && key.value && value?.value) found.push(npmDependency(key, value, scope));
    };
    readProperties(text, see, isMisplacedMap);
    return found;
  },
  reread: (before, text) => retyped(before, text, npmDependency),
  replace,
  insert: insertProperties,
  extent: lineExtent,
  slotAt: (text, offset) => slotInPackageJson(text, offset, packageJson.read),
};

/** A map inside a map is one whose neighbour is not closed yet. */
const isMisplacedMap = (key: string, path: readonly string[]) =>
  maps.has(key) && path.length === 1 && maps.has(path[0] ?? '');

/** A package under the name that it has here: `npm:mysql2@^3` is mysql2. The version of a catalog stands elsewhere. */
export function npmDependency(name: Located, specifier: Located, scope: Scope): Dependency {
  // Most have neither a protocol nor an alias.
  if (!specifier.value.includes(':'))
    return { ecosystem: 'npm', name: name.value, nameSpan: name.span, scope, version: specifier };
  const isInCatalog = specifier.value.startsWith('catalog:');
  const base = { ecosystem: 'npm', nameSpan: name.span, scope, ...(!isInCatalog && { version: specifier }) } as const;
  if (/^(workspace|file|link|portal):/.test(specifier.value)) return { ...base, name: name.value, skipReason: 'local' };
  const alias = /^npm:((?:@[^/@]+\/)?[^/@]+)(?:@|$)/.exec(specifier.value);
  return { ...base, name: alias?.[1] ?? name.value };
}

/** Name and version together. A name that the map has already is not written twice: the old one only goes. */
function replace(
  { text, dependencies }: Source,
  { nameSpan, version, scope }: Dependency,
  by: Replacement,
): Edit | undefined {
  if (!version) return undefined;
  const isAlias = version.value.startsWith('npm:');
  const twin = dependencies.some((one) => one.name === by.name && one.scope === scope);
  if (twin && !isAlias) {
    return {
      changes: [{ span: removedProperty(text, { start: nameSpan.start - 1, end: version.span.end + 1 }), text: '' }],
    };
  }
  // What others import under an alias keeps that name.
  if (isAlias) return { changes: rewrite(text, version, `npm:${by.name}${by.version ? `@${by.version}` : ''}`) };
  return { changes: [...rewrite(text, nameSpan, by.name), ...rewrite(text, version, by.version)] };
}
