import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type Diagnostic, MarkupContent } from 'vscode-languageserver-protocol/node';
import { messageOf, pulling, startSession } from '../support/languageServer';
import { startWebServer, type WebServer } from '../support/webWorker';

const shop = 'vscode-vfs://github/acme/shop';
const stackOf = (database: string) => `# Stack of Acme

| Component | Technology | Why |
|---|---|---|
| Relational database | ${database} | We know it |
| Cache | Redis | |
`;
const manifest = '{\n  "dependencies": {\n    "mysql2": "3",\n    "pg": "8"\n  }\n}\n';
const knowledge = readFileSync('dist/knowledge.json');
const told = (items: readonly Diagnostic[]) => items.map((one) => `${one.range.start.line} ${String(one.code)}`);

describe('The server of the web, in a worker', () => {
  let server: WebServer | undefined;
  const start = async (files: Record<string, string>) => {
    server = await startWebServer(files, shop, knowledge);
    return server;
  };
  afterEach(async () => {
    assert.deepEqual(server?.log, [], 'nothing went wrong');
    await server?.stop();
  });

  it('answers with diagnostics and hovers', async () => {
    const { open, pull, hover } = await start({ [`${shop}/package.json`]: manifest });
    open(`${shop}/package.json`);
    assert.deepEqual(told(await pull(`${shop}/package.json`)), ['2 not-recommended']);
    const found = await hover(`${shop}/package.json`, { line: 2, character: 7 });
    assert.ok(MarkupContent.is(found?.contents));
    assert.match(found.contents.value, /\*\*MySQL\*\*/);
  });

  it('reads the stack of an organisation through the editor', async () => {
    const { open, pull, hover } = await start({
      [`${shop}/.stack-guidance.yaml`]: 'stack: docs/stack.md\n',
      [`${shop}/docs/stack.md`]: stackOf('MySQL'),
      [`${shop}/app/package.json`]: manifest,
    });
    open(`${shop}/app/package.json`);
    const [found, ...others] = await pull(`${shop}/app/package.json`);
    assert.deepEqual(others, []);
    assert.match(messageOf(found ?? { message: '' }), /PostgreSQL.*MySQL/);
    const note = await hover(`${shop}/app/package.json`, { line: 2, character: 7 });
    assert.ok(MarkupContent.is(note?.contents));
    assert.match(note.contents.value, /We know it/);
  });

  it('reads what stands around a file through the editor', async () => {
    const { open, pull, asked } = await start({
      [`${shop}/package.json`]: '{ "devDependencies": { "typescript": "5" } }',
      [`${shop}/app/package.json`]: '{ "dependencies": { "vue": "3" } }',
    });
    open(`${shop}/app/package.json`);
    await pull(`${shop}/app/package.json`);
    assert.ok(asked.includes(`readDirectory ${shop}/app`), asked.join('\n'));
  });

  it('does not follow what leads out of the opened folder', async () => {
    const { open, pull, pushed, asked } = await start({
      [`${shop}/.stack-guidance.yaml`]: 'stack: ../other/stack.md\n',
      'vscode-vfs://github/acme/other/stack.md': stackOf('MySQL'),
      [`${shop}/package.json`]: manifest,
    });
    open(`${shop}/package.json`);
    await pull(`${shop}/package.json`);
    assert.equal(pushed.get(`${shop}/.stack-guidance.yaml`)?.length, 1);
    assert.ok(!asked.some((one) => one.startsWith('readFile') && one.includes('/other/')), asked.join('\n'));
  });

  it('does not follow a link inside of it, and stands behind one', async () => {
    const linked = { [`${shop}/docs →`]: '' };
    const files = {
      [`${shop}/.stack-guidance.yaml`]: 'stack: docs/stack.md\n',
      [`${shop}/docs/stack.md`]: stackOf('MySQL'),
      [`${shop}/package.json`]: manifest,
    };
    const { open, pull, pushed, stop } = await start({ ...files, ...linked });
    open(`${shop}/package.json`);
    await pull(`${shop}/package.json`);
    assert.equal(pushed.get(`${shop}/.stack-guidance.yaml`)?.length, 1);
    await stop();
    const behind = await start({ ...files, 'vscode-vfs://github/acme →': '' });
    behind.open(`${shop}/package.json`);
    assert.deepEqual(told(await behind.pull(`${shop}/package.json`)), ['3 not-recommended']);
  });

  it('checks the workspace', async () => {
    const { connection, pushed } = await start({
      [`${shop}/package.json`]: manifest,
      [`${shop}/.gitignore`]: 'old\n',
      [`${shop}/old/package.json`]: manifest,
      [`${shop}/infra/main.tf`]: 'resource "aws_db_instance" "x" {\n  engine = "mysql"\n}\n',
    });
    connection.onRequest('window/workDoneProgress/create', () => null);
    const summary = await connection.sendRequest('stackGuidance/checkWorkspace', {});
    assert.deepEqual(summary, { files: 2, errors: 0, warnings: 2, isCancelled: false });
    assert.deepEqual([...pushed.keys()].sort(), [`${shop}/infra/main.tf`, `${shop}/package.json`]);
  });
});

describe('The server of the desktop', () => {
  it('reads a workspace that is not on the disk through the editor', async () => {
    const session = await startSession(pulling, 'en', shop, { readsFiles: true });
    const asked: string[] = [];
    const answer = (uri: string) => {
      asked.push(uri);
      return uri === `${shop}/.stack-guidance.yaml`
        ? 'stack: stack.md\n'
        : uri === `${shop}/stack.md`
          ? stackOf('MySQL')
          : null;
    };
    session.connection.onRequest('stackGuidance/readFile', ({ uri }: { uri: string }) => answer(uri));
    session.connection.onRequest('stackGuidance/stat', ({ uri }: { uri: string }) =>
      answer(uri) || uri === shop ? { isDirectory: false, isLink: false } : null,
    );
    session.connection.onRequest('stackGuidance/readDirectory', () => []);
    session.open(`${shop}/package.json`, manifest);
    assert.deepEqual(told(await session.pull(`${shop}/package.json`)), ['3 not-recommended']);
    session.open('file:///shop/package.json', manifest);
    await session.pull('file:///shop/package.json');
    assert.ok(!asked.some((uri) => uri.startsWith('file:')));
    await session.stop();
  });
});
