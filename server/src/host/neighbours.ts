import { URI, Utils } from 'vscode-uri';
import type { Source } from '../core/model';
import { needsAncestors, needsDirectory } from '../core/rules/missingCompanion';
import type { Neighbours } from '../core/rules/rule';
import { isReallyInside } from './boundary';
import type { Host } from './host';

/** What is looked at around a file. */
export interface Vicinity extends Pick<Host, 'list' | 'realUri'> {
  /** A file as read; undefined where it is none of our kinds. */
  sourceOf(uri: string): Promise<Source | undefined>;
}

/** Nothing around it: what a document without a place on a disk gets. */
export const alone: Neighbours = { directory: [], ancestors: [], hasTsconfig: false, isVendored: false };

/** What of its surroundings a source needs: they have to be read again where this changes. */
export const needsOf = (source: Source): string => `${needsAncestors(source)} ${needsDirectory(source)}`;

/** How far up is looked: a repository inside a repository inside a home directory is not deeper. */
const maxDepth = 40;

/**
 * Reads what the rules need to know of a file's surroundings, and no more than that: ancestors for npm, the directory
 * for Terraform, the parent chart for charts.
 *
 * @param isTop whether a directory is the highest to look at, a workspace folder say; one that holds `.git` always is.
 */
export async function readNeighbours(
  uri: string,
  source: Source,
  host: Vicinity,
  isTop: (uri: string) => boolean,
): Promise<Neighbours> {
  const isVendorable = uri.includes('/charts/');
  if (!isVendorable && !needsAncestors(source) && !needsDirectory(source)) return alone;
  const directory = Utils.dirname(URI.parse(uri));
  const above = await directoriesUpTo(directory, host, isTop);
  return {
    ...(needsAncestors(source) ? await readAncestors(above, host) : alone),
    directory: needsDirectory(source) ? await readDirectory(directory, uri, above, host) : [],
    isVendored: isVendorable && isVendoredChart(uri, above),
  };
}

/** A directory with what is in it. */
interface Listed {
  readonly at: URI;
  readonly entries: readonly string[];
}

/** A directory and those above it up to the top, nearest first; it alone where nothing says what the top is. */
async function directoriesUpTo(start: URI, host: Vicinity, isTop: (uri: string) => boolean): Promise<Listed[]> {
  const found: Listed[] = [];
  for (let at = start; found.length < maxDepth; at = Utils.dirname(at)) {
    const entries = await host.list(at.toString());
    found.push({ at, entries });
    if (entries.includes('.git') || isTop(at.toString())) return found;
    if (Utils.dirname(at).path === at.path) break;
  }
  return found.slice(0, 1);
}

async function readAncestors(above: readonly Listed[], host: Vicinity): Promise<Neighbours> {
  const manifests = above.slice(1).filter(({ entries }) => entries.includes('package.json'));
  const uris = manifests.map(({ at }) => Utils.joinPath(at, 'package.json'));
  const hasTsconfig = above.some(({ entries }) => entries.includes('tsconfig.json'));
  return { ...alone, ancestors: await readAll(uris, above, host), hasTsconfig };
}

async function readDirectory(directory: URI, self: string, above: readonly Listed[], host: Vicinity) {
  const names = (above[0]?.entries ?? []).filter((name) => /\.(tf|tofu|tf\.json)$/.test(name)).sort();
  const uris = names
    .map((name) => Utils.joinPath(directory, name))
    .filter((uri) => uri.toString() !== URI.parse(self).toString());
  return readAll(uris, above, host);
}

/** What really is somewhere else is as if it were not there. */
async function readAll(uris: readonly URI[], above: readonly Listed[], host: Vicinity): Promise<Source[]> {
  const top = above.at(-1)?.at.toString() ?? '';
  const read = async (uri: string) => ((await isReallyInside(uri, top, host)) ? host.sourceOf(uri) : undefined);
  const sources = await Promise.all(uris.map((uri) => read(uri.toString())));
  return sources.filter((source) => source !== undefined);
}

/** `<chart>/charts/…` belongs to the chart; a folder of charts that happens to be called `charts` does not. */
function isVendoredChart(uri: string, above: readonly Listed[]): boolean {
  const parsed = URI.parse(uri);
  for (let at = parsed.path.indexOf('/charts/'); at >= 0; at = parsed.path.indexOf('/charts/', at + 1)) {
    const chart = above.find((one) => one.at.path === (parsed.path.slice(0, at) || '/'));
    if (chart?.entries.includes('Chart.yaml')) return true;
  }
  return false;
}
