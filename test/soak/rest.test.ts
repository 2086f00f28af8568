import assert from 'node:assert/strict';
import { residentMemory } from '../bench/memory';
import { startSession } from '../support/languageServer';

const uri = 'file:///shop/values.yaml';
const entry = (at: number) =>
  `service${at}:\n  image:\n    repository: bitnami/${at ? 'redis' : 'rabbitmq'}\n    tag: "7.${at}"\n`;
const text = Array.from({ length: 4000 }, (_, at) => entry(at)).join('');
const start = { line: 0, character: 0 };
const edits = 300;
const msBetween = 200;
const enough = 0.8;

describe('The language server, when nobody works any more', () => {
  it('gives memory back, and goes on', async function () {
    if (process.platform === 'win32') this.skip(); // nobody tells there how much it is
    this.timeout(120_000);
    const session = await startSession();
    session.open(uri, text);
    for (let at = 0; at < edits; at++) {
      session.change(uri, {
        range: { start, end: at % 2 ? { line: 1, character: 0 } : start },
        text: at % 2 ? '' : '\n',
      });
      await session.pull(uri);
    }
    const busy = residentMemory(session.process.pid);
    let now = busy;
    while (now > busy * enough) {
      await new Promise((resolve) => setTimeout(resolve, msBetween));
      now = residentMemory(session.process.pid);
    }
    assert.ok(await session.hover(uri, { line: 2, character: 20 }));
    assert.ok((await session.pull(uri)).length > 0);
    assert.equal(await session.stop(), 0);
    assert.deepEqual(session.errors, []);
  });
});
