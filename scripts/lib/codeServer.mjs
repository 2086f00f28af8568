// Puts the VS Code server and its workbench, out of the npm package code-server, into .vscode-test/. The package is
// checked against a known hash, none of its install scripts runs and nothing is compiled. Node built-ins, npm and tar.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { npm } from './npm.mjs';
import { EDITORS } from './paths.mjs';
import { run } from './run.mjs';

const VERSION = '4.100.3'; // VS Code 1.100.3; runs on Node 20, 22 and 24
const INTEGRITY = 'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==';
const PREBUILT = ['@vscode/ripgrep@1.18.0', 'node-pty@1.2.0-beta.15']; // instead of versions that download or compile
const FOLDER = join(EDITORS, `code-server-${VERSION}`);
const SERVER = join('package', 'lib', 'vscode');
const COMPLETE = 'complete';

/** The folder of the VS Code server; downloads it the first time. */
export async function getCodeServer(options = {}) {
  if (!isComplete()) await download(options);
  return join(FOLDER, SERVER);
}

const isComplete = () => existsSync(join(FOLDER, COMPLETE));

/** Everything happens in a folder of this process; only the finished one gets the final name. */
async function download(options) {
  console.log(`Downloading the VS Code server (code-server ${VERSION}, 40 MB)…`);
  removeLeftovers();
  const folder = `${FOLDER}.${process.pid}.tmp`;
  mkdirSync(folder, { recursive: true });
  try {
    await unpack(folder, options);
    await addModules(join(folder, SERVER), options);
    writeFileSync(join(folder, COMPLETE), '');
    publish(folder);
  } finally {
    remove(folder);
  }
}

async function unpack(folder, options) {
  const archive = `code-server-${VERSION}.tgz`;
  await npm(['pack', `code-server@${VERSION}`, '--silent', '--pack-destination', '.'], quietIn(folder, options));
  const found = `sha512-${createHash('sha512')
    .update(readFileSync(join(folder, archive)))
    .digest('base64')}`;
  if (found !== INTEGRITY) throw new Error(`code-server ${VERSION} is not the known one: its integrity is ${found}`);
  const code = await run('tar', ['-xzf', archive], quietIn(folder, options));
  if (code !== 0) throw new Error(`tar could not unpack ${archive} (${code})`);
  rmSync(join(folder, archive));
}

async function addModules(folder, options) {
  const flags = ['--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await npm(['install', ...flags, ...PREBUILT], quietIn(folder, options));
}

function publish(folder) {
  if (isComplete()) return; // another process was faster
  remove(FOLDER);
  renameSync(folder, FOLDER);
}

/** Removes what interrupted downloads have left, but not what another process is downloading right now. */
function removeLeftovers() {
  if (!existsSync(EDITORS)) return;
  const temporary = new RegExp(`^${basename(FOLDER).replaceAll('.', '\\.')}\\.(\\d+)\\.tmp$`);
  for (const name of readdirSync(EDITORS)) {
    const owner = temporary.exec(name)?.[1];
    if (owner && !isAlive(Number(owner))) remove(join(EDITORS, name));
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}

const remove = (folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
const quietIn = (cwd, options) => ({ seconds: 300, ...options, cwd, quiet: true });
