import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fdir } from 'fdir';
import ignore, { type Ignore } from 'ignore';
import { foreignFolders } from '../core/files/vendored';

const neverEntered = new Set<string>(['.git', ...foreignFolders]);

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
  const rules = gitignores(topOf(root));
  return new fdir({ excludeSymlinks: true })
    .withFullPaths()
    .exclude((name, path) => neverEntered.has(name) || rules.ignores(path.replace(/[\\/]$/, ''), true))
    .filter((path) => mayMatter(path.slice(path.lastIndexOf(sep) + 1)) && !rules.ignores(path, false))
    .crawl(root)
    .sync();
}

/** The nearest directory that holds `.git`; the one itself where there is no repository, and nothing above is ours. */
function topOf(root: string): string {
  for (let at = root; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return root;
  }
}

/** The `.gitignore` of each directory from the top on, read once. */
function gitignores(top: string) {
  const chains = new Map<string, { directory: string; rules: Ignore }[]>();
  const chainOf = (directory: string): { directory: string; rules: Ignore }[] => {
    const known = chains.get(directory);
    if (known) return known;
    const parent = dirname(directory);
    const above =
      parent === directory || directory === top || existsSync(join(directory, '.git')) ? [] : chainOf(parent);
    const own = readIfThere(join(directory, '.gitignore'));
    const chain = own === undefined ? above : [...above, { directory, rules: ignore().add(own) }];
    chains.set(directory, chain);
    return chain;
  };
  const inSlashes = sep === '/' ? (path: string) => path : (path: string) => path.split(sep).join('/');
  return {
    ignores(path: string, isDirectory: boolean): boolean {
      const chain = chainOf(path.slice(0, path.lastIndexOf(sep)) || sep);
      if (!chain.length) return false;
      // The nearest file that says something has the last word.
      for (let at = chain.length - 1; at >= 0; at--) {
        const { directory, rules } = chain[at] as (typeof chain)[number];
        const verdict = rules.test(
          inSlashes(path.slice(directory.length).replace(/^[\\/]/, '')) + (isDirectory ? '/' : ''),
        );
        if (verdict.ignored) return true;
        // What is below a directory that was taken back in is no longer the business of the files above.
        if (verdict.unignored && isDirectory) chains.set(path, chain.slice(at));
        if (verdict.unignored) return false;
      }
      return false;
    },
  };
}

/** Most directories have none, and to ask is ten times faster than to fail. */
function readIfThere(path: string): string | undefined {
  try {
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
