import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  FileChangeType,
  WorkspaceFoldersRequest,
} from 'vscode-languageserver-protocol/node';
import { type Folder, makeFolder, manifest } from '../support/commandLine';
import { pulling, type Session, startSession } from '../support/languageServer';

describe('The check of a workspace', () => {
  let folder: Folder;
  let session: Session;
  const uriOf = (path: string) => pathToFileURL(join(folder.root, path)).toString();
  const check = () => session.connection.sendRequest('stackGuidance/checkWorkspace', {});
  const some = (diagnostics: readonly unknown[]) => diagnostics.length > 0;
  const none = (diagnostics: readonly unknown[]) => diagnostics.length === 0;

  beforeEach(async () => {
    folder = makeFolder();
    folder.write('.git/HEAD', '');
    folder.write('.gitignore', 'built\n');
    folder.write('a/package.json', manifest('mysql2', 'pg'));
    folder.write('b/package.json', manifest('amqplib'));
    folder.write('built/package.json', manifest('mysql2'));
    folder.write('node_modules/x/package.json', manifest('mysql2'));
    session = await startSession({ ...pulling, window: { workDoneProgress: true } }, 'en', uriOf('.'));
  });
  afterEach(async () => {
    await session.stop();
    folder.remove();
  });

  it('counts what .gitignore leaves, and shows it for files that are not open', async () => {
    assert.deepEqual(await check(), { files: 2, errors: 0, warnings: 2, isCancelled: false });
    const [finding] = await session.shown(uriOf('a/package.json'), some);
    assert.equal(finding?.range.start.line, 2);
    await session.shown(uriOf('b/package.json'), some);
  });

  it('leaves open files to their own diagnostics', async () => {
    await check();
    await session.shown(uriOf('a/package.json'), some);
    session.open(uriOf('a/package.json'), manifest('pg'));
    await session.shown(uriOf('a/package.json'), none);
    assert.deepEqual(await check(), { files: 2, errors: 0, warnings: 1, isCancelled: false });
    assert.deepEqual(await session.pull(uriOf('a/package.json')), []);
  });

  it('forgets what was mended since', async () => {
    await check();
    await session.shown(uriOf('b/package.json'), some);
    folder.write('b/package.json', manifest('pg'));
    await check();
    await session.shown(uriOf('b/package.json'), none);
    folder.shell('rm a/package.json');
    await check();
    await session.shown(uriOf('a/package.json'), none);
  });

  it('follows what happens to a file on the disk', async () => {
    const event = (path: string, type: FileChangeType) =>
      session.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: uriOf(path), type }],
      });
    await check();
    await session.shown(uriOf('a/package.json'), some);
    folder.write('a/package.json', `\n${manifest('mysql2')}`);
    await event('a/package.json', FileChangeType.Changed);
    await session.shown(uriOf('a/package.json'), ([one]) => one?.range.start.line === 3);
    folder.shell('rm b/package.json');
    await event('b/package.json', FileChangeType.Deleted);
    await session.shown(uriOf('b/package.json'), none);
  });

  it('forgets a folder that was removed', async () => {
    await session.stop();
    const client = { ...pulling, workspace: { workspaceFolders: true }, window: { workDoneProgress: true } };
    session = await startSession(client, 'en', ['a', 'b'].map(uriOf));
    await check();
    await session.shown(uriOf('b/package.json'), some);
    const removed = [{ uri: uriOf('b'), name: 'b' }];
    session.connection.onRequest(WorkspaceFoldersRequest.type, () => [{ uri: uriOf('a'), name: 'a' }]);
    await session.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: [], removed },
    });
    await session.shown(uriOf('b/package.json'), none);
    assert.ok(some(await session.shown(uriOf('a/package.json'), () => true)));
  });

  it('counts where technologies are used, and says where', async () => {
    interface Stack {
      readonly uses: Record<string, number> | null;
      readonly others: readonly { readonly id: string }[];
      readonly sections: readonly unknown[];
    }
    const stack = () => session.connection.sendRequest<Stack>('stackGuidance/stack', {});
    assert.equal((await stack()).uses, null);
    await check();
    const { uses, others, sections } = await stack();
    assert.deepEqual(uses, { mysql: 1, postgresql: 1, rabbitmq: 1 });
    assert.deepEqual(
      others.map(({ id }) => id),
      ['mysql', 'rabbitmq'],
    );
    assert.equal(sections.length, 8);
    const places = await session.connection.sendRequest('stackGuidance/uses', { technology: 'postgresql' });
    const range = { start: { line: 3, character: 5 }, end: { line: 3, character: 7 } };
    assert.deepEqual(places, [{ uri: uriOf('a/package.json'), range }]);
  });

  it('is told in the stack document: where a technology is used', async () => {
    folder.write('.stack-guidance.yaml', 'stack: stack.md\n');
    const stack = '| Component | Technology |\n|---|---|\n| Relational database | PostgreSQL |\n| Cache | Redis |\n';
    folder.write('stack.md', stack);
    session.open(uriOf('stack.md'), stack);
    session.open(uriOf('a/package.json'), manifest('mysql2', 'pg'));
    await session.pull(uriOf('a/package.json'));
    const at = (line: number, character: number) => session.hover(uriOf('stack.md'), { line, character });
    assert.doesNotMatch(JSON.stringify(await at(2, 26)), /The workspace/);
    await check();
    assert.match(JSON.stringify(await at(2, 26)), /The workspace uses it once: a\/package\.json\\\\:4/);
    assert.match(JSON.stringify(await at(3, 12)), /The workspace does not use it/);
  });

  it('can be cancelled, and other requests are answered meanwhile', async () => {
    for (let at = 0; at < 300; at++) folder.write(`many/${at}/package.json`, manifest('mysql2'));
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol/node');
    const cancelling = new CancellationTokenSource();
    session.open(uriOf('a/package.json'), manifest('mysql2'));
    const running = session.connection.sendRequest<{ isCancelled: boolean; files: number }>(
      'stackGuidance/checkWorkspace',
      {},
      cancelling.token,
    );
    assert.ok(await session.hover(uriOf('a/package.json'), { line: 2, character: 6 }));
    cancelling.cancel();
    const { isCancelled, files } = await running;
    assert.ok(isCancelled && files < 302);
  });
});
