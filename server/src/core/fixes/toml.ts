import { keepLast } from '../keepLast';
import type { Span, TextChange } from '../model';
import { scanToml, type TomlNode, tomlAt } from '../syntax/toml';
import { lineAt, lineEndOf } from './changes';
import { insertAtEnd } from './insertion';

/** Asked for each of many findings. */
const scanOf = keepLast(scanToml);

const removal = (start: number, end: number): TextChange => ({ span: { start, end }, text: '' });

/** With the quote before its key. */
const startOf = (text: string, node: TomlNode) => {
  const start = node.key?.span.start ?? node.start;
  return /["']/.test(text.charAt(start - 1)) ? start - 1 : start;
};

/** Whether a table is written in braces, with commas between its keys. */
const isInBraces = (table: TomlNode) => table.start < table.end;

/** The lines from a key to the end of its value. */
export const linesOf = (text: string, node: TomlNode): Span => ({
  start: lineAt(text, startOf(text, node)).start,
  end: lineAt(text, Math.max(node.start, node.end - 1)).end,
});

/** Takes keys out of a table, with their commas or lines; others must be left. */
export function withoutKeys(text: string, table: TomlNode, keys: readonly string[]): TextChange[] {
  const all = table.children;
  const isGone = (node: TomlNode) => keys.includes(node.key?.value ?? '');
  if (!isInBraces(table)) return all.filter(isGone).map((node) => ({ span: linesOf(text, node), text: '' }));
  const last = all.findLastIndex((node) => !isGone(node));
  const between = all.slice(0, last).flatMap((node, index) => {
    const next = all[index + 1];
    return isGone(node) && next ? [removal(startOf(text, node), startOf(text, next))] : [];
  });
  const [kept, end] = [all[last], all[all.length - 1]];
  return kept && end && kept !== end ? [...between, removal(kept.end, end.end)] : between;
}

/**
 * Lines at the end of a table, which is begun at the end of the file where there is none. A key that is there already
 * stays as it is: nothing may be in a table twice.
 */
export function insertInTable(text: string, path: readonly string[], body: string): TextChange {
  if (body.startsWith('[')) return insertAtEnd(text, 0, { body });
  const isOurs = (one: readonly string[]) => one.length === path.length && one.every((key, at) => key === path[at]);
  const { root, tables } = scanOf(text);
  const table = tables.find((one) => isOurs(one.path));
  if (!table) return insertAtEnd(text, 0, { body: `[${path.join('.')}]\n${body}` });
  const lineEnd = lineEndOf(text);
  const there = new Set(tomlAt(root, ...path)?.children.flatMap(({ key }) => key?.value ?? []));
  const isNew = (line: string) => !there.has(/^([\w-]+)[ \t]*[=.]/.exec(line)?.[1] ?? '');
  const lines = body.trimEnd().split('\n').filter(isNew);
  const span = { start: table.end, end: table.end };
  return { span, text: lines.map((line) => lineEnd + line).join('') };
}
