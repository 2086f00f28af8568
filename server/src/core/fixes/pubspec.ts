import { keepLast } from '../keepLast';
import type { Dependency, Edit, Replacement, Source } from '../model';
import { childOf, children, scanYaml } from '../syntax/yaml';
import { indentationAt, lineAt, lineEndOf, rewrite } from './changes';
import { type Insert, insertAtEnd } from './insertion';

/** Asked for each of many findings. */
const entriesIn = keepLast(scanYaml);

/**
 * Name and constraint together, on their line; what comes from git, a server or an SDK is no package that another one
 * could take the place of. A package that is there already is not written twice: the old one only goes.
 */
export function replaceEntry(
  { text, dependencies }: Source,
  { nameSpan, version, scope }: Dependency,
  by: Replacement,
): Edit | undefined {
  const entry = entriesIn(text).find((one) => one.keySpan.start === nameSpan.start);
  const line = lineAt(text, nameSpan.start);
  if (!entry || entry.form === 'other' || entry.end > entry.index + 1) return undefined;
  const others = dependencies.filter((one) => one.scope === scope && one.nameSpan.start !== nameSpan.start);
  const isAlone = text.slice(line.start, nameSpan.start).trim() === '';
  if (isAlone && others.some((one) => one.name === by.name)) return { changes: [{ span: line, text: '' }] };
  const names = rewrite(text, nameSpan, by.name);
  if (version) return { changes: [...names, ...rewrite(text, version, by.version)] };
  const end = /^["']?[ \t]*:/.exec(text.slice(nameSpan.end, line.end))?.[0].length;
  if (!by.version || !end) return { changes: names };
  const place = nameSpan.end + end;
  return { changes: [...names, { span: { start: place, end: place }, text: ` ${by.version}` }] };
}

/** The last entry of the map of its scope, which is begun where there is none. */
export const insertEntry: Insert = (text, near, { body, scope }) => {
  const key = scope === 'devDependencies' ? 'dev_dependencies' : 'dependencies';
  const entries = scanYaml(text);
  const map = childOf(entries, key);
  const last = map && children(entries, map).at(-1);
  if (!map || map.form === 'other')
    return insertAtEnd(text, near, { body: `${key}:\n  ${body.replaceAll('\n', '\n  ')}` });
  const end = lineEndOf(text);
  const indent = last ? indentationAt(text, last.keySpan.start) : '  ';
  const lastEntry = (last && entries[last.end - 1]) ?? map;
  const place = lineAt(text, lastEntry.valueSpan?.end ?? lastEntry.keySpan.end).end;
  const lines = indent + body.split('\n').join(`${end}${indent}`);
  const isOpen = place > 0 && text[place - 1] !== '\n';
  return { span: { start: place, end: place }, text: isOpen ? end + lines : lines + end };
};
