import assert from 'node:assert/strict';
import { readConfiguration } from '../../server/src/core/policy/configuration';

describe('A configuration of any text', () => {
  const many = 30_000;
  const texts: Record<string, string> = {
    'pairs in one line': '"a": "b",'.repeat(many),
    'colons in one line': `stack: a\n${': '.repeat(many)}`,
    'tags in one line': `stack: ${'!!x '.repeat(many)}`,
  };
  for (const [name, content] of Object.entries(texts)) {
    // Quadratic time would be minutes.
    it(`is told to be too large in linear time: ${name}`, () => {
      assert.equal(readConfiguration(content).problems.length, 1);
    }).timeout(30_000);
  }
});
