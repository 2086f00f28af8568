import assert from 'node:assert/strict';
import { recent } from '../../server/src/cli/recent';

describe('What was asked of late', () => {
  it('is remembered as long as it is asked again, and forgotten else', () => {
    const known = recent<number>(2);
    known.set('often', 0);
    for (let at = 1; at <= 9; at++) {
      known.set(`x${at}`, at);
      assert.equal(known.get('often'), 0);
    }
    assert.equal(known.get('x9'), 9);
    assert.equal(known.get('x1'), undefined);
    assert.equal(known.set('y', 7), 7);
  });
});
