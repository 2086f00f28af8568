import assert from 'node:assert/strict';
import { progressOn } from '../../server/src/cli/progress';

/** What a terminal gets while files are counted at the given milliseconds. */
function written(times: readonly number[], isTTY: boolean, environment: Record<string, string> = {}) {
  const output: string[] = [];
  let time = 0;
  const terminal = { isTTY, write: (text: string) => output.push(text) };
  const progress = progressOn(
    terminal,
    environment,
    (done) => `${done} files`,
    () => time,
  );
  times.forEach((at, done) => {
    time = at;
    progress.report(done);
  });
  progress.end();
  return output.map((text) => text.replace('\r\x1b[K', '⌫'));
}

describe('Progress', () => {
  it('is shown where it takes longer than 300 ms, not at each file, and taken away', () => {
    assert.deepEqual(written([0, 299, 301, 350, 390, 402], true), ['⌫2 files', '⌫5 files', '⌫']);
  });

  it('is not shown where it is quick', () => assert.deepEqual(written([0, 299], true), []));

  it('is shown on a terminal only, and never in CI', () => {
    assert.deepEqual(written([0, 1000], false), []);
    assert.deepEqual(written([0, 1000], true, { CI: 'true' }), []);
    assert.deepEqual(written([0, 1000], true, { TERM: 'dumb' }), []);
  });
});
