import { findNodeAtLocation, type Node, type ParseError, ParseErrorCode, parseTree } from 'jsonc-parser';
import type { Dependency, FileKind, Located, Scope } from '../model';

const maps: readonly Scope[] = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

/** npm's manifest. `overrides` and `resolutions` steer what others depend on and are left alone. */
export const packageJson: FileKind = {
  id: 'package-json',
  matches: ({ path }) => /(^|\/)package\.json$/i.test(path),
  read(text) {
    const errors: ParseError[] = [];
    const root = parseTree(text.replace(/^\ufeff/, ' '), errors, { allowTrailingComma: true });
    const unclosed = new Set(errors.filter(isUnclosed).map((error) => error.offset));
    return root ? maps.flatMap((scope) => readMap(root, scope, unclosed)) : [];
  },
};

const isUnclosed = ({ error }: ParseError) => error === ParseErrorCode.UnexpectedEndOfString;

function readMap(root: Node, scope: Scope, unclosed: ReadonlySet<number>): Dependency[] {
  const map = findNodeAtLocation(root, [scope]);
  if (map?.type !== 'object') return [];
  return (map.children ?? []).flatMap((property) => {
    const [name, specifier] = (property.children ?? []).map((node) => located(node, unclosed));
    return name && specifier ? [dependency(name, specifier, scope)] : [];
  });
}

/** The text inside the quotes; undefined for anything but a closed string that holds something. */
function located(node: Node, unclosed: ReadonlySet<number>): Located | undefined {
  if (node.type !== 'string' || !node.value || unclosed.has(node.offset)) return undefined;
  return { value: node.value, span: { start: node.offset + 1, end: node.offset + node.length - 1 } };
}

function dependency(name: Located, specifier: Located, scope: Scope): Dependency {
  const base = { ecosystem: 'npm', nameSpan: name.span, scope, version: specifier } as const;
  if (/^(workspace|file|link|portal):/.test(specifier.value)) return { ...base, name: name.value, skipReason: 'local' };
  const alias = /^npm:((?:@[^/@]+\/)?[^/@]+)(?:@|$)/.exec(specifier.value);
  return { ...base, name: alias?.[1] ?? name.value };
}
