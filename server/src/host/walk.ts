import ignore, { type Ignore } from 'ignore';
import { URI, Utils } from 'vscode-uri';
import { foreignFolders } from '../core/files/vendored';
import type { Entry, Host } from './host';

const neverEntered = new Set<string>(['.git', ...foreignFolders]);

/** The `.gitignore` of a directory, and of those above it, nearest last. */
type Rules = readonly { readonly directory: string; readonly rules: Ignore }[];

/**
 * The files below a folder, as URIs. `.gitignore` files count from the folder on; dot folders are walked, links are not
 * followed.
 *
 * @param mayMatter tells by its name whether a file is worth listing.
 */
export async function* filesBelow(
  folder: string,
  host: Host,
  mayMatter: (name: string) => boolean,
  above: Rules = [],
): AsyncGenerator<string> {
  const entries = [...(await host.entries(folder))].sort((a, b) => (a.name < b.name ? -1 : 1));
  const base = URI.parse(folder);
  const rules = await withOwnRules(base, entries, host, above);
  for (const { name, isDirectory } of entries) {
    if (isDirectory ? neverEntered.has(name) : !mayMatter(name)) continue;
    const uri = Utils.joinPath(base, name);
    if (isIgnored(uri.path, isDirectory, rules)) continue;
    if (isDirectory) yield* filesBelow(uri.toString(), host, mayMatter, rules);
    else yield uri.toString();
  }
}

async function withOwnRules(base: URI, entries: readonly Entry[], host: Host, above: Rules): Promise<Rules> {
  if (!entries.some(({ name }) => name === '.gitignore')) return above;
  const text = await host.readText(Utils.joinPath(base, '.gitignore').toString());
  const directory = base.path.replace(/\/?$/, '/');
  return text === undefined ? above : [...above, { directory, rules: ignore().add(text) }];
}

/** The nearest file that says something has the last word. */
function isIgnored(path: string, isDirectory: boolean, all: Rules): boolean {
  for (const { directory, rules } of [...all].reverse()) {
    const { ignored, unignored } = rules.test(path.slice(directory.length) + (isDirectory ? '/' : ''));
    if (ignored || unignored) return ignored;
  }
  return false;
}
