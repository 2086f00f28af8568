import { URI, Utils } from 'vscode-uri';
import type { Source } from '../core/model';
import { needsAncestors, needsDirectory } from '../core/rules/missingCompanion';
import type { Neighbours } from '../core/rules/rule';
import type { Host } from './host';

/** What is looked at around a file. */
export interface Vicinity extends Pick<Host, 'list'> {
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
  const directory = Utils.dirname(URI.parse(uri));
  const above = needsAncestors(source) ? await readAncestors(directory, host, isTop) : alone;
  return {
    ...above,
    directory: needsDirectory(source) ? await readDirectory(directory, uri, host) : [],
    isVendored: await isVendoredChart(uri, host),
  };
}

async function readAncestors(start: URI, host: Vicinity, isTop: (uri: string) => boolean): Promise<Neighbours> {
  const ancestors: Source[] = [];
  let hasTsconfig = false;
  let at = start;
  for (let depth = 0; depth < maxDepth; depth++) {
    const entries = await host.list(at.toString());
    hasTsconfig ||= entries.includes('tsconfig.json');
    if (depth > 0 && entries.includes('package.json'))
      ancestors.push(...(await readAll([Utils.joinPath(at, 'package.json')], host)));
    const parent = Utils.dirname(at);
    if (entries.includes('.git') || isTop(at.toString()) || parent.path === at.path) break;
    at = parent;
  }
  return { ...alone, ancestors, hasTsconfig };
}

async function readDirectory(directory: URI, self: string, host: Vicinity): Promise<Source[]> {
  const names = (await host.list(directory.toString())).filter((name) => /\.(tf|tofu|tf\.json)$/.test(name)).sort();
  const uris = names
    .map((name) => Utils.joinPath(directory, name))
    .filter((uri) => uri.toString() !== URI.parse(self).toString());
  return readAll(uris, host);
}

async function readAll(uris: readonly URI[], host: Vicinity): Promise<Source[]> {
  const sources = await Promise.all(uris.map((uri) => host.sourceOf(uri.toString())));
  return sources.filter((source) => source !== undefined);
}

/** `<chart>/charts/…` belongs to the chart; a folder of charts that happens to be called `charts` does not. */
async function isVendoredChart(uri: string, host: Vicinity): Promise<boolean> {
  const parsed = URI.parse(uri);
  for (let at = parsed.path.indexOf('/charts/'); at >= 0; at = parsed.path.indexOf('/charts/', at + 1)) {
    const entries = await host.list(parsed.with({ path: parsed.path.slice(0, at) || '/' }).toString());
    if (entries.includes('Chart.yaml')) return true;
  }
  return false;
}
