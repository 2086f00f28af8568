import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';

/** A YAML file with what is needed to say where something in it is wrong. */
export interface YamlFile<T> {
  readonly path: string;
  readonly content: T;
  /** `file:line` of the node at a path of keys, or of the nearest there is above it. */
  place(keys: readonly (string | number)[]): string;
}

/** @throws with file, line and reason where the text is no YAML */
export function readYaml<T>(path: string): YamlFile<T> {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines, uniqueKeys: true });
  const shown = relative(process.cwd(), path).replaceAll('\\', '/');
  const [error] = document.errors;
  if (error) throw new Error(`${shown}:${lines.linePos(error.pos[0]).line}: ${error.message.split('\n')[0]}`);
  const place = (keys: readonly (string | number)[]): string => {
    const node = document.getIn(keys, true);
    if (isNode(node) && node.range) return `${shown}:${lines.linePos(node.range[0]).line}`;
    return keys.length ? place(keys.slice(0, -1)) : `${shown}:1`;
  };
  return { path: shown, content: document.toJS() as T, place };
}
