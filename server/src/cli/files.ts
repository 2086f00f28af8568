import { closeSync, constants, fstatSync, openSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { URI } from 'vscode-uri';
import { maxFileSize } from '../host/host';
import * as plainly from '../host/plain';
import type { TextsOfCli } from './texts';

/** The text of a file, and its bytes. Editors show no byte order mark either: it has no place in any position. */
export interface ReadFile {
  readonly text: string;
  readonly bytes: Buffer;
}

export const byteOrderMark = '\uFEFF';

/** Reads a file; undefined where there is none, or none that is worth reading. */
export function readIfText(path: string): ReadFile | undefined {
  const info = statSync(path, { throwIfNoEntry: false });
  if (!info?.isFile() || info.size > maxFileSize) return undefined;
  try {
    const bytes = readFileSync(path);
    return { bytes, text: withoutMark(bytes.toString('utf8')) };
  } catch {
    return undefined;
  }
}

/** One buffer for all files of a run: most are small, and a new one for each costs more than reading it. */
const shared = Buffer.allocUnsafe(256 * 1024);

/**
 * The text of a file; undefined where there is none, or none that is worth reading.
 *
 * @param isFile whether it is known to be a file, and not a device that never ends
 */
export function readText(path: string, isFile = false): string | undefined {
  let file: number | undefined;
  try {
    // To open a pipe would wait for somebody to write into it.
    file = openSync(path, isFile ? 'r' : constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    if (!isFile && !fstatSync(file).isFile()) return undefined;
    const length = readSync(file, shared, 0, shared.length, 0);
    if (length < shared.length) return withoutMark(shared.toString('utf8', 0, length));
    // What fills the buffer may go on: the file is read whole.
    return fstatSync(file).size > maxFileSize ? undefined : withoutMark(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

const withoutMark = (text: string) => (text.startsWith(byteOrderMark) ? text.slice(1) : text);

/** Relative to a directory, with `/` on every system; what is on another drive stays absolute. */
export function shownFrom(directory: string, path: string): string {
  const isBelow = sep === '/' && path.startsWith(`${directory}/`);
  return isBelow ? path.slice(directory.length + 1) : relative(directory, path).split(sep).join('/');
}

/** An absolute path as the path of its URI, with `/` on every system. */
export const slashed = (path: string): string => (sep === '/' ? path : URI.file(path).path);

/** The URI of an absolute path. */
export const uriOf = (path: string): string => (sep === '/' ? plainly.uriOf(path) : URI.file(path).toString());

/** The path of a URI; that of a directory may be without a `/` at the end, be it the root. */
export const pathOf = (uri: string): string => (sep === '/' ? plainly.pathOf(uri) : plainly.rooted(uri).fsPath);

/** The path without links and in the letters of the disk; the path itself where there is nothing. */
export function realPath(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
}

/**
 * The text of a file that must be there. Windows shells redirect into UTF-16, which is understood too.
 *
 * @throws where it cannot be read
 */
export function readNeeded(path: string, texts: TextsOfCli): string {
  try {
    const bytes = readFileSync(path);
    const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
    return withoutMark(bytes.toString(isUtf16 ? 'utf16le' : 'utf8'));
  } catch (error) {
    throw new Error(texts.problem.unreadable(path, whyOf(error)));
  }
}

/** `ENOENT` says it shorter, and in every language. */
export const whyOf = (error: unknown) => (error as NodeJS.ErrnoException).code ?? String(error);

/** Whether a path is a folder or below it. */
export function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
