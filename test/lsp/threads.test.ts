import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { startSession } from '../support/languageServer';

/** The nice value of each thread of a process, its first thread first; see proc(5). */
function nicenessIn(pid: number): number[] {
  const threads = readdirSync(`/proc/${pid}/task`).sort((one, other) => Number(one) - Number(other));
  return threads.map((thread) => {
    const stat = readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]);
  });
}

describe('Threads of the language server', () => {
  it('that compile and collect give way to the one that answers, where there are few cores', async function () {
    if (process.platform !== 'linux' || availableParallelism() > 4) this.skip();
    const session = await startSession();
    await session.pull('file:///shop/package.json');
    const [first, ...others] = nicenessIn(session.process.pid ?? 0);
    assert.equal(first, 0);
    assert.ok(others.filter((nice) => nice === 10).length >= 4, others.join());
    assert.equal(await session.stop(), 0);
  });
});
