import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundled } from '../core/catalog/bundled';

/** Reads what the build made of data/; it lies beside the bundle. */
export const readBundled = (): Bundled => JSON.parse(readFileSync(join(__dirname, 'knowledge.json'), 'utf8'));
