import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { expandSnippet } from '../../server/src/core/snippets/expand';

const sections = readFileSync('test/fixtures/snippets/expansion.txt', 'utf8').split('\n## ').slice(1);
const unquoted = (side: string) => side.trim().replaceAll('⏎', '\n').replace(/[«»]/g, '');

describe('A snippet as plain text', () => {
  for (const [title = '', ...lines] of sections.map((section) => section.split('\n')))
    it(title, () => {
      for (const line of lines.filter(Boolean)) {
        const [body = '', text = ''] = line.split('→').map(unquoted);
        assert.equal(expandSnippet(body), text, line);
      }
    });

  it('is bounded where mirrors double', () => {
    const doubling = Array.from({ length: 60 }, (_, n) => `\${${n + 2}:$${n + 1}$${n + 1}}`);
    assert.ok(expandSnippet(`\${1:ab}${doubling.join('')}`).length < 200_000);
  });

  for (const part of ['{1:', '{1|', '{1|a,', '1', '$\\', '$}', '{', '{1:$2', '{1|\\|', '{TM_FILENAME:', 'a']) {
    it(`takes no longer than its length asks for: $${part} @all`, () => {
      const start = performance.now();
      expandSnippet(`$${part}`.repeat(20_000));
      assert.ok(performance.now() - start < 1000);
    });
  }
});
