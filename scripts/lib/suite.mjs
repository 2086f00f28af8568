// Runs mocha files in this process: in the extension host of an editor (the entry of the suite calls `runSuite`), or in
// the process of screen-tests.mjs. In an editor the report goes to the file TEST_OUTPUT, which the runner prints.
import { appendFileSync } from 'node:fs';
import { format } from 'node:util';
import { Mocha } from './mocha.mjs';
import Reporter from './reporter.mjs';

/** Runs the files; resolves when all tests passed, else rejects, which is what VS Code expects of `exports.run`. */
export async function runSuite(files, options = {}) {
  const failures = await runFiles(files, options);
  if (failures) throw new Error(`${failures} ${failures === 1 ? 'test' : 'tests'} failed`);
}

/** Runs the files; the number of failures. `options` are mocha's. */
export async function runFiles(files, options = {}) {
  redirectReport(process.env.TEST_OUTPUT);
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 30_000, reporter: Reporter, ...options });
  for (const file of files) mocha.addFile(file);
  await mocha.loadFilesAsync();
  return new Promise((done) => mocha.run(done));
}

function redirectReport(file) {
  if (file) Mocha.reporters.Base.consoleLog = (...args) => appendFileSync(file, `${format(...args)}\n`);
}
