// `npm test`: runs the steps below and ends with one line, `N passed, M failed`. A step that does not count tests counts
// as one failure when it fails. `npm test -- unit lint` runs only these, after the steps that all others need.
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { readCounts } from './lib/counts.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main } from './lib/main.mjs';
import { inRoot, tempFolder } from './lib/paths.mjs';
import { node } from './lib/run.mjs';

/** What tsc checks. */
const PROJECTS = ['server/src/core', 'radar/client', '.'];

/**
 * `run` is a function that returns an exit code, or the arguments of a Node program. `counts`: it leaves its counts in
 * the file TEST_RESULT. `needed`: without it nothing else is worth running.
 */
const STEPS = [
  { name: 'install', needed: true, run: (options) => ensureInstalled(options).then(() => 0) },
  { name: 'build', needed: true, run: (options) => ensureBuilt(options).then(() => 0) },
  { name: 'lint', run: ['node_modules/@biomejs/biome/bin/biome', 'check'] },
  ...PROJECTS.map((project) => ({
    name: 'types',
    run: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', project],
  })),
  { name: 'unit', counts: true, run: mocha('out/test/unit.cjs', '--grep', '@all', '--invert') },
  // What goes through the whole knowledge base, or through texts of many kilobytes.
  { name: 'all', counts: true, run: mocha('out/test/unit.cjs', '--grep', '@all') },
  { name: 'robustness', counts: true, run: mocha('out/test/robustness.cjs') },
  { name: 'fuzz', counts: true, run: mocha('out/test/fuzz.cjs') },
  { name: 'snippets', counts: true, run: mocha('out/test/snippets.cjs') },
  { name: 'helm', counts: true, run: mocha('out/test/helm.cjs') },
  { name: 'lsp', counts: true, run: mocha('out/test/lsp.cjs') },
  { name: 'soak', counts: true, run: mocha('out/test/soak.cjs') },
  { name: 'page', counts: true, run: ['scripts/page-tests.mjs'] },
  { name: 'extension', counts: true, run: ['scripts/extension-tests.mjs'] },
  { name: 'screen', counts: true, run: ['scripts/screen-tests.mjs'] },
  { name: 'web', counts: true, run: ['scripts/screen-tests.mjs', '--web'] },
];
const SECONDS = 900; // for one step

main(async (defer) => {
  const results = [];
  const folder = tempFolder(defer);
  for (const step of chosenSteps(process.argv.slice(2))) {
    const result = await runStep(step, join(folder, `${results.length}.json`), defer);
    results.push(result);
    if (step.needed && result.failed) break;
  }
  return summarize(results);
});

function chosenSteps(names) {
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length) throw new Error(`there is no step ${unknown}: ${STEPS.map((step) => step.name).join(', ')}`);
  return STEPS.filter((step) => !names.length || step.needed || names.includes(step.name));
}

async function runStep(step, file, defer) {
  console.log(`\n── ${step.name}`);
  const begin = performance.now();
  const code = await execute(step.run, { seconds: SECONDS, defer, env: { ...process.env, TEST_RESULT: file } });
  if (code === 124) console.error(`no result within ${SECONDS} s`);
  const counts = step.counts ? readCounts(file, code) : { passed: 0, failed: code ? 1 : 0 };
  const result = { name: step.name, counted: step.counts, seconds: (performance.now() - begin) / 1000, ...counts };
  console.log(describe(result));
  return result;
}

async function execute(run, options) {
  try {
    return await (typeof run === 'function' ? run(options) : node([inRoot(run[0]), ...run.slice(1)], options));
  } catch (error) {
    console.error(`error: ${error.message}`);
    return 1;
  }
}

function describe({ name, counted, passed, failed, skipped, notice, seconds }) {
  const counts = `${passed} of ${passed + failed} tests${skipped ? `, ${skipped} skipped` : ''}`;
  const outcome = notice ? `skipped: ${notice}` : counted ? counts : failed ? 'failed' : 'ok';
  return `${failed ? '✘' : '✔'} ${name.padEnd(10)} ${`${seconds.toFixed(1)} s`.padStart(8)}   ${outcome}`;
}

function summarize(results) {
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n── summary\n${results.map(describe).join('\n')}\n`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  return sum('failed') ? 1 : 0;
}

function mocha(suite, ...options) {
  // The limit is for what hangs: real processes start slowly on a busy machine.
  return [
    'node_modules/mocha/bin/mocha.js',
    '--exit',
    '--timeout',
    '30000',
    '--reporter',
    'scripts/lib/reporter.mjs',
    ...options,
    suite,
  ];
}
