// npm run soak: the real server under 50,000 edits, opens and closes with requests in between (test/soak).
// `-- --operations 50000`; a failure prints SOAK_SEED=<number>, which goes the same way once more.
import { parseArgs } from 'node:util';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { main } from './lib/main.mjs';
import { inRoot } from './lib/paths.mjs';
import { node } from './lib/run.mjs';

main(async (defer) => {
  const { operations } = parseArgs({ options: { operations: { type: 'string', default: '50000' } } }).values;
  if (!(Number(operations) > 0)) throw new Error(`--operations is a number above 0, not ${operations}`);
  await ensureInstalled({ defer });
  await ensureBuilt({ defer });
  const args = [inRoot('node_modules/mocha/bin/mocha.js'), '--exit', '--timeout', '60000', inRoot('out/test/soak.cjs')];
  return node(args, { defer, seconds: 7200, env: { ...process.env, SOAK_OPERATIONS: operations } });
});
