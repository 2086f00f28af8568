import { existsSync } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { URI } from 'vscode-uri';
import { type Host, maxFileSize } from './host';

/** Reads through Node's file system. */
export const nodeHost: Host = {
  async readText(uri) {
    const path = pathOf(uri);
    if (!path) return undefined;
    try {
      const info = await stat(path);
      return info.isFile() && info.size <= maxFileSize ? await readFile(path, 'utf8') : undefined;
    } catch {
      return undefined;
    }
  },
  async list(uri) {
    const path = pathOf(uri);
    return path ? readdir(path).catch(() => []) : [];
  },
  async entries(uri) {
    const path = pathOf(uri);
    const found = path ? await readdir(path, { withFileTypes: true }).catch(() => []) : [];
    return found
      .filter((entry) => !entry.isSymbolicLink())
      .map((entry) => ({ name: entry.name, isDirectory: entry.isDirectory() }));
  },
  async exists(uri) {
    const path = pathOf(uri);
    return path !== undefined && existsSync(path);
  },
  async realUri(uri) {
    const path = pathOf(uri);
    if (!path) return undefined;
    return realpath(path).then(
      (real) => URI.file(real).toString(),
      () => undefined,
    );
  },
};

function pathOf(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
}
