import { replaceCrate } from '../fixes/cargo';
import { insertInTable } from '../fixes/toml';
import { keepLast } from '../keepLast';
import type { Dependency, FileKind, Scope } from '../model';
import { hashComment } from '../policy/comment';
import { tomlExtent } from '../policy/extent';
import { slotInCargo } from '../slots/cargo';
import { scanToml, stringAt, stringOf, type TomlNode, tomlAt } from '../syntax/toml';

const sections: ReadonlyMap<string, Scope> = new Map([
  ['dependencies', 'dependencies'],
  ['dev-dependencies', 'devDependencies'],
  ['dev_dependencies', 'devDependencies'],
  ['build-dependencies', 'buildDependencies'],
  ['build_dependencies', 'buildDependencies'],
]);

/** Cargo's manifest, of a package or a workspace. `patch` and `replace` steer where others come from and are left alone. */
export const cargo: FileKind = {
  id: 'cargo',
  matches: ({ path }) => /(?:^|\/)Cargo\.toml$/.test(path),
  read: (text) =>
    crates(scanToml(text).root)
      .flatMap(({ node, scope }) => dependency(node, scope) ?? [])
      .sort((one, other) => one.nameSpan.start - other.nameSpan.start),
  replace: (source, dependency, by) => replaceCrate(source, dependency, by, cratesIn(source.text)),
  insert: (text, _near, { body, scope }) => insertInTable(text, tableFor(scanToml(text).root, scope), body),
  extent: tomlExtent,
  comment: hashComment,
  slotAt: (text, offset) => slotInCargo(text, offset, cargo.read),
};

interface Crate {
  readonly node: TomlNode;
  readonly scope: Scope;
}

/** All entries of all tables of dependencies: of the package, of its targets, and of the workspace. */
function crates(root: TomlNode): Crate[] {
  const targets = tomlAt(root, 'target')?.children ?? [];
  const shared = tomlAt(root, 'workspace', 'dependencies')?.children ?? [];
  return [
    ...[root, ...targets].flatMap(sectionsOf),
    ...shared.map((node) => ({ node, scope: 'dependencies' as const })),
  ];
}

/** For fixers, which ask for each of many findings. */
const cratesIn = keepLast((text: string) => crates(scanToml(text).root).map(({ node }) => node));

const sectionsOf = ({ children }: TomlNode): Crate[] =>
  children.flatMap((section) => {
    const scope = sections.get(section.key?.value ?? '');
    return scope ? section.children.map((node) => ({ node, scope })) : [];
  });

/** A crate under another name is the one that `package` says; of one from the workspace the name is here. */
function dependency(node: TomlNode, scope: Scope): Dependency | undefined {
  const name = stringAt(node, 'package') ?? node.key;
  const version = stringOf(node) ?? stringAt(node, 'version');
  if (!name?.value || (node.form !== 'table' && !version?.value)) return undefined;
  return {
    ecosystem: 'cargo',
    name: name.value,
    nameSpan: name.span,
    scope,
    ...(version?.value && { version }),
    ...(stringAt(node, 'path') && { skipReason: 'local' }),
  };
}

/** The workspace's own where a manifest has no package. */
function tableFor(root: TomlNode, scope: Scope | undefined): readonly string[] {
  if (tomlAt(root, 'workspace') && !tomlAt(root, 'package')) return ['workspace', 'dependencies'];
  return [scope === 'devDependencies' ? 'dev-dependencies' : 'dependencies'];
}
