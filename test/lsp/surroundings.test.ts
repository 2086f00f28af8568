import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver-protocol/node';
import { type Session, startSession } from '../support/languageServer';

describe('What stands around a document', () => {
  let folder: string;
  let session: Session;
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).toString();
  const codes = async (path: string) => (await session.pull(uriOf(path))).map((one) => `${one.code} ${one.severity}`);
  const touched = (path: string, type: FileChangeType) =>
    session.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf(path), type }],
    });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'surroundings-'));
    mkdirSync(join(folder, '.git'));
    session = await startSession();
  });
  afterEach(async () => {
    await session.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const react = '{"dependencies":{"react":"19"}}';

  it('React without TypeScript, until one of the files above has it', async () => {
    write('web/package.json', react);
    session.open(uriOf('web/package.json'), react);
    assert.deepEqual(await codes('web/package.json'), ['missing-companion 3']);
    write('package.json', '{"devDependencies":{"typescript":"5"}}');
    await touched('package.json', FileChangeType.Created);
    assert.deepEqual(await codes('web/package.json'), []);
  });

  it('open buffers come before files', async () => {
    write('web/package.json', react);
    write('package.json', '{}');
    session.open(uriOf('web/package.json'), react);
    assert.deepEqual(await codes('web/package.json'), ['missing-companion 3']);
    session.open(uriOf('package.json'), '{"devDependencies":{"typescript":"5"}}');
    assert.deepEqual(await codes('web/package.json'), []);
    session.close(uriOf('package.json'));
    assert.deepEqual(await codes('web/package.json'), ['missing-companion 3']);
  });

  it('a tsconfig.json is enough', async () => {
    write('web/package.json', react);
    write('tsconfig.json', '{}');
    session.open(uriOf('web/package.json'), react);
    assert.deepEqual(await codes('web/package.json'), []);
  });

  it('is looked at again when the document comes to need it', async () => {
    write('tsconfig.json', '{}');
    write('web/package.json', '{}');
    session.open(uriOf('web/package.json'), '{}');
    assert.deepEqual(await codes('web/package.json'), []);
    session.change(uriOf('web/package.json'), { text: react });
    assert.deepEqual(await codes('web/package.json'), []);
  });

  const bucket = (name: string) => `resource "aws_s3_bucket" "${name}" {\n}\n`;

  it('a bucket without replication, once a directory', async () => {
    write('infra/a.tf', bucket('a'));
    write('infra/b.tf', bucket('b'));
    session.open(uriOf('infra/a.tf'), bucket('a'));
    session.open(uriOf('infra/b.tf'), bucket('b'));
    assert.deepEqual(await codes('infra/a.tf'), ['missing-companion 4']);
    assert.deepEqual(await codes('infra/b.tf'), []);
    write('infra/c.tf', 'resource "aws_s3_bucket_replication_configuration" "r" {\n}\n');
    await touched('infra/c.tf', FileChangeType.Created);
    assert.deepEqual(await codes('infra/a.tf'), []);
  });

  it('never on a bucket that others replicate into', async () => {
    write('infra/a.tf', bucket('invoices_replica'));
    session.open(uriOf('infra/a.tf'), bucket('invoices_replica'));
    assert.deepEqual(await codes('infra/a.tf'), []);
  });

  it('a chart that another has vendored is not judged; a folder called charts is no vendoring', async () => {
    const values = 'image: mysql:8\n';
    write('shop/Chart.yaml', 'name: shop\n');
    write('shop/charts/db/values.yaml', values);
    write('charts/db/values.yaml', values);
    session.open(uriOf('shop/charts/db/values.yaml'), values);
    session.open(uriOf('charts/db/values.yaml'), values);
    assert.deepEqual(await codes('shop/charts/db/values.yaml'), []);
    assert.deepEqual(await codes('charts/db/values.yaml'), ['not-recommended 2']);
  });

  it('is of no concern to a document that was closed and opened anew meanwhile', async () => {
    await session.stop();
    session = await startSession({});
    for (const name of ['b', 'c', 'd', 'e']) write(`${name}.tf`, 'locals {}\n');
    const [first, other] = [uriOf('main.tf'), uriOf('a.tf')];
    const bucket = 'resource "aws_s3_bucket" "b" {}\n';
    for (let round = 0; round < 12; round++) {
      session.open(first, bucket);
      await session.hover(first, { line: 0, character: 0 });
      session.close(first);
      session.open(first, '\n');
      // It takes as long, and was asked for later.
      session.open(other, bucket);
      await session.shown(other, (now) => now.some((one) => one.code === 'missing-companion'));
      assert.deepEqual(await session.shown(first, () => true), []);
      session.close(first);
      session.close(other);
      await session.shown(other, (now) => now.length === 0);
    }
  });
});
