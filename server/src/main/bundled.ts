import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundled } from '../core/catalog/bundled';

/** Reads what the build made of data/; it lies beside the bundle. */
export const readBundled = (): Bundled => JSON.parse(readFileSync(join(__dirname, 'knowledge.json'), 'utf8'));

/** What is made when it is first asked for, and kept. */
export function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
