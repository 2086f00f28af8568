import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A path with `/` as a relative reference; half a surrogate pair, which Windows allows in names, cannot be encoded. */
export const relativeUri = (file: string): string =>
  file
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');

/** The path of a relative reference that `relativeUri` made. */
export const pathOfUri = (uri: string): string => uri.split('/').map(decodeURIComponent).join('/');

/** The address of a path; the `/` at the end of a directory stays. */
export const fileUri = (path: string, directory = ''): string =>
  pathToFileURL(resolve(directory, path)).href.replace(/\/?$/, /[\\/]$/.test(path) ? '/' : '');
