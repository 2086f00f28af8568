import { URI } from 'vscode-uri';
import type { Source } from '../core/model';
import { needsAncestors, needsDirectory } from '../core/rules/missingCompanion';
import type { Neighbours } from '../core/rules/rule';
import { isReallyInside, parentOf } from './boundary';
import type { Host } from './host';
import { joined, rooted, rootedUri, written } from './plain';

/** What is looked at around a file. */
export interface Vicinity extends Pick<Host, 'list' | 'realUri'> {
  /** A file as read; undefined where it is none of our kinds. */
  sourceOf(uri: string): Promise<Source | undefined>;
}

/** Nothing around it: what a document without a place on a disk gets. */
export const alone: Neighbours = { directory: [], ancestors: [], hasTsconfig: false, isVendored: false };

/** Whether nothing around a file says more of it. `path` may be its URI. */
export const standsAlone = (path: string, source: Source): boolean =>
  !path.includes('/charts/') && !needsAncestors(source) && !needsDirectory(source);

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
  if (standsAlone(uri, source)) return alone;
  const isVendorable = uri.includes('/charts/');
  const self = written(uri);
  const above = await directoriesUpTo(parentOf(self) ?? self, host, isTop);
  return {
    ...(needsAncestors(source) ? await readAncestors(above, host) : alone),
    directory: needsDirectory(source) ? await readDirectory(self, above, host) : [],
    isVendored: isVendorable && isVendoredChart(uri, above),
  };
}

/** A directory with what is in it; its URI is without a `/` at the end. */
interface Listed {
  readonly at: string;
  readonly entries: readonly string[];
}

/** A directory and those above it up to the top, nearest first; it alone where nothing says what the top is. */
async function directoriesUpTo(start: string, host: Vicinity, isTop: (uri: string) => boolean): Promise<Listed[]> {
  const found: Listed[] = [];
  for (let at: string | undefined = start; at !== undefined && found.length < maxDepth; at = parentOf(at)) {
    const entries = await host.list(rootedUri(at));
    found.push({ at, entries });
    if (entries.includes('.git') || isTop(at)) return found;
  }
  return found.slice(0, 1);
}

async function readAncestors(above: readonly Listed[], host: Vicinity): Promise<Neighbours> {
  const manifests = above.slice(1).filter(({ entries }) => entries.includes('package.json'));
  const uris = manifests.map(({ at }) => `${at}/package.json`);
  const hasTsconfig = above.some(({ entries }) => entries.includes('tsconfig.json'));
  return { ...alone, ancestors: await readAll(uris, above, host), hasTsconfig };
}

async function readDirectory(self: string, above: readonly Listed[], host: Vicinity) {
  const [directory] = above;
  if (!directory) return [];
  const names = directory.entries.filter((name) => /\.(tf|tofu|tf\.json)$/.test(name)).sort();
  const uris = names.map((name) => joined(directory.at, name)).filter((uri) => uri !== self);
  return readAll(uris, above, host);
}

/** What really is somewhere else is as if it were not there. */
async function readAll(uris: readonly string[], above: readonly Listed[], host: Vicinity): Promise<Source[]> {
  const top = above.at(-1)?.at ?? '';
  const read = async (uri: string) => ((await isReallyInside(uri, top, host)) ? host.sourceOf(uri) : undefined);
  const sources = await Promise.all(uris.map(read));
  return sources.filter((source) => source !== undefined);
}

/** `<chart>/charts/…` belongs to the chart; a folder of charts that happens to be called `charts` does not. */
function isVendoredChart(uri: string, above: readonly Listed[]): boolean {
  const parsed = URI.parse(uri);
  for (let at = parsed.path.indexOf('/charts/'); at >= 0; at = parsed.path.indexOf('/charts/', at + 1)) {
    const chart = above.find((one) => rooted(one.at).path === (parsed.path.slice(0, at) || '/'));
    if (chart?.entries.includes('Chart.yaml')) return true;
  }
  return false;
}
