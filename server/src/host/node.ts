import * as fs from 'node:fs';
import { URI } from 'vscode-uri';
import { type Host, maxFileSize } from './host';

// `fs.promises` is loaded when it is first named, which most runs of the command line never do.

/** Reads through Node's file system. */
export const nodeHost: Host = {
  async readText(uri) {
    const path = pathOf(uri);
    if (!path) return undefined;
    try {
      const info = await fs.promises.stat(path);
      return info.isFile() && info.size <= maxFileSize ? await fs.promises.readFile(path, 'utf8') : undefined;
    } catch {
      return undefined;
    }
  },
  async list(uri) {
    const path = pathOf(uri);
    return path ? fs.promises.readdir(path).catch(() => []) : [];
  },
  async entries(uri) {
    const path = pathOf(uri);
    const found = path ? await fs.promises.readdir(path, { withFileTypes: true }).catch(() => []) : [];
    return found
      .filter((entry) => !entry.isSymbolicLink())
      .map((entry) => ({ name: entry.name, isDirectory: entry.isDirectory() }));
  },
  async exists(uri) {
    const path = pathOf(uri);
    return path !== undefined && fs.existsSync(path);
  },
  async realUri(uri) {
    const path = pathOf(uri);
    if (!path) return undefined;
    return fs.promises.realpath(path).then(
      (real) => URI.file(real).toString(),
      () => undefined,
    );
  },
};

function pathOf(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : undefined;
}
