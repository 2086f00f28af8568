import { insertInCatalog } from '../fixes/insertion';
import { replaceInCatalog } from '../fixes/pnpmWorkspace';
import type { Dependency, FileKind } from '../model';
import { hashComment } from '../policy/comment';
import { indentedExtent } from '../policy/extent';
import { slotInCatalog } from '../slots/pnpmWorkspace';
import { literal, scanYaml } from '../syntax/yaml';
import { entriesAt } from '../syntax/yamlPath';
import { npmDependency } from './packageJson';

/** The catalogs of pnpm, where `catalog:` in package.json finds its versions. `overrides` are left alone, as there. */
export const pnpmWorkspace: FileKind = {
  id: 'pnpm-workspace',
  matches: ({ path }) => /(?:^|\/)pnpm-workspace\.ya?ml$/.test(path),
  read,
  replace: replaceInCatalog,
  insert: insertInCatalog,
  extent: indentedExtent,
  comment: hashComment,
  slotAt: (text, offset) => slotInCatalog(text, offset, read),
};

function read(text: string): readonly Dependency[] {
  const entries = scanYaml(text);
  const found = ['catalog.*', 'catalogs.*.*'].flatMap((path) => entriesAt(entries, path));
  return found.flatMap((entry) => {
    const specifier = literal(entry);
    if (!entry.key || !specifier?.value) return [];
    return [npmDependency({ value: entry.key, span: entry.keySpan }, specifier, 'catalog')];
  });
}
