import { type Entry, literal, scanYaml } from '../../server/src/core/syntax/yaml';
import { picture } from './findings';

/** The path of each entry: `dependencies[0].name`, `1:` before it in the second document. */
export function pathsOf(entries: readonly Entry[]): string[] {
  const paths: string[] = [];
  const items = new Map<string, number>();
  for (const { key, parent, document } of entries) {
    const above = paths[parent] ?? (document ? `${document}:` : '');
    const item = items.get(above) ?? 0;
    if (key === undefined) items.set(above, item + 1);
    paths.push(key === undefined ? `${above}[${item}]` : /(^|:)$/.test(above) ? above + key : `${above}.${key}`);
  }
  return paths;
}

/** `^^^^ path` under each literal. */
export function literalsOf(content: string): string {
  const entries = scanYaml(content);
  const paths = pathsOf(entries);
  const marks = entries.flatMap((entry) => {
    const found = literal(entry);
    const [start, end] = [found?.span.start ?? 0, found?.span.end ?? 0];
    const value = content.slice(start, end) === found?.value ? '' : ` = ${found?.value}`;
    return end > start ? [{ span: { start, end }, label: `${paths[entry.index]}${value}` }] : [];
  });
  return picture(content, marks);
}
