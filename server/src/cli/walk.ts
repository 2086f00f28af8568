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
  const found: string[] = [];
  const enter = (directory: string, above: Chain) => {
    const base = directory.endsWith(sep) ? directory : directory + sep;
    const entries = disk.list(directory);
    const chain = chainBelow(directory, above, root, disk);
    for (const [name, kind] of entries) {
      if (kind === 'directory' && !neverEntered.has(name)) {
        const path = base + name;
        const verdict = verdictOf(path, name, true, chain);
        if (!verdict?.ignored) enter(path, verdict ? chain.slice(verdict.at) : chain);
      } else if (kind === 'file' && mayMatter(name) && !verdictOf(base + name, name, false, chain)?.ignored)
        found.push(base + name);
    }
  };
  const top = topOf(root, disk);
  enter(root, root === top ? [] : chainTo(dirname(root), top, root, disk));
  return found;
}

/** The nearest directory that holds `.git`; the one itself where there is no repository, and nothing above is ours. */
function topOf(root: string, disk: Disk): string {
  for (let at = root; ; at = dirname(at)) {
    if (disk.has(at, '.git')) return at;
    if (dirname(at) === at) return root;
  }
}

/** The `.gitignore` files that count for what is in a directory, nearest last. */
type Chain = readonly Rules[];

/** Those of a directory and of all above it. */
const chainTo = (directory: string, top: string, root: string, disk: Disk): Chain =>
  chainBelow(directory, directory === top ? [] : chainTo(dirname(directory), top, root, disk), root, disk);

/** Those of a directory after those above it; a repository has nothing above. */
function chainBelow(directory: string, above: Chain, root: string, disk: Disk): Chain {
  const outer = disk.has(directory, '.git') ? [] : above;
  const own = ownText(directory, disk);
  return own === undefined ? outer : [...outer, rulesOf(directory, own, root)];
}

/**
 * What the nearest file says that says something, and which it is: what is below a directory that it took back in is no
 * longer the business of the files above.
 */
function verdictOf(path: string, name: string, isDirectory: boolean, chain: Chain) {
  for (let at = chain.length - 1; at >= 0; at--) {
    const said = chain[at]?.test(path, name, isDirectory);
    if (said?.ignored || said?.unignored) return { ignored: said.ignored, at };
  }
  return undefined;
}

/** Most directories have none, and to ask is ten times faster than to fail. */
function ownText(directory: string, disk: Disk): string | undefined {
  try {
    return disk.has(directory, '.gitignore') ? readFileSync(join(directory, '.gitignore'), 'utf8') : undefined;
  } catch {
    return undefined;
  }
}
