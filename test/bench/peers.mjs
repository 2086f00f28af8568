// The programs to compare with, each installed on demand into a folder of its own that git ignores; pinned, and no dependencies.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../../scripts/lib/npm.mjs';

const PEERS = [
  { name: 'json', package: 'vscode-langservers-extracted', version: '4.10.0', bin: 'bin/vscode-json-language-server' },
  { name: 'yaml', package: 'yaml-language-server', version: '2.0.0', bin: 'bin/yaml-language-server' },
  { name: 'stack-analyser', package: '@specfy/stack-analyser', version: '1.27.3', bin: 'dist/cli.js' },
];
const SECONDS = 180;
/** npm's own patience with a registry that is out of reach is minutes. */
const PATIENCE = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000'];

/** Installs what is missing; the program of each peer by name. A peer that cannot be installed is left out, with a line. */
export async function installPeers(cache, names, defer) {
  const programs = {};
  for (const peer of PEERS.filter(({ name }) => names.includes(name))) {
    const program = await installed(peer, cache, defer);
    if (program) programs[peer.name] = program;
    else console.log(`skipped: ${peer.package}@${peer.version} cannot be installed (is the npm registry in reach?)`);
  }
  return programs;
}

async function installed(peer, cache, defer) {
  const folder = join(cache, `${peer.package.replace('/', '-')}-${peer.version}`);
  const done = join(folder, 'installed'); // written last: half an installation is none
  if (!existsSync(done) && !(await install(peer, folder, defer))) return undefined;
  writeFileSync(done, '');
  return join(folder, 'node_modules', ...peer.package.split('/'), ...peer.bin.split('/'));
}

async function install(peer, folder, defer) {
  console.log(`Installing ${peer.package}@${peer.version} to compare with…`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const options = ['--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock', ...PATIENCE, '--loglevel=error'];
  const args = ['install', `${peer.package}@${peer.version}`, '--prefix', folder, ...options];
  return npm(args, { cwd: folder, seconds: SECONDS, defer, quiet: true }).then(
    () => true,
    () => false,
  );
}
