// npm run build: compiles data/ and bundles server, client and command line into dist/, the tests into out/.
import { spawnSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundledPackages, inputsOf, noticesOf, problemOf } from './lib/notices.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const production = process.argv.includes('--production');

/** The same for everything that Node runs; `module` first, or jsonc-parser's UMD build breaks in a bundle. */
const node = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  mainFields: ['module', 'main'],
  sourcemap: production ? false : 'linked',
  minify: production,
  logLevel: 'warning',
  loader: { '.txt': 'text', '.css': 'text' }, // style and script of the radar, which stand in its page
};

/** The same for the web: the worker host of an editor takes CommonJS. Markdown libraries would ask for a page. */
const web = {
  ...node,
  platform: 'browser',
  target: 'es2022',
  mainFields: ['browser', 'module', 'main'],
  conditions: ['worker'],
  outdir: 'dist',
};

/** What runs in the page of the radar; the other bundles take it in as a text. */
const radarScript = {
  absWorkingDir: root,
  bundle: true,
  format: 'iife',
  target: 'es2022',
  minify: true,
  entryPoints: ['radar/client/main.ts'],
  outfile: 'out/radar/main.txt',
  logLevel: 'warning',
};

/** The bundles of the language server share one copy of the protocol. */
const sharedProtocol = {
  name: 'shared protocol',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^vscode-languageserver(\/node)?$/ }, () => ({ path: './protocol.js', external: true })),
};

/** What only some runs of the command line import is in bundles of its own: the others would wait for it too. */
const importedLater = {
  name: 'imported later',
  setup: ({ onResolve }) =>
    onResolve({ filter: /\/commands\/|\/guidance$/ }, ({ kind, path }) => {
      if (kind !== 'dynamic-import' || path.endsWith('/check')) return undefined;
      return { path: path.endsWith('/guidance') ? './guidance.js' : './commands.js', external: true };
    }),
};

/** Commander can start programs for commands. None of ours is one, and to load what that needs takes 4 ms. */
const withoutPrograms = {
  name: 'without programs',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? { path: 'none', namespace: 'without-programs' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'without-programs' }, () => ({ contents: '' }));
  },
};

const bundles = [
  { ...node, entryPoints: { protocol: 'server/src/main/protocol.ts' }, outdir: 'dist' },
  {
    ...node,
    entryPoints: { server: 'server/src/main/node.ts', features: 'server/src/main/features.ts' },
    outdir: 'dist',
    external: ['./features.js', './guidance.js'],
    plugins: [sharedProtocol],
  },
  {
    ...node,
    entryPoints: {
      guidance: 'server/src/main/guidance.ts',
      check: 'server/src/main/check.ts',
      commands: 'server/src/main/commands.ts',
      mcp: 'server/src/main/mcp.ts',
    },
    outdir: 'dist',
    external: ['./mcp.js'],
    plugins: [importedLater, withoutPrograms],
  },
  {
    ...node,
    entryPoints: { cli: 'server/src/main/cli.ts' },
    outdir: 'dist',
    external: ['./server.js', './check.js'],
    banner: { js: '#!/usr/bin/env node' },
  },
  { ...node, entryPoints: { client: 'client/src/node.ts' }, outdir: 'dist', external: ['vscode'] },
  { ...web, entryPoints: { browser: 'client/src/browser.ts' }, external: ['vscode'] },
  { ...web, entryPoints: { serverWorker: 'server/src/main/browser.ts' }, format: 'iife' },
];

const testFiles = (folder) =>
  readdirSync(join(root, 'test', folder))
    .filter((name) => name.endsWith('.test.ts'))
    .sort();
/** All tests of a folder as one file: one start of Node, one parse. */
const suite = (folder) => ({
  ...node,
  minify: false,
  outExtension: { '.js': '.cjs' },
  stdin: {
    contents: testFiles(folder)
      .map((name) => `import './${name}';`)
      .join('\n'),
    resolveDir: join(root, 'test', folder),
    loader: 'ts',
  },
  external: ['mocha', '@cdktn/hcl2json', 'playwright-core', 'ajv', 'fast-check'],
});
const tests = [
  { ...suite('unit'), outfile: 'out/test/unit.cjs' },
  { ...suite('robustness'), outfile: 'out/test/robustness.cjs' },
  { ...suite('fuzz'), outfile: 'out/test/fuzz.cjs' },
  { ...suite('soak'), outfile: 'out/test/soak.cjs' },
  { ...suite('snippets'), outfile: 'out/test/snippets.cjs' },
  { ...suite('helm'), outfile: 'out/test/helm.cjs' },
  { ...suite('lsp'), outfile: 'out/test/lsp.cjs' },
  { ...suite('page'), outfile: 'out/test/page.cjs' },
  { ...suite('screen'), outfile: 'out/test/screen.cjs' },
  { ...suite('web'), outfile: 'out/test/web.cjs' },
  { ...suite('screenshots'), outfile: 'out/test/screenshots.cjs' },
  {
    ...node,
    entryPoints: ['test/vscode/index.ts', 'test/vscode/extension.test.ts', 'test/vscode/crashes.test.ts'],
    outdir: 'out/test/vscode',
    outExtension: { '.js': '.cjs' },
    external: ['vscode', 'mocha'],
  },
];

async function compileData() {
  const outfile = join(root, 'out', 'compile-data.cjs');
  await build({ ...node, entryPoints: ['scripts/data/compile.ts'], outfile, external: ['ajv'] });
  const { status } = spawnSync(process.execPath, [outfile], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

/** Ends the build where a bundle has code that may not be shipped as it is. */
function writeNotices(inputs) {
  const packages = bundledPackages(inputs, root);
  const problems = packages.flatMap((one) => problemOf(one) ?? []);
  if (problems.length) throw new Error(problems.join('\n'));
  writeFileSync(join(root, 'dist', 'THIRD-PARTY-NOTICES.txt'), noticesOf(packages));
}

const [radar] = await Promise.all([build({ ...radarScript, metafile: true }), compileData()]);
const shipped = Promise.all(bundles.map((options) => build({ ...options, metafile: true })));
const [built] = await Promise.all([shipped, ...(production ? [] : tests).map((options) => build(options))]);
writeNotices([radar, ...built].flatMap(({ metafile }) => inputsOf(metafile)));
