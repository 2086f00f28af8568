import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { ShapeProblem } from './shape';

/** What nobody writes by hand is generated or hostile: it is told, and not read. */
const mostCharacters = 262_144;
const deepest = 100;
/** What stands in one line can take the parser the square of its length. */
const longestLine = 4000;
const mostProblems = 100;

/** A file that an organisation wrote, as nodes with their places; null where it is empty or not to be understood. */
export interface OwnYaml {
  readonly node: Node | null;
  readonly problems: ShapeProblem[];
}

/** Reads YAML. Aliases stay what they are: nobody unfolds them. */
export function readYaml(content: string): OwnYaml {
  if (content.length > mostCharacters || isTooDeep(content)) return tooMuch();
  // The library compares each key with all others, and looks for the line of each error: both take quadratic time.
  const { contents, errors } = parseDocument(content, { uniqueKeys: false, prettyErrors: false });
  const [error] = errors;
  if (!error) {
    const problems = repeatedKeys(contents);
    return { node: problems.length ? null : contents, problems };
  }
  const problems = errors
    .slice(0, mostProblems)
    .flatMap(({ pos, message }) => failed(pos[0], pos[1], message).problems);
  return { node: null, problems };
}

const tooMuch = (): OwnYaml => ({ node: null, problems: [{ kind: 'size', span: { start: 0, end: 1 }, what: '' }] });

function failed(start: number, end: number, what: string): OwnYaml {
  return { node: null, problems: [{ kind: 'syntax', span: { start, end }, what: what.split('\n')[0] ?? '' }] };
}

/** More than is really inside of each other, in a text that somebody wrote to be read by recursion. */
function isTooDeep(content: string): boolean {
  let depth = 0;
  for (const [sign] of content.matchAll(/[[\]{}]/g)) {
    depth = Math.max(0, depth + (sign === '[' || sign === '{' ? 1 : -1));
    if (depth > deepest) return true;
  }
  return content.split('\n').some((line) => line.length > longestLine || marksOf(line) > deepest);
}

/** Dashes and question marks at the beginning of a line, each of which opens a collection; blanks for two. */
function marksOf(line: string): number {
  const start = line.search(/[^\s?-]/);
  const before = start < 0 ? line : line.slice(0, start);
  return before.length / 2;
}

/** Whatever has passed the test of its depth can be walked down. */
function repeatedKeys(node: unknown): ShapeProblem[] {
  if (isSeq(node)) return node.items.flatMap(repeatedKeys);
  if (!isMap(node)) return [];
  const seen = new Set<string>();
  return node.items.flatMap(({ key, value }) => {
    const name = isScalar(key) ? `${typeof key.value} ${key.value}` : undefined;
    const isRepeated = name !== undefined && seen.has(name);
    if (name !== undefined) seen.add(name);
    const [start = 0, end = 0] = (isScalar(key) && key.range) || [];
    const told = isRepeated ? failed(start, end, 'Map keys must be unique').problems : [];
    return [...told, ...repeatedKeys(key), ...repeatedKeys(value)];
  });
}
