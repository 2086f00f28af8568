/** What one place of a pattern takes: exactly one item that passes, or any number of them. */
type Part<Item> = '*' | ((item: Item) => boolean);

/** Nobody writes longer ones; what matching costs is bounded by them. */
const mostCharacters = 500;
const mostAlternatives = 64;

/**
 * Reads a glob of paths with `/`: `*`, `?`, `[a-z]`, `{a,b}`, a directory `**` for any number of them, `!` before all
 * of it, `\` before what stands for itself. Dot files count. Undefined where it is none. No backtracking over patterns:
 * whatever somebody writes, matching takes the length of the glob times that of the path at most.
 */
export function compileGlob(glob: string): ((path: string) => boolean) | undefined {
  const isNegated = glob.startsWith('!');
  const written = isNegated ? glob.slice(1) : glob;
  const alternatives = written && glob.length <= mostCharacters ? alternativesOf(written) : undefined;
  const patterns = alternatives?.map((one) => directoriesOf(one.replace(/^\.\//, '')));
  if (!patterns?.every((one) => one !== undefined)) return undefined;
  return (path) => {
    const names = path.split('/').map((name) => [...name]);
    return patterns.some((pattern) => fits(pattern, names)) !== isNegated;
  };
}

/** Whoever comes after the last star found its first place; only that one has to be looked for again. */
function fits<Item>(pattern: readonly Part<Item>[], items: readonly Item[]): boolean {
  let [at, next, star, mark] = [0, 0, -1, 0];
  while (at < items.length) {
    const part = pattern[next];
    if (part === '*') {
      star = next++;
      mark = at;
    } else if (part?.(items[at] as Item)) {
      at++;
      next++;
    } else if (star >= 0) {
      next = star + 1;
      at = ++mark;
    } else return false;
  }
  while (pattern[next] === '*') next++;
  return next === pattern.length;
}

/** A glob without its braces, once for each choice; undefined where one is open or there are too many. */
function alternativesOf(glob: string): string[] | undefined {
  const open = unescaped(glob, '{', 0);
  if (open < 0) return [glob];
  const choices = choicesAt(glob, open);
  const rest = choices && alternativesOf(glob.slice(choices.end));
  if (!choices || !rest) return undefined;
  const [only = ''] = choices.texts;
  if (choices.texts.length === 1 && only.includes('..')) return undefined;
  const inner = choices.texts.map(alternativesOf);
  if (!inner.every((one) => one !== undefined)) return undefined;
  const middle = choices.texts.length === 1 ? inner.flat().map((one) => `\\{${one}\\}`) : inner.flat();
  if (middle.length * rest.length > mostAlternatives) return undefined;
  return middle.flatMap((one) => rest.map((end) => glob.slice(0, open) + one + end));
}

/** What stands between the commas of a pair of braces, and where that ends. */
function choicesAt(glob: string, open: number): { texts: string[]; end: number } | undefined {
  const texts: string[] = [];
  let [depth, from] = [0, open + 1];
  for (let at = open; at < glob.length; at++) {
    const character = glob[at];
    if (character === '\\') at++;
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return { texts: [...texts, glob.slice(from, at)], end: at + 1 };
    else if (character === ',' && depth === 1) {
      texts.push(glob.slice(from, at));
      from = at + 1;
    }
  }
  return undefined;
}

function unescaped(text: string, sign: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === sign) return at;
  }
  return -1;
}

/** The parts of a path of which a glob consists; undefined where a bracket or a parenthesis is in it. */
function directoriesOf(glob: string): Part<readonly string[]>[] | undefined {
  const directories: Part<readonly string[]>[] = [];
  for (let at = 0; at <= glob.length; ) {
    const end = unescaped(glob, '/', at);
    const name = end < 0 ? glob.slice(at) : glob.slice(at, end);
    const parts = partsOf(name);
    if (!parts) return undefined;
    directories.push(name === '**' ? '*' : (letters) => fits(parts, letters));
    at += name.length + 1;
  }
  return directories;
}

function partsOf(name: string): Part<string>[] | undefined {
  const parts: Part<string>[] = [];
  const letters = [...name];
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at] ?? '';
    const end = letter === '[' ? letters.indexOf(']', at + (/[!^]/.test(letters[at + 1] ?? '') ? 3 : 2)) : at;
    // Groups of regular expressions and of shells are none of ours.
    if (end < 0 || '()|'.includes(letter) || (letter === '\\' && at + 1 === letters.length)) return undefined;
    if (letter === '*') parts.push('*');
    else if (letter === '?') parts.push(() => true);
    else if (letter === '[') parts.push(oneOf(letters.slice(at + 1, end)));
    else if (letter === '\\') parts.push(is(letters[++at] ?? ''));
    else parts.push(is(letter));
    at = Math.max(at, end);
  }
  return parts;
}

const is = (letter: string) => (item: string) => item === letter;

/** `a-z`, `!a-z` or the letters themselves. */
function oneOf(letters: readonly string[]): (item: string) => boolean {
  const isNot = letters[0] === '!' || letters[0] === '^';
  const written = isNot ? letters.slice(1) : letters;
  const isIn = (item: string) =>
    written.some((letter, at) => {
      if (item === letter) return true;
      return written[at + 1] === '-' && at + 2 < written.length && letter <= item && item <= (written[at + 2] ?? '');
    });
  return (item) => isIn(item) !== isNot;
}
