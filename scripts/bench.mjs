// npm run bench: measures the server and `check` against a server that does nothing, and against peers from npm, which are
// installed into .bench/ on demand. `-- --gate` fails where a target is missed, `-- --quick` measures less, `-- --only <part>`
// one of start, editing, size, check, `-- --readme` writes the table of README.md. The figures go to out/bench.json.
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { installPeers } from '../test/bench/peers.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main } from './lib/main.mjs';
import { inRoot, tempFolder } from './lib/paths.mjs';
import { node } from './lib/run.mjs';

const PARTS = ['start', 'editing', 'size', 'check'];
const CACHE = inRoot('.bench');
const PRODUCT = join(CACHE, 'product');
const PEERS_OF = { start: ['json', 'yaml'], editing: ['json', 'yaml'], size: [], check: ['stack-analyser'] };
const SECONDS = 1800;

main(async (defer) => {
  const { only = PARTS, quick, gate, readme } = readArguments();
  await ensureInstalled({ defer });
  await prepare(defer);
  const { 'stack-analyser': analyser, ...peers } = await installPeers(
    CACHE,
    [...new Set(only.flatMap((part) => PEERS_OF[part]))],
    defer,
  );
  const plan = {
    ...{ parts: only, quick, gate, peers, folder: tempFolder(defer), outfile: inRoot('out', 'bench.json') },
    ...{
      dist: join(PRODUCT, 'dist'),
      floor: join(PRODUCT, 'floor.js'),
      peakScript: inRoot('test', 'bench', 'peak.cjs'),
    },
    ...(readme && { readme: inRoot('README.md') }),
    ...(analyser && { analyser: [inRoot('test', 'bench', 'analyse.mjs'), dirname(analyser)] }),
  };
  return node([join(PRODUCT, 'bench.cjs'), JSON.stringify(plan)], { defer, seconds: SECONDS });
});

function readArguments() {
  const flag = { type: 'boolean' };
  const options = { only: { type: 'string', multiple: true }, quick: flag, gate: flag, readme: flag };
  const { values } = parseArgs({ options });
  const unknown = values.only?.filter((part) => !PARTS.includes(part)) ?? [];
  if (unknown.length) throw new Error(`there is no part ${unknown}: ${PARTS.join(', ')}`);
  if (values.readme && (values.only || values.quick))
    throw new Error('the README is about all parts, not measured quickly');
  return values;
}

/** Builds for production, and keeps a copy: another build may come in between. */
async function prepare(defer) {
  console.log('Building for production…');
  const code = await node([inRoot('scripts', 'build.mjs'), '--production'], { defer });
  if (code !== 0) throw new Error(`the build failed (${code})`);
  rmSync(PRODUCT, { recursive: true, force: true });
  mkdirSync(PRODUCT, { recursive: true });
  cpSync(inRoot('dist'), join(PRODUCT, 'dist'), { recursive: true, filter: (path) => !path.endsWith('.map') });
  await bundle();
}

/** The floor as our server is bundled, and the measuring itself. */
async function bundle() {
  const { build } = await import('esbuild'); // it may just have been installed
  const options = { bundle: true, platform: 'node', format: 'cjs', target: 'node20', mainFields: ['module', 'main'] };
  const common = { ...options, absWorkingDir: inRoot(), logLevel: 'warning' };
  await build({ ...common, entryPoints: ['test/bench/floor.ts'], minify: true, outfile: join(PRODUCT, 'floor.js') });
  await build({ ...common, entryPoints: ['test/bench/main.ts'], outfile: join(PRODUCT, 'bench.cjs') });
}
