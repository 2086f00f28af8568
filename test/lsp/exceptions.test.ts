import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CodeAction, CodeActionRequest } from 'vscode-languageserver-protocol/node';
import { pulling, startSession } from '../support/languageServer';
import { runOf } from '../support/sarif';

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

  it('is what the last quick fix writes, which no other way of fixing does', async () => {
    const session = await startSession();
    const uri = pathToFileURL(join(folder, 'other.values.yaml')).toString();
    const content = 'a:\n  image: grafana/grafana-oss:12.3.0\n';
    session.open(uri, content);
    const ask = (...only: string[]) =>
      session.connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range: { start: { line: 1, character: 12 }, end: { line: 1, character: 12 } },
        context: { diagnostics: [], only },
      }) as Promise<CodeAction[]>;
    const fixes = await ask('quickfix');
    const all = await ask('source.fixAll');
    await session.stop();
    const last = fixes.at(-1);
    assert.ok(fixes.length > 1);
    assert.deepEqual([last?.title, last?.isPreferred], ['Add an exception…', undefined]);
    assert.equal(last?.edit?.changes?.[uri]?.[0]?.newText, '  # stack-guidance-ignore grafana: TODO why\n');
    assert.doesNotMatch(JSON.stringify(all), /stack-guidance-ignore/);
  });

  it('that is written wrong is a diagnostic on the comment', async () => {
    const session = await startSession(pulling, 'fr');
    const uri = pathToFileURL(join(folder, 'wrong.values.yaml')).toString();
    session.open(uri, '# stack-guidance-ignore rabitmq: vieux\nimage: rabbitmq:4\n');
    const [wrong, found] = await session.pull(uri);
    await session.stop();
    assert.deepEqual([wrong?.code, wrong?.severity, wrong?.range.start.line], ['configuration', 2, 0]);
    assert.match(String(wrong?.message), /Vouliez-vous dire rabbitmq \?/);
    assert.equal(found?.code, 'not-recommended');
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

  it('is `inSource` in SARIF, also where reports are merged', () => {
    const run = spawnSync(process.execPath, [resolve('dist/cli.js'), 'check', '--format', 'sarif'], {
      cwd: folder,
      encoding: 'utf8',
    });
    writeFileSync(join(folder, 'report.sarif'), run.stdout);
    const merge = [resolve('dist/cli.js'), 'merge', '--format', 'sarif', 'report.sarif'];
    const merged = spawnSync(process.execPath, merge, { cwd: folder, encoding: 'utf8' });
    for (const log of [run.stdout, merged.stdout]) {
      const [one] = (runOf(log).results ?? []).flatMap(({ suppressions }) => suppressions ?? []);
      assert.deepEqual([one?.kind, one?.justification], ['inSource', 'reports until the migration']);
    }
  });
});
