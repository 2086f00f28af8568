// npm run fuzz: the properties of test/fuzz on as many texts as there is time for. `-- --minutes 5`, `-- --grep <name>`.
// Each failure prints the smallest text that shows it; FUZZ_SEED=<number> goes the same way once more.
import { parseArgs } from 'node:util';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main } from './lib/main.mjs';
import { inRoot } from './lib/paths.mjs';
import { node } from './lib/run.mjs';

main(async (defer) => {
  const options = { minutes: { type: 'string', default: '5' }, grep: { type: 'string', default: '' } };
  const { minutes, grep } = parseArgs({ options }).values;
  if (!(Number(minutes) > 0)) throw new Error(`--minutes is a number above 0, not ${minutes}`);
  await ensureInstalled({ defer });
  await ensureBuilt({ defer });
  const args = [inRoot('node_modules/mocha/bin/mocha.js'), '--exit', '--grep', grep, inRoot('out/test/fuzz.cjs')];
  // The smallest text that fails is looked for after the time.
  const seconds = Number(minutes) * 60 + 1800;
  return node(args, { defer, seconds, env: { ...process.env, FUZZ_MINUTES: minutes } });
});
