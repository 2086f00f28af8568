import { URI, Utils } from 'vscode-uri';
import type { Host } from './host';
import { written } from './plain';

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
    const configuration = `${directory}/${configurationName}`;
    const [isRepository, isThere] = await Promise.all([host.exists(`${directory}/.git`), host.exists(configuration)]);
    return { isRepository, configuration: isThere ? configuration : undefined };
  };

/** How far up is looked: a repository inside a repository inside a home directory is not deeper. */
const maxDepth = 40;

/** Directories near each other are asked for one after the other: memory stays flat in large trees. */
const mostKnown = 200;

/** Finds what governs a directory. */
export type Search = (directory: string) => Promise<Place | undefined>;

/** What stands at or above a directory, nearest first. */
interface Standing {
  readonly repository: string | undefined;
  readonly configuration: string | undefined;
}

/**
 * Searches the nearest configuration at or above directories. The boundary is the nearest ancestor that holds `.git`,
 * else the opened folder, else the directory itself. What stands above a directory is found once for all below it.
 */
export function searchWith(look: Look, limits: Limits): Search {
  const folders = limits.folders.map(trimmed);
  const known = new Map<string, Promise<Standing>>();
  const standing = (directory: string, highest: string | undefined, depth: number): Promise<Standing> => {
    const before = known.get(directory);
    if (before) return before;
    if (known.size >= mostKnown) known.clear();
    const found = stand(directory, highest, depth);
    known.set(directory, found);
    return found;
  };
  async function stand(directory: string, highest: string | undefined, depth: number): Promise<Standing> {
    const { isRepository, configuration } = await look(directory);
    const parent = directory === highest || depth >= maxDepth ? undefined : parentOf(directory);
    const above = parent === undefined ? undefined : await standing(parent, highest, depth + 1);
    return {
      repository: isRepository ? directory : above?.repository,
      configuration: configuration ?? above?.configuration,
    };
  }
  return async (uri) => {
    const directory = trimmed(uri);
    const folder = folders.find((one) => isBelow(directory, one));
    if (!limits.isTrusted && folder === undefined) return undefined;
    const { repository, configuration } = await standing(directory, limits.isTrusted ? undefined : folder, 0);
    const boundary = (limits.isTrusted ? repository : undefined) ?? folder ?? directory;
    return configuration && isBelow(configuration, boundary) ? { configuration, boundary } : undefined;
  };
}

/** The place of a configuration that somebody has chosen. */
export async function placeOf(configuration: string, look: Look): Promise<Place> {
  const directory = trimmed(Utils.dirname(URI.parse(configuration)).toString());
  for (let at: string | undefined = directory, depth = 0; at !== undefined && depth < maxDepth; depth++) {
    if ((await look(at)).isRepository) return { configuration, boundary: at };
    at = parentOf(at);
  }
  return { configuration, boundary: directory };
}

/** Cut as a text, which a check asks for thousands of directories; undefined above the root. */
export function parentOf(directory: string): string | undefined {
  const scheme = directory.indexOf(':') + 1;
  const root = directory.indexOf('/', directory.startsWith('//', scheme) ? scheme + 2 : scheme);
  return root < 0 || directory.length <= root ? undefined : directory.slice(0, directory.lastIndexOf('/'));
}

/** Whether a URI is a directory or below it, both as `trimmed` leaves them. */
const isBelow = (uri: string, directory: string) => uri === directory || uri.startsWith(`${directory}/`);

function trimmed(uri: string): string {
  const whole = written(uri);
  return whole.endsWith('/') ? whole.replace(/\/+$/, '') : whole;
}

/** Whether a URI is a directory or below it. */
export const isInside = (uri: string, directory: string) => {
  // Most are written alike, and need not be taken apart.
  if (directory && uri.startsWith(`${directory}/`)) return true;
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
