// Where things are: the folders of the repository that the scripts share, and temporary ones that clean up after themselves.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(fileURLToPath(new URL('../..', import.meta.url)));
/** Downloaded editors; ignored by git, safe to delete. */
export const EDITORS = join(ROOT, '.vscode-test');

export const inRoot = (...parts) => resolve(ROOT, ...parts);

/** An empty folder; the name stays short because sockets below it may have at most about 100 characters. */
export function tempFolder(defer) {
  const folder = mkdtempSync(join(tmpdir(), 'sg-'));
  defer(() => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 }));
  return folder;
}

/** A copy of `source` that a test may change. */
export function copyOf(source, folder) {
  cpSync(inRoot(source), folder, { recursive: true });
  return folder;
}
