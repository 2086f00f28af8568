import type { Located, Span } from '../model';
import { markerOf } from './gradle';
import { scanToml, stringAt, stringOf, type TomlNode, tomlAt } from './toml';

/** A library or a plugin of a version catalog. */
export interface Artifact {
  /** `group:artifact`; of a plugin that which Gradle looks for under its id. */
  readonly name: string;
  /** Where it is written: all of it, or the part of two that tells most. */
  readonly nameSpan: Span;
  /** The other part, where it has a key of its own. */
  readonly group: Located | undefined;
  readonly isPlugin: boolean;
  readonly version: Located | undefined;
  /** `version.ref = "a"` where that is how the version is written. */
  readonly reference: Span | undefined;
  /** Others refer to the same version. */
  readonly isShared: boolean;
}

/** All libraries and plugins of a catalog, in the order of the text. */
export function artifactsOf(text: string): Artifact[] {
  const { root } = scanToml(text);
  const libraries = (tomlAt(root, 'libraries')?.children ?? []).map((node) => ({ node, isPlugin: false }));
  const plugins = (tomlAt(root, 'plugins')?.children ?? []).map((node) => ({ node, isPlugin: true }));
  const all = [...libraries, ...plugins];
  const uses = countOf(all.flatMap(({ node }) => stringAt(node, 'version', 'ref')?.value ?? []));
  return all
    .flatMap(({ node, isPlugin }) => artifactOf(root, node, isPlugin, uses) ?? [])
    .sort((one, other) => one.nameSpan.start - other.nameSpan.start);
}

function countOf(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function artifactOf(
  root: TomlNode,
  node: TomlNode,
  isPlugin: boolean,
  uses: ReadonlyMap<string, number>,
): Artifact | undefined {
  const named = nameOf(node, isPlugin);
  const reference = stringAt(node, 'version', 'ref');
  const version = reference
    ? richVersion(tomlAt(root, 'versions', reference.value))
    : richVersion(tomlAt(node, 'version'));
  return (
    named && {
      isPlugin,
      ...named,
      version: named.version ?? version,
      reference: reference && referenceOf(node, reference),
      isShared: (uses.get(reference?.value ?? '') ?? 0) > 1,
    }
  );
}

type Name = Pick<Artifact, 'name' | 'nameSpan' | 'group' | 'version'>;

function nameOf(node: TomlNode, isPlugin: boolean): Name | undefined {
  const written = stringOf(node) ?? stringAt(node, isPlugin ? 'id' : 'module');
  if (written) return isPlugin ? pluginIn(written) : coordinatesIn(written);
  const [group, name] = [stringAt(node, 'group'), stringAt(node, 'name')];
  if (isPlugin || !group || !name || !isWord(group.value) || !isWord(name.value)) return undefined;
  return { name: `${group.value}:${name.value}`, nameSpan: name.span, group, version: undefined };
}

const isWord = (text: string) => /^[\w.-]+$/.test(text);

/** `group:artifact`, a version after it or not. */
function coordinatesIn({ value, span }: Located): Name | undefined {
  const [group = '', artifact = '', version, ...more] = value.split(':');
  if (!isWord(group) || !isWord(artifact) || more.length) return undefined;
  return parts(`${group}:${artifact}`, version, span);
}

/** `id`, a version after it or not. */
function pluginIn({ value, span }: Located): Name | undefined {
  const [id = '', version, ...more] = value.split(':');
  const found = isWord(id) && !more.length ? parts(id, version, span) : undefined;
  return found && { ...found, name: markerOf(id) };
}

function parts(name: string, version: string | undefined, { start, end }: Span): Name {
  const nameSpan = { start, end: start + name.length };
  const versionSpan = { start: nameSpan.end + 1, end };
  return { name, nameSpan, group: undefined, version: version ? { value: version, span: versionSpan } : undefined };
}

/** A version, or the strictest that is said of it. */
function richVersion(node: TomlNode | undefined): Located | undefined {
  const said = node?.form === 'table' ? ['strictly', 'require', 'prefer'].map((key) => stringAt(node, key)) : [];
  const version = stringOf(node) ?? said.find((one) => one !== undefined);
  return version?.value ? version : undefined;
}

function referenceOf(node: TomlNode, reference: Located): Span | undefined {
  const version = tomlAt(node, 'version');
  const isInBraces = version && version.start < version.end;
  return version?.key && { start: version.key.span.start, end: isInBraces ? version.end : reference.span.end + 1 };
}
