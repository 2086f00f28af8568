import assert from 'node:assert/strict';
import { isTooOften } from '../../client/src/tooOften';

describe('A server that crashes', () => {
  /** Each minute that it crashes in is marked: `x` where it is started again, `!` where it is given up. */
  const told = (minutes: readonly number[]) =>
    minutes.map((_, at) => (isTooOften(minutes.slice(0, at + 1).map((one) => one * 60_000)) ? '!' : 'x')).join('');

  it('is given up with the fifth crash in three minutes', () => {
    assert.equal(told([0, 0, 0, 0, 0]), 'xxxx!');
    assert.equal(told([0, 1, 2, 2.5, 3]), 'xxxx!');
  });

  it('is started again as long as it crashes less often', () => {
    assert.equal(told([0, 1, 2, 3, 4, 5, 6, 7]), 'xxxxxxxx');
    assert.equal(told([0, 1, 2, 2, 3.1, 3.2]), 'xxxxx!');
  });
});
