import { accessSync, chmodSync, constants, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { realPath, whyOf } from './files';
import type { TextsOfCli } from './texts';

/**
 * Writes all of a file or nothing of it: beside it first, then in its place. Mode and links stay.
 *
 * @throws where it cannot be written
 */
export function writeWhole(path: string, content: string, texts: TextsOfCli): void {
  const target = realPath(path);
  const beside = join(dirname(target), `.stack-guidance-${crypto.randomUUID()}.tmp`);
  try {
    const mode = statSync(target, { throwIfNoEntry: false })?.mode;
    // A rename would replace what the user has write-protected.
    if (mode !== undefined) accessSync(target, constants.W_OK);
    writeFileSync(beside, content, { flag: 'wx' });
    if (mode !== undefined) chmodSync(beside, mode);
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw new Error(texts.problem.unwritable(path, whyOf(error)));
  }
}
