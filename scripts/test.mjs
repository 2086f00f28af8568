// `npm test`: installs what is stale, runs every step below, and ends with one line, `N passed, M failed`. A step that
// does not count tests counts as one failure when it fails. `npm test -- unit lint` runs these steps only.
import { readFileSync, rmSync } from 'node:fs';
import { build } from './lib/build.mjs';
import { readCounts } from './lib/counts.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main } from './lib/main.mjs';
import { inRoot, tempFolder } from './lib/paths.mjs';
import { node } from './lib/run.mjs';

/** What tsc checks. */
const PROJECTS = ['tsconfig.json'];
