import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startSession } from '../support/languageServer';

const values =
  '# stack-guidance-ignore mysql: reports until the migration\na:\n  image: mysql:8\nb:\n  image: rabbitmq:4\n';

describe('An exception in a file', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'exceptions-'));
    writeFileSync(join(folder, 'values.yaml'), values);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('silences the finding in the editor, and no other', async () => {
    const session = await startSession();
    const uri = pathToFileURL(join(folder, 'values.yaml')).toString();
    session.open(uri, values);
    const lines = (await session.pull(uri)).map(({ range }) => range.start.line);
    await session.stop();
    assert.deepEqual(lines, [4]);
  });

  it('counts the same on the command line, which tells why', () => {
    const run = spawnSync(process.execPath, [resolve('dist/cli.js'), 'check', '--format', 'json'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const { findings, suppressed } = JSON.parse(run.stdout);
    assert.deepEqual(
      findings.map((one: { line: number }) => one.line),
      [5],
    );
    assert.deepEqual(
      suppressed.map((one: { line: number; exception: object }) => [one.line, one.exception]),
      [[3, { reason: 'reports until the migration' }]],
    );
  });
});
