import { findNodeAtLocation, type Node, parseTree } from 'jsonc-parser';
import type { Dependency, FileKind, Located, Scope } from '../model';

const maps: readonly Scope[] = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

/** npm's manifest. `overrides` and `resolutions` steer what others depend on and are left alone. */
export const packageJson: FileKind = {
  id: 'package-json',
  matches: ({ path }) => /(^|\/)package\.json$/i.test(path),
  read: (text) => {
    const root = parseTree(text.replace(/^\ufeff/, ' '), [], { allowTrailingComma: true });
    return root ? maps.flatMap((scope) => readMap(root, scope)) : [];
  },
};

function readMap(root: Node, scope: Scope): Dependency[] {
  const map = findNodeAtLocation(root, [scope]);
  if (map?.type !== 'object') return [];
  return (map.children ?? []).flatMap((property) => {
    const [key, value] = property.children ?? [];
    const name = key && located(key);
    const specifier = value && located(value);
    return name?.value && specifier?.value ? [dependency(name, specifier, scope)] : [];
  });
}

/** The text inside the quotes; undefined for anything but a closed string on one line. */
function located(node: Node): Located | undefined {
  if (node.type !== 'string' || typeof node.value !== 'string' || node.length < 2) return undefined;
  return { value: node.value, span: { start: node.offset + 1, end: node.offset + node.length - 1 } };
}

function dependency(name: Located, specifier: Located, scope: Scope): Dependency {
  const base = { ecosystem: 'npm', nameSpan: name.span, scope, version: specifier } as const;
  const alias = /^npm:((?:@[^/@]+\/)?[^/@]+)(?:@|$)/.exec(specifier.value);
  if (/^(workspace|file|link|portal):/.test(specifier.value)) return { ...base, name: name.value, skipReason: 'local' };
  return { ...base, name: alias?.[1] ?? name.value };
}
