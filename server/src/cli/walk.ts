import { lstatSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { foreignFolders } from '../core/files/vendored';
import type { Disk, Listing } from './disk';
import { readText } from './files';
import { type Rules, rulesOf } from './gitignore';

const neverEntered = new Set<string>(['.git', ...foreignFolders]);

/**
 * The files below some paths, as absolute paths, in order and one after the other: a large tree is never held as a
 * whole. `.gitignore` files count, those above included, up to the repository; dot folders are walked, links are not
 * followed.
 *
 * @param mayMatter tells by its name whether a file is worth listing.
 * @throws where a path does not exist
 */
export function* walk(
  paths: readonly string[],
  mayMatter: (name: string) => boolean,
  disk: Disk,
): Generator<string, void, void> {
  const roots = [...new Set(paths.map((path) => resolve(path)))].sort();
  const seen = new Set<string>();
  for (const root of roots)
    for (const path of statSync(root).isDirectory() ? filesBelow(root, mayMatter, disk) : [root]) {
      if (seen.has(path)) continue;
      if (roots.length > 1) seen.add(path); // One root may be below another.
      yield path;
    }
}

/** A directory that is being walked. */
interface Entered {
  readonly base: string;
  /** The names that are left, the next one last; those of directories with a separator at the end. */
  readonly left: string[];
  readonly chain: Chain;
}

function* filesBelow(root: string, mayMatter: (name: string) => boolean, disk: Disk): Generator<string, void, void> {
  const enter = (directory: string, above: Chain): Entered => {
    const left = namesIn(disk.list(directory), mayMatter);
    const base = directory.endsWith(sep) ? directory : directory + sep;
    return { base, left, chain: chainBelow(directory, above, root, disk) };
  };
  const top = topOf(root, disk);
  const entered = [enter(root, root === top ? [] : chainTo(dirname(root), top, root, disk))];
  for (let here = entered.at(-1); here; here = entered.at(-1)) {
    const name = here.left.pop();
    if (name === undefined) entered.pop();
    else if (name.endsWith(sep)) {
      const [directory, chain] = [name.slice(0, -1), chainInto(here, name.slice(0, -1))];
      if (chain) entered.push(enter(here.base + directory, chain));
    } else if (!verdictOf(here.base + name, name, false, here.chain)?.ignored) yield here.base + name;
  }
}

/** The last one first, in the order of whole paths: `a-b` stands before what is in `a`. */
const namesIn = (listing: Listing, mayMatter: (name: string) => boolean): string[] =>
  [...listing]
    .flatMap(([name, kind]) => {
      if (kind === 'directory') return neverEntered.has(name) ? [] : [name + sep];
      return kind === 'file' && mayMatter(name) ? [name] : [];
    })
    .sort()
    .reverse();

/** The files that count in a directory; undefined where they leave it out. */
function chainInto({ base, chain }: Entered, name: string): Chain | undefined {
  const verdict = verdictOf(base + name, name, true, chain);
  if (!verdict) return chain;
  return verdict.ignored ? undefined : chain.slice(verdict.at);
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

/** Most directories have none, and to ask is ten times faster than to fail. A link is none, as git has it. */
function ownText(directory: string, disk: Disk): string | undefined {
  const path = join(directory, '.gitignore');
  const isFile = disk.has(directory, '.gitignore') && lstatSync(path, { throwIfNoEntry: false })?.isFile();
  return isFile ? readText(path, true) : undefined;
}
