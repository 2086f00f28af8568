// Builds when the sources have changed since the last build. Node built-ins only.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot, ROOT } from './paths.mjs';
import { node } from './run.mjs';

const BUILD = 'scripts/build.mjs';
const FOLDERS = ['client', 'server', 'radar', 'data', 'snippets', 'scripts/data', 'test'];
const SOURCES = [...FOLDERS, 'package.json', 'package-lock.json', 'tsconfig.json', BUILD];
const BUILT = inRoot('dist', 'cli.js');
const STAMP = inRoot('out', '.build'); // not in dist/, which is packed

/** Builds if it is needed. */
export async function ensureBuilt(options) {
  if (isBuilt()) return;
  console.log('Building…');
  const code = await build(options);
  if (code !== 0) throw new Error(`the build failed (${code})`);
}

/** Builds; the exit code. */
export async function build(options) {
  const code = await node([inRoot(BUILD)], options);
  if (code === 0) markBuilt();
  return code;
}

/** Whether the last build is of the present sources. */
export const isBuilt = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === stamp();

/** Notes that what is in dist/ now was built from the present sources. */
export function markBuilt() {
  mkdirSync(dirname(STAMP), { recursive: true });
  writeFileSync(STAMP, stamp());
}

/** What was built from what: the hash of the sources, and when the result was written. */
function stamp() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap((path) => filesOf(path))) hash.update(file).update(readFileSync(join(ROOT, file)));
  const time = existsSync(BUILT) ? statSync(BUILT).mtimeMs : 'never';
  return `${hash.digest('hex')} ${time}\n`;
}

function filesOf(path) {
  if (!existsSync(join(ROOT, path))) return [];
  if (statSync(join(ROOT, path)).isFile()) return [path];
  return readdirSync(join(ROOT, path))
    .sort()
    .flatMap((name) => filesOf(`${path}/${name}`));
}
