import { URI, Utils } from 'vscode-uri';

// Most names are of plain letters. The URI of such a place is written like its path, and need not be taken apart, which
// takes longer than to look at the file.

const plainPath = /^(?:\/\.?[\w~-][\w.~-]*)+$/;
const plainUri = /^file:\/\/(?:\/\.?[\w~-][\w.~-]*)+$/;
const plainName = /^\.?[\w~-][\w.~-]*$/;

/** A URI as vscode-uri writes it. */
export const written = (uri: string): string => (plainUri.test(uri) ? uri : URI.parse(uri).toString());

/** A directory without a `/` at its end, which may be the root. */
export function rooted(directory: string): URI {
  const parsed = URI.parse(directory);
  return parsed.path === '' ? parsed.with({ path: '/' }) : parsed;
}

/** Its URI as one has to ask for it. */
export const rootedUri = (directory: string): string =>
  plainUri.test(directory) ? directory : rooted(directory).toString();

/** The URI of something in a directory, whose own URI is without a `/` at the end. */
export const joined = (directory: string, name: string): string =>
  plainUri.test(directory) && plainName.test(name)
    ? `${directory}/${name}`
    : Utils.joinPath(rooted(directory), name).toString();

/** The URI of a path that begins with `/`. */
export const uriOf = (path: string): string => (plainPath.test(path) ? `file://${path}` : URI.file(path).toString());

/** The path of a URI of the disk, on a system whose paths begin with `/`. */
export const pathOf = (uri: string): string => (plainUri.test(uri) ? uri.slice('file://'.length) : rooted(uri).fsPath);
