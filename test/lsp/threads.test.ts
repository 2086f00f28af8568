import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
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

  it('stay as they are where it was started with a low priority', async function () {
    if (process.platform !== 'linux' || availableParallelism() > 4) this.skip();
    const child = spawn('nice', ['-n', '15', process.execPath, 'dist/cli.js', 'lsp', '--stdio']);
    const answered = once(child.stdout, 'data');
    const message = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params: { capabilities: {} } });
    child.stdin.write(`Content-Length: ${message.length}\r\n\r\n${message}`);
    await answered;
    assert.deepEqual(new Set(nicenessIn(child.pid ?? 0)), new Set([15]));
    child.kill();
  });
});
