import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ignore, { type Ignore } from 'ignore';

/** The `.gitignore` files that count for what is in a directory, nearest last. */
type Chain = readonly { readonly directory: string; readonly rules: Ignore }[];

/** What `walk` should find below some directories, asked of the disk each time anew; a reference, and slow. */
export function plainWalk(roots: readonly string[], mayMatter: (name: string) => boolean, foreign: readonly string[]) {
  const found = roots.flatMap((root) =>
    statSync(root).isDirectory() ? below(root, chainOf(root, topOf(root)), mayMatter, foreign) : [root],
  );
  return [...new Set(found)].sort();
}

function below(
  directory: string,
  chain: Chain,
  mayMatter: (name: string) => boolean,
  foreign: readonly string[],
): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isFile()) return mayMatter(entry.name) && !verdictOf(path, false, chain)?.ignored ? [path] : [];
    if (!entry.isDirectory() || entry.name === '.git' || foreign.includes(entry.name)) return [];
    const verdict = verdictOf(path, true, chain);
    if (verdict?.ignored) return [];
    // What was taken back in is no longer the business of the files above the one that did so.
    const above = existsSync(join(path, '.git')) ? [] : verdict ? chain.slice(verdict.at) : chain;
    return below(path, ownChain(path, above), mayMatter, foreign);
  });
}

function topOf(root: string): string {
  for (let at = root; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return root;
  }
}

const chainOf = (directory: string, top: string): Chain =>
  ownChain(directory, directory === top ? [] : chainOf(dirname(directory), top));

function ownChain(directory: string, above: Chain): Chain {
  const path = join(directory, '.gitignore');
  if (!existsSync(path) || !lstatSync(path).isFile()) return above;
  return [...above, { directory, rules: ignore().add(readFileSync(path, 'utf8')) }];
}

function verdictOf(path: string, isDirectory: boolean, chain: Chain) {
  for (const [at, { directory, rules }] of [...chain.entries()].reverse()) {
    const { ignored, unignored } = rules.test(relative(directory, path) + (isDirectory ? '/' : ''));
    if (ignored || unignored) return { ignored, at };
  }
  return undefined;
}
