import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CodeActionRequest, CompletionRequest } from 'vscode-languageserver-protocol/node';
import { bin, type Folder, makeFolder, manifest } from '../support/commandLine';
import { pulling, type Session, startSession } from '../support/languageServer';

const hook = resolve('test/support/sealed.cjs');
const stack = `# Stack\n\n| Component | Technology | Why |\n|---|---|---|\n| Relational database | MySQL | [x](command:evil) <img src=x> |\n`;

/** Configurations of somebody who wants more than to configure. */
const hostile: Readonly<Record<string, string>> = {
  'a document above': 'stack: ../outside/stack.md\n',
  'an absolute path': `stack: /outside/stack.md\nbaseline: /etc/hosts\n`,
  'a network share': 'stack: "\\\\\\\\server\\\\share\\\\stack.md"\nbaseline: //server/share/x.json\n',
  'many slashes': 'stack: ////server/share/stack.md\n',
  'another drive': 'stack: "C:\\\\stack.md"\n',
  'an address': 'stack: https://example.com/stack.md\nbaseline: file:///etc/hosts\n',
  'escaped dots': 'stack: "%2e%2e/outside/stack.md"\n',
  'a package above': 'stack: npm:../../outside\n',
  'a NUL': 'stack: "a\\0b"\n',
  'an alias bomb': `stack: docs/stack.md\n${Array.from({ length: 30 }, (_, at) => `k${at}: &k${at} [${`*k${at - 1},`.repeat(at && 9)}]\n`).join('')}`,
  'a deep one': `stack: ${'['.repeat(100_000)}`,
  'a glob': `stack: docs/stack.md\npaths: [{ glob: "${'*a'.repeat(100)}b", severity: {} }]\n`,
};

describe('A hostile workspace', function () {
  this.timeout(60_000);
  let folder: Folder;
  let session: Session | undefined;
  const log = () => join(folder.root, 'sealed.log');
  const recorded = (what: 'forbidden' | 'read') =>
    (existsSync(log()) ? readFileSync(log(), 'utf8') : '')
      .split('\n')
      .flatMap((line) => (line.startsWith(`${what} `) ? [line.slice(what.length + 1)] : []));
  const uriOf = (path: string) => pathToFileURL(join(folder.root, path)).toString();
  const seal = () => ({ NODE_OPTIONS: `--require ${JSON.stringify(hook)}`, SEALED_LOG: log() });
  const isOurs = (path: string) =>
    [join(folder.root, 'work'), resolve('dist'), resolve('package.json')].some((one) => path.startsWith(one));

  beforeEach(() => {
    folder = makeFolder();
    folder.write('outside/stack.md', stack.replace('MySQL', 'PostgreSQL'));
    folder.write('outside/package.json', '{"name":"outside"}');
    folder.write('package.json', '{"devDependencies":{"typescript":"5"}}');
    folder.write('work/docs/stack.md', stack);
    folder.write('work/app/package.json', manifest('pg', 'mysql2', 'react'));
    folder.write('work/app/main.tf', 'resource "aws_s3_bucket" "a" {\n}\n');
    folder.write('work/chart/values.yaml', 'image: mysql:8\n');
    symlinkSync(join(folder.root, 'outside/package.json'), join(folder.root, 'work/package.json'));
  });
  afterEach(async () => {
    await session?.stop();
    session = undefined;
    folder.remove();
  });

  it('is what the seal would tell of', () => {
    const script =
      'try { require("fs").writeFileSync("x", "") } catch {} try { require("child_process").spawn("ls") } catch {}';
    spawnSync(process.execPath, ['-e', script], { env: { ...process.env, ...seal() }, cwd: folder.root });
    assert.deepEqual(recorded('forbidden'), ['fs.writeFileSync', 'child_process.spawn']);
  });

  /** Everything that a client asks of a server. */
  async function drive(path: string): Promise<void> {
    if (!session) return;
    const textDocument = { uri: uriOf(path) };
    session.open(textDocument.uri, folder.read(path));
    await session.pull(textDocument.uri);
    const position = { line: 2, character: 6 };
    await session.hover(textDocument.uri, position);
    await session.connection.sendRequest(CompletionRequest.type, { textDocument, position });
    const range = { start: { line: 0, character: 0 }, end: { line: 5, character: 0 } };
    await session.connection.sendRequest(CodeActionRequest.type, { textDocument, range, context: { diagnostics: [] } });
  }

  async function driveSealed(): Promise<void> {
    const before = { ...process.env };
    Object.assign(process.env, seal());
    try {
      session = await startSession(pulling, 'en', uriOf('work'), { isTrusted: false });
    } finally {
      process.env = before;
    }
    for (const path of ['work/app/package.json', 'work/app/main.tf', 'work/chart/values.yaml']) await drive(path);
  }

  it('is served by what serving needs alone: what check, import and mcp need is not loaded', async () => {
    await driveSealed();
    const bundles = recorded('read').filter((path) => /dist[\\/][^\\/]*\.js$/.test(path));
    assert.deepEqual(bundles.map((path) => basename(path)).sort(), [
      'cli.js',
      'features.js',
      'protocol.js',
      'server.js',
    ]);
  });

  for (const [name, configuration] of Object.entries({ 'a valid one': 'stack: docs/stack.md\n', ...hostile }))
    it(`makes neither server nor check do anything but read it: ${name}`, async () => {
      folder.write('work/.stack-guidance.yaml', configuration);
      await driveSealed();
      assert.deepEqual(session?.log, []);
      assert.deepEqual(recorded('forbidden'), []);
      const { status, stderr } = folder.run(['check', '--format', 'json'], seal(), 'work');
      assert.ok(status !== null && status <= 2, stderr);
      assert.doesNotMatch(stderr, /call stack|Error| {4}at /);
      assert.deepEqual(recorded('forbidden'), []);
      assert.deepEqual(
        recorded('read').filter((path) => !isOurs(path)),
        [],
      );
      assert.ok(recorded('read').some((path) => path.endsWith('app/package.json')));
      assert.ok(existsSync(bin));
    });

  it('has no baseline written elsewhere', () => {
    folder.write('work/.stack-guidance.yaml', 'stack: docs/stack.md\nbaseline: ../outside/new.json\n');
    const { status, stderr } = folder.run(['check', '--write-baseline'], {}, 'work');
    assert.equal(status, 2);
    assert.match(stderr, /\.\.\/outside\/new\.json/);
    assert.ok(!existsSync(join(folder.root, 'outside/new.json')));
  });
});
