import { readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fdir } from 'fdir';
import ignore, { type Ignore } from 'ignore';

const neverEntered = new Set(['.git', 'node_modules', '.terraform']);

/**
 * The files below some paths, as absolute paths in order. `.gitignore` files count, those above included, up to the
 * repository; dot folders are walked, links are not followed.
 *
 * @param mayMatter tells by its name whether a file is worth listing.
 * @throws where a path does not exist
 */
export function walk(paths: readonly string[], mayMatter: (name: string) => boolean): string[] {
  const found = paths.flatMap((path) => {
    const absolute = resolve(path);
    return statSync(absolute).isDirectory() ? walkDirectory(absolute, mayMatter) : [absolute];
  });
  return [...new Set(found)].sort();
}

function walkDirectory(root: string, mayMatter: (name: string) => boolean): string[] {
  const rules = gitignores();
  return new fdir()
    .withFullPaths()
    .exclude((name, path) => neverEntered.has(name) || rules.ignores(path.replace(/[\\/]$/, ''), true))
    .filter((path) => mayMatter(path.slice(path.lastIndexOf(sep) + 1)) && !rules.ignores(path, false))
    .crawl(root)
    .sync();
}

/** The `.gitignore` of each directory, read once. */
function gitignores() {
  const chains = new Map<string, { directory: string; rules: Ignore }[]>();
  const chainOf = (directory: string): { directory: string; rules: Ignore }[] => {
    const known = chains.get(directory);
    if (known) return known;
    const parent = dirname(directory);
    const above = parent === directory || exists(join(directory, '.git')) ? [] : chainOf(parent);
    const own = readIfThere(join(directory, '.gitignore'));
    const chain = own === undefined ? above : [...above, { directory, rules: ignore().add(own) }];
    chains.set(directory, chain);
    return chain;
  };
  return {
    ignores(path: string, isDirectory: boolean): boolean {
      // The nearest file has the last word.
      return chainOf(dirname(path)).reduce((ignored, { directory, rules }) => {
        const name = relative(directory, path).split(sep).join('/') + (isDirectory ? '/' : '');
        const verdict = rules.test(name);
        return verdict.ignored || (ignored && !verdict.unignored);
      }, false);
    },
  };
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

const exists = (path: string) => statSync(path, { throwIfNoEntry: false }) !== undefined;
