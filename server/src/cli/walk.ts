import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { foreignFolders } from '../core/files/vendored';
import type { Disk } from './disk';
import { type Rules, rulesOf } from './gitignore';

const neverEntered = new Set<string>(['.git', ...foreignFolders]);

/**
 * The files below some paths, as absolute paths in order. `.gitignore` files count, those above included, up to the
 * repository; dot folders are walked, links are not followed.
 *
 * @param mayMatter tells by its name whether a file is worth listing.
 * @throws where a path does not exist
 */
export function walk(paths: readonly string[], mayMatter: (name: string) => boolean, disk: Disk): string[] {
  const found = paths.flatMap((path) => {
    const absolute = resolve(path);
    return statSync(absolute).isDirectory() ? filesBelow(absolute, mayMatter, disk) : [absolute];
  });
  return [...new Set(found)].sort();
}

function filesBelow(root: string, mayMatter: (name: string) => boolean, disk: Disk): string[] {
  const rules = gitignores(topOf(root, disk), root, disk);
  const found: string[] = [];
  const enter = (directory: string) => {
    const base = directory.endsWith(sep) ? directory : directory + sep;
    for (const [name, kind] of disk.list(directory)) {
      const path = base + name;
      if (kind === 'directory') {
        if (!neverEntered.has(name) && !rules.ignores(path, true)) enter(path);
      } else if (kind === 'file' && mayMatter(name) && !rules.ignores(path, false)) found.push(path);
    }
  };
  enter(root);
  return found;
}

/** The nearest directory that holds `.git`; the one itself where there is no repository, and nothing above is ours. */
function topOf(root: string, disk: Disk): string {
  for (let at = root; ; at = dirname(at)) {
    if (disk.has(at, '.git')) return at;
    if (dirname(at) === at) return root;
  }
}

/** The `.gitignore` of each directory from the top on, read once. */
function gitignores(top: string, root: string, disk: Disk) {
  const chains = new Map<string, readonly Rules[]>();
  const takenBack = new Map<string, readonly Rules[]>();
  const chainOf = (directory: string): readonly Rules[] => {
    const known = chains.get(directory);
    if (known) return known;
    const parent = dirname(directory);
    const isTop = parent === directory || directory === top || disk.has(directory, '.git');
    const above = isTop ? [] : (takenBack.get(directory) ?? chainOf(parent));
    const own = ownText(directory, disk);
    const chain = own === undefined ? above : [...above, rulesOf(directory, own, root)];
    chains.set(directory, chain);
    return chain;
  };
  return {
    ignores(path: string, isDirectory: boolean): boolean {
      const chain = chainOf(path.slice(0, path.lastIndexOf(sep)) || sep);
      // The nearest file that says something has the last word.
      for (let at = chain.length - 1; at >= 0; at--) {
        const verdict = chain[at]?.test(path, isDirectory);
        if (verdict?.ignored) return true;
        // What is below a directory that was taken back in is no longer the business of the files above.
        if (verdict?.unignored && isDirectory) takenBack.set(path, chain.slice(at));
        if (verdict?.unignored) return false;
      }
      return false;
    },
  };
}

/** Most directories have none, and to ask is ten times faster than to fail. */
function ownText(directory: string, disk: Disk): string | undefined {
  try {
    return disk.has(directory, '.gitignore') ? readFileSync(join(directory, '.gitignore'), 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
