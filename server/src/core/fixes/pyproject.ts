import type { Dependency, Edit, Inserted, Replacement, Source, TextChange } from '../model';
import { specifier, type VersionStyle, versionStyles } from '../syntax/requirement';
import { scanToml, type TomlNode, tomlAt } from '../syntax/toml';
import { indentationAt, lineAt, lineEndOf, rewrite } from './changes';
import { removedProperty } from './properties';
import { isThere, replaceRequirement, taken } from './python';
import { insertInTable, linesOf, withoutKeys } from './toml';

/**
 * A requirement of a list, or a key of a table, under another name. One that is there already is not
 * written twice: the old one only goes.
 */
export function replacePackage(
  source: Source,
  dependency: Dependency,
  by: Replacement,
  node: TomlNode,
  ofKeys: VersionStyle,
): Edit | undefined {
  const isTwin = isThere(source, dependency, by);
  if (node.key) return isTwin ? withoutKey(source, node) : replaceKey(source, dependency, by, node, ofKeys);
  if (isTwin) return taken(removedProperty(source.text, node));
  return replaceRequirement(source, dependency, by, versionStyles.project);
}

const withoutKey = ({ text }: Source, node: TomlNode): Edit | undefined =>
  node.start < node.end ? taken(linesOf(text, node)) : undefined;

function replaceKey(
  { text }: Source,
  { nameSpan, version }: Dependency,
  by: Replacement,
  node: TomlNode,
  style: VersionStyle,
): Edit | undefined {
  if (by.version && !version) return undefined;
  const removed = by.version && tomlAt(node, 'extras') ? ['extras'] : [];
  const changes = [
    ...rewrite(text, nameSpan, by.name),
    ...rewrite(text, version, by.version && specifier(by.version, version?.value, style)),
    ...withoutKeys(text, node, removed),
  ];
  return removed.length ? { changes, removed } : { changes };
}

/** Items at the end of the standard's list, which is begun where a project has none; Poetry's tables take none. */
export function insertIntoPyproject(text: string, { body }: Inserted): TextChange | undefined {
  const { root } = scanToml(text);
  const list = tomlAt(root, 'project', 'dependencies');
  const items = body.replace(/,?\s*$/, '').split('\n');
  if (list?.form === 'array') return insertItems(text, list, items);
  if (!tomlAt(root, 'project')) return undefined;
  return insertInTable(text, ['project'], `dependencies = [\n    ${items.join('\n    ')},\n]`);
}

function insertItems(text: string, list: TomlNode, items: readonly string[]): TextChange {
  const last = list.children.at(-1);
  if (last && lineAt(text, last.start).start === lineAt(text, list.start).start)
    return added(last.end, `, ${items.join(' ')}`);
  const lineEnd = lineEndOf(text);
  const lines = items.map((item) => `${lineEnd}${last ? indentationAt(text, last.start) : '    '}${item}`).join('');
  if (!last) return added(list.start + 1, `${lines},${/^[ \t]*\r?\n/.test(text.slice(list.start + 1)) ? '' : lineEnd}`);
  // A comment after the last comma stays with its item.
  const comma = /^[ \t]*,[^\r\n]*/.exec(text.slice(last.end, list.end))?.[0].length;
  return comma ? added(last.end + comma, `${lines},`) : added(last.end, `,${lines}`);
}

const added = (at: number, text: string): TextChange => ({ span: { start: at, end: at }, text });
