import { URI, Utils } from 'vscode-uri';
import type { Host } from './host';

export const configurationName = '.stack-guidance.yaml';

/** A configuration and how far what it names may be away. URIs of directories are without a `/` at the end. */
export interface Place {
  /** URI of the configuration. */
  readonly configuration: string;
  readonly boundary: string;
}

/** What limits the search. */
export interface Limits {
  /** URIs of the folders that were opened. */
  readonly folders: readonly string[];
  /** Nothing outside of the opened folder is read where the user does not trust it. */
  readonly isTrusted: boolean;
}

/** What a directory says of where it stands. */
interface Signs {
  readonly isRepository: boolean;
  readonly configuration: string | undefined;
}

/** Looks at a directory; the shells remember what they have seen. */
export type Look = (directory: string) => Promise<Signs>;

export const lookWith =
  (host: Host): Look =>
  async (directory) => {
    const configuration = Utils.joinPath(rooted(directory), configurationName).toString();
    const git = Utils.joinPath(rooted(directory), '.git').toString();
    const [isRepository, isThere] = await Promise.all([host.exists(git), host.exists(configuration)]);
    return { isRepository, configuration: isThere ? configuration : undefined };
  };

/** How far up is looked: a repository inside a repository inside a home directory is not deeper. */
const maxDepth = 40;

/**
 * The nearest configuration at or above a directory. The boundary is the nearest ancestor that holds `.git`, else the
 * opened folder, else the directory itself.
 */
export async function findConfiguration(directory: string, look: Look, limits: Limits): Promise<Place | undefined> {
  const folder = limits.folders.map(trimmed).find((one) => isInside(directory, one));
  if (!limits.isTrusted && folder === undefined) return undefined;
  const above = await directoriesAbove(trimmed(directory), look, limits.isTrusted ? undefined : folder);
  const repository = above.findIndex((one) => one.isRepository);
  const opened = above.findIndex((one) => one.uri === folder);
  const top = limits.isTrusted && repository >= 0 ? repository : Math.max(opened, 0);
  const found = above.slice(0, top + 1).find((one) => one.configuration)?.configuration;
  const boundary = above[top]?.uri;
  return found && boundary ? { configuration: found, boundary } : undefined;
}

/** The place of a configuration that somebody has chosen. */
export async function placeOf(configuration: string, look: Look): Promise<Place> {
  const directory = trimmed(Utils.dirname(URI.parse(configuration)).toString());
  const above = await directoriesAbove(directory, look);
  return { configuration, boundary: above.find((one) => one.isRepository)?.uri ?? directory };
}

/** A directory and those above it, up to the root or to the one that is the highest to look at, nearest first. */
async function directoriesAbove(directory: string, look: Look, highest?: string) {
  const uris = ancestry(directory);
  const end = highest === undefined ? uris.length : uris.indexOf(highest) + 1 || uris.length;
  return Promise.all(uris.slice(0, Math.min(end, maxDepth)).map(async (uri) => ({ uri, ...(await look(uri)) })));
}

/** Cut as texts: a check asks this for each of thousands of directories. */
function ancestry(directory: string): string[] {
  const scheme = directory.indexOf(':') + 1;
  const root = directory.indexOf('/', directory.startsWith('//', scheme) ? scheme + 2 : scheme);
  const found = [directory];
  for (let at = directory; root >= 0 && at.length > root; found.push(at)) at = at.slice(0, at.lastIndexOf('/'));
  return found;
}

const trimmed = (uri: string) => URI.parse(uri).toString().replace(/\/+$/, '');

/** A directory without a `/` at its end, which may be the root. */
export function rooted(directory: string): URI {
  const parsed = URI.parse(directory);
  return parsed.path === '' ? parsed.with({ path: '/' }) : parsed;
}

/** Whether a URI is a directory or below it. */
export const isInside = (uri: string, directory: string) => {
  const [inner, outer] = [trimmed(uri), trimmed(directory)];
  return inner === outer || inner.startsWith(`${outer}/`);
};

/** The path of a file from the folder of another, with `/`; the whole path where it is elsewhere. */
export function pathBelow(file: string, uri: string): string {
  const { path } = URI.parse(uri);
  const folder = Utils.dirname(URI.parse(file)).path.replace(/\/?$/, '/');
  return path.startsWith(folder) ? path.slice(folder.length) : path;
}

/** The text of a file, where that really is inside of a boundary. */
export async function readInside(uri: string, boundary: string, host: Host): Promise<string | undefined> {
  return (await isReallyInside(uri, boundary, host)) ? host.readText(uri) : undefined;
}

/** Whether something is there, and really inside of a boundary. What leads away by its name is not even looked for. */
export async function isReallyInside(uri: string, boundary: string, host: Pick<Host, 'realUri'>): Promise<boolean> {
  const realBoundary = await host.realUri(boundary);
  if (!realBoundary || ![boundary, realBoundary].some((one) => isInside(uri, one))) return false;
  const real = await host.realUri(uri);
  return real !== undefined && isInside(real, realBoundary);
}

/** Whether a file would lead out of a boundary, be it there or yet to be written. */
export async function leadsOutside(uri: string, boundary: string, host: Pick<Host, 'realUri'>): Promise<boolean> {
  if (await isReallyInside(uri, boundary, host)) return false;
  if (!isInside(uri, boundary) || (await host.realUri(uri))) return true;
  return leadsOutside(Utils.dirname(URI.parse(uri)).toString(), boundary, host);
}
