// Paths of this machine inside URIs. Imports nothing of the repository: tests that are bundled use it as well.
import { resolve } from 'node:path';

/** The path as URIs have it: /home/me or /c:/Users/me. */
export function uriPath(path) {
  return resolve(path)
    .replaceAll('\\', '/')
    .replace(/^([A-Za-z]):/, (_, drive) => `/${drive.toLowerCase()}:`);
}

/** The same, written as VS Code writes it. */
export const encodedUriPath = (path) => uriPath(path).split('/').map(encode).join('/');

const encode = (segment) =>
  encodeURIComponent(segment).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
