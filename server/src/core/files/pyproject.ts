import { insertIntoPyproject, replacePackage } from '../fixes/pyproject';
import { keepLast } from '../keepLast';
import type { FileKind, Scope } from '../model';
import { hashComment } from '../policy/comment';
import { tomlExtent } from '../policy/extent';
import { slotInPyproject } from '../slots/pyproject';
import { normalisedName, pypi, readRequirement, versionStyles } from '../syntax/requirement';
import { scanToml, stringOf, type TomlNode, tomlAt } from '../syntax/toml';
import { asLocal, inTable, type Package } from './pythonTables';

/** Python's manifest: the standard's lists, those of uv, PDM and Hatch, and Poetry's tables. What only builds is left out. */
export const pyproject: FileKind = {
  id: 'pyproject',
  matches: ({ path }) => /(?:^|\/)pyproject\.toml$/.test(path),
  read: (text) => packages(text).map(({ dependency }) => dependency),
  replace: (source, dependency, by) => {
    const found = packagesOf(source.text).find((one) => one.dependency.nameSpan.start === dependency.nameSpan.start);
    return found && replacePackage(source, dependency, by, found.node, versionStyles.poetry);
  },
  insert: (text, _near, inserted) => insertIntoPyproject(text, inserted),
  extent: tomlExtent,
  comment: hashComment,
  slotAt: (text, offset) => slotInPyproject(text, offset, pyproject.read),
};

function packages(text: string): Package[] {
  const { root } = scanToml(text);
  const all = [
    ...inLists(text, tomlAt(root, 'project', 'dependencies'), 'dependencies'),
    ...each(root, 'project', 'optional-dependencies').flatMap((one) => inLists(text, one, 'optionalDependencies')),
    ...devLists(root).flatMap((one) => inLists(text, one, 'devDependencies')),
    ...inTable(tomlAt(root, 'tool', 'poetry', 'dependencies'), 'dependencies'),
    ...devTables(root).flatMap((one) => inTable(one, 'devDependencies')),
  ];
  const local = localNames(root);
  return all
    .map((one) => (local.has(one.dependency.name) ? { ...one, dependency: asLocal(one.dependency) } : one))
    .sort((one, other) => one.dependency.nameSpan.start - other.dependency.nameSpan.start);
}

/** For fixers, which ask for each of many findings. */
const packagesOf = keepLast(packages);

const each = (from: TomlNode, ...keys: readonly string[]) => tomlAt(from, ...keys)?.children ?? [];

const devLists = (root: TomlNode): (TomlNode | undefined)[] => [
  ...each(root, 'dependency-groups'),
  tomlAt(root, 'tool', 'uv', 'dev-dependencies'),
  tomlAt(root, 'tool', 'rye', 'dev-dependencies'),
  ...each(root, 'tool', 'pdm', 'dev-dependencies'),
  ...each(root, 'tool', 'hatch', 'envs').flatMap((one) => [
    tomlAt(one, 'dependencies'),
    tomlAt(one, 'extra-dependencies'),
  ]),
];

const devTables = (root: TomlNode): (TomlNode | undefined)[] => [
  tomlAt(root, 'tool', 'poetry', 'dev-dependencies'),
  ...each(root, 'tool', 'poetry', 'group').map((group) => tomlAt(group, 'dependencies')),
];

/** What uv takes from the workspace or a folder. */
const localNames = (root: TomlNode): ReadonlySet<string> =>
  new Set(
    each(root, 'tool', 'uv', 'sources')
      .filter((one) => tomlAt(one, 'workspace') || tomlAt(one, 'path'))
      .map(({ key }) => normalisedName(key?.value ?? '')),
  );

const inLists = (text: string, list: TomlNode | undefined, scope: Scope): Package[] =>
  (list?.form === 'array' ? list.children : []).flatMap((node) => {
    const written = stringOf(node);
    // Places in a text with escapes are not those of the file.
    if (!written || written.value.length !== written.span.end - written.span.start) return [];
    const requirement = readRequirement(text, written.span.start, written.span.end);
    return requirement ? [{ node, dependency: pypi(text, requirement, scope) }] : [];
  });
