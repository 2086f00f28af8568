import assert from 'node:assert/strict';
import { join } from 'node:path';
import { URI } from 'vscode-uri';
import { type Folder, makeFolder, manifest } from '../support/commandLine';
import { pulling, type Session, startSession } from '../support/languageServer';

/** What a tool of a language model is told: an answer, or why there is none. */
interface Told {
  readonly text?: string;
  readonly problem?: string;
}

describe('The requests for language models', () => {
  let folder: Folder;
  let session: Session;
  beforeEach(async () => {
    folder = makeFolder();
    session = await startSession(pulling, 'en', URI.file(folder.root).toString());
  });
  afterEach(async () => {
    await session.stop();
    folder.remove();
  });

  const ask = (name: string, params: object) => session.connection.sendRequest<Told>(`stackGuidance/${name}`, params);

  it('answer for a need, a name and a snippet', async () => {
    assert.match((await ask('recommend', { need: 'cache' })).text ?? '', /^Key-Value Store: Redis Cluster \[adopt\]/);
    assert.match((await ask('verdict', { identifier: 'npm:mysql2' })).text ?? '', /^warning \(not-recommended\)/);
    const { text } = await ask('snippet', { technology: 'Redis', kind: 'package.json' });
    assert.match(text ?? '', /\n"redis": "\^/);
  });

  it('judge what is open before what is on the disk, by a relative path or a whole one', async () => {
    folder.write('api/package.json', manifest('mysql2'));
    const path = join(folder.root, 'api', 'package.json');
    for (const asked of ['api/package.json', path]) {
      assert.match((await ask('verdict', { path: asked })).text ?? '', /: 1 finding\.\n3:6 warning .+ npm:mysql2: /);
    }
    session.open(URI.file(path).toString(), manifest('pg', 'amqplib'), 'json');
    assert.match((await ask('verdict', { path })).text ?? '', /: 1 finding\.\n4:6 warning .+ npm:amqplib: /);
    const { text } = await ask('verdict', { path: 'new/package.json', text: manifest('pg') });
    assert.equal(text, 'new/package.json: nothing to say.');
  });

  it('follow the configuration of the folder', async () => {
    folder.write('stack.md', '# Ours\n\n| Component | Technology |\n|---|---|\n| SQL | MySQL |\n');
    folder.write('.stack-guidance.yaml', 'stack: stack.md\n');
    assert.match((await ask('recommend', { need: 'SQL' })).text ?? '', /^SQL: MySQL \[adopt\]/);
    assert.match((await ask('verdict', { identifier: 'npm:pg' })).text ?? '', /not recommended for SQL/);
  });

  it('say why there is no answer', async () => {
    folder.write('notes.txt', 'mysql2\n');
    for (const [asked, problem] of [
      [{}, /^Say what is to be judged/],
      [{ path: '../package.json' }, /is outside of the project/],
      [{ path: '/etc/passwd' }, /is outside of the project/],
      [{ path: 'package.json' }, /is not a file that is checked/],
      [{ path: 'notes.txt' }, /is not a file that is checked/],
    ] as const)
      assert.match((await ask('verdict', asked)).problem ?? '', problem);
  });

  it('say that the configuration is not valid', async () => {
    folder.write('.stack-guidance.yaml', 'stack: gone.md\n');
    assert.match((await ask('recommend', { need: 'SQL' })).problem ?? '', /configuration of the stack is not valid/);
  });
});
