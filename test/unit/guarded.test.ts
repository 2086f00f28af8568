import assert from 'node:assert/strict';
import type { Connection } from 'vscode-languageserver';
import { guarded } from '../../server/src/lsp/session';

/** A guarded handler, and the lines that were logged. */
function guardedBy(handler: (params: string) => string | Promise<string>) {
  const lines: string[] = [];
  const connection = { console: { error: (line: string) => void lines.push(line) } } as unknown as Connection;
  return { answer: guarded({ connection }, 'hover', 'nothing', handler), lines };
}

describe('A handler', () => {
  it('answers at once where it can', () => {
    assert.equal(guardedBy((params) => `${params}!`).answer('hi'), 'hi!');
  });

  it('answers when it has waited', async () => {
    assert.equal(await guardedBy(async (params) => `${params}!`).answer('hi'), 'hi!');
  });

  for (const [how, fail] of [
    ['at once', () => assert.fail('broken')],
    ['later', async () => assert.fail('broken')],
  ] as const)
    it(`that fails ${how} answers nothing, and says so in one line`, async () => {
      const { answer, lines } = guardedBy(fail);
      assert.equal(await answer('hi'), 'nothing');
      assert.match(lines.join('\n'), /^hover: AssertionError.*broken[^\n]*$/);
    });
});
