// Installs the dependencies when node_modules does not belong to package-lock.json. Node built-ins only.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { npm } from './npm.mjs';
import { inRoot } from './paths.mjs';

const LOCKFILE = inRoot('package-lock.json');
const STAMP = inRoot('node_modules', '.stamp'); // the hash of the lockfile that was installed
const INSTALLED = inRoot('node_modules', '.package-lock.json'); // npm writes it at the end of an installation

/** Runs `npm ci` if it is needed; true if it was. */
export async function ensureInstalled(options) {
  const hash = createHash('sha256').update(readFileSync(LOCKFILE)).digest('hex');
  const stale = !isInstalled(hash);
  if (stale) {
    console.log('Installing the dependencies (npm ci)…');
    await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], options);
  }
  if (read(STAMP) !== hash) writeFileSync(STAMP, hash);
  return stale;
}

/** Installed by us from this very lockfile, or by hand after the lockfile was last changed. */
function isInstalled(hash) {
  if (!existsSync(INSTALLED)) return false;
  return read(STAMP) === hash || statSync(INSTALLED).mtimeMs >= statSync(LOCKFILE).mtimeMs;
}

const read = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
