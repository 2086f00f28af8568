import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readSource } from '../../server/src/core/files';
import { pathsIn } from '../../server/src/core/guidance/guidance';
import { leadsOutside, lookWith, readInside, searchWith } from '../../server/src/host/boundary';
import { readOwnTexts } from '../../server/src/host/guidance';
import { readNeighbours, type Vicinity } from '../../server/src/host/neighbours';
import { nodeHost } from '../../server/src/host/node';
import { type Folder, makeFolder } from '../support/commandLine';

describe('The boundary', () => {
  let folder: Folder;
  const uriOf = (path: string) => pathToFileURL(join(folder.root, path)).toString();
  const link = (target: string, path: string) => symlinkSync(join(folder.root, target), join(folder.root, path));

  beforeEach(() => {
    folder = makeFolder();
    folder.write('secret/stack.md', 'secret');
    folder.write('secret/technologies/a.yaml', 'secret');
    folder.write('secret/package.json', '{"stackGuidance":"stack.md"}');
    folder.write('work/docs/stack.md', 'ours');
    folder.write('work/.stack-guidance.yaml', '');
  });
  afterEach(() => folder.remove());

  /** What is read of a document that a configuration names. */
  async function read(configuration: string, host = nodeHost) {
    folder.write('work/.stack-guidance.yaml', configuration);
    const place = { configuration: uriOf('work/.stack-guidance.yaml'), boundary: uriOf('work') };
    return readOwnTexts(place, host, pathsIn);
  }
  const documentOf = async (stack: string) => (await read(`stack: ${JSON.stringify(stack)}\n`)).document?.text;

  it('lets through what is inside, however it is written', async () => {
    for (const path of [
      'docs/stack.md',
      './docs/../docs/stack.md',
      'docs\\stack.md',
      join(folder.root, 'work/docs/stack.md'),
    ])
      assert.equal(await documentOf(path), 'ours', path);
  });

  it('keeps out what is elsewhere, and does not even look for it', async () => {
    const touched: string[] = [];
    const host = {
      ...nodeHost,
      realUri: (uri: string) => {
        touched.push(uri);
        return nodeHost.realUri(uri);
      },
    };
    const elsewhere = ['../secret/stack.md', '..\\secret\\stack.md', join(folder.root, 'secret/stack.md')];
    const windows = [
      'C:\\secret\\stack.md',
      'c:/secret',
      '\\\\server\\share\\x.md',
      '//server/share',
      '////server/share',
    ];
    const addresses = [
      uriOf('secret/stack.md'),
      '%2e%2e/secret/stack.md',
      '..%2fsecret/stack.md',
      'a\0b',
      '~/stack.md',
    ];
    const packages = [
      'npm:../../secret',
      'npm:..',
      'npm:@a/../../../secret/stack.md',
      'npm:x/../../../secret/stack.md',
    ];
    for (const path of [...elsewhere, ...windows, ...addresses, ...packages]) {
      const { document } = await read(`stack: ${JSON.stringify(path)}\nbaseline: ${JSON.stringify(path)}\n`, host);
      assert.equal(document?.text, undefined, path);
    }
    assert.deepEqual(
      touched.filter((uri) => !uri.startsWith(uriOf('work'))),
      [],
    );
  });

  it('keeps out what links lead to', async () => {
    link('secret/stack.md', 'work/docs/linked.md');
    link('secret', 'work/linked');
    link('secret', 'work/.stack-guidance');
    folder.write('work/node_modules/@acme/x', '');
    link('secret', 'work/node_modules/shared');
    for (const path of ['docs/linked.md', 'linked/stack.md', 'npm:shared', 'npm:shared/stack.md'])
      assert.equal(await documentOf(path), undefined, path);
    assert.deepEqual((await read('')).technologies, []);
    link('secret/stack.md', 'work/c.yaml');
    assert.equal(await readInside(uriOf('work/c.yaml'), uriOf('work'), nodeHost), undefined);
  });

  it('lets a package name its own files only', async () => {
    folder.write('work/node_modules/@acme/stack/stack.md', 'shared');
    folder.write('work/node_modules/@acme/stack/package.json', '{"stackGuidance":"../../../docs/stack.md"}');
    assert.equal(await documentOf('npm:@acme/stack'), undefined);
    assert.equal(await documentOf('npm:@acme/stack/stack.md'), 'shared');
    folder.write('work/node_modules/@acme/stack/package.json', '{}');
    assert.equal(await documentOf('npm:@acme/stack'), 'shared');
  });

  it('holds for what is yet to be written', async () => {
    link('secret', 'work/linked');
    const isOutside = (path: string) => leadsOutside(uriOf(path), uriOf('work'), nodeHost);
    for (const path of ['work/new.json', 'work/new/new.json']) assert.equal(await isOutside(path), false, path);
    for (const path of ['new.json', 'work/linked/new.json', 'work/linked/a/new.json'])
      assert.ok(await isOutside(path), path);
  });

  it('is the opened folder where that is not trusted: nothing above is looked at', async () => {
    folder.write('.git/HEAD', '');
    folder.write('.stack-guidance.yaml', '');
    folder.write('work/app/package.json', '{}');
    const seen: string[] = [];
    const look = (directory: string) => {
      seen.push(directory);
      return lookWith(nodeHost)(directory);
    };
    const folders = [uriOf('work/app')];
    assert.equal(await searchWith(look, { folders, isTrusted: false })(uriOf('work/app')), undefined);
    assert.equal(await searchWith(look, { folders, isTrusted: false })(uriOf('secret')), undefined);
    assert.deepEqual(seen, folders);
    const trusted = await searchWith(look, { folders, isTrusted: true })(uriOf('work/app'));
    assert.equal(trusted?.configuration, uriOf('work/.stack-guidance.yaml'));
  });

  describe('holds for neighbours:', () => {
    const read = async (path: string, content: string, top?: string) => {
      const seen: string[] = [];
      const vicinity: Vicinity = {
        list: nodeHost.list,
        realUri: nodeHost.realUri,
        async sourceOf(uri) {
          seen.push(uri);
          return readSource(uri, (await nodeHost.readText(uri)) ?? '');
        },
      };
      const source = readSource(path, content);
      assert.ok(source);
      await readNeighbours(uriOf(path), source, vicinity, (uri) => top !== undefined && uri === uriOf(top));
      // They are asked for at once, and come in any order.
      return seen.map((uri) => uri.slice(uriOf('').replace(/\/?$/, '/').length)).sort();
    };
    const react = '{"dependencies":{"react":"19"}}';

    it('manifests above the top are not read', async () => {
      for (const path of ['package.json', 'work/package.json', 'work/app/package.json', 'work/app/web/package.json'])
        folder.write(path, '{}');
      assert.deepEqual(await read('work/app/web/package.json', react, 'work'), [
        'work/app/package.json',
        'work/package.json',
      ]);
      assert.deepEqual(await read('work/app/web/package.json', react), []);
    });

    it('links that lead out are not followed', async () => {
      folder.write('work/app/package.json', react);
      folder.write('secret/b.tf', '');
      folder.write('work/infra/c.tf', '');
      link('secret/package.json', 'work/package.json');
      link('secret/b.tf', 'work/infra/b.tf');
      assert.deepEqual(await read('work/app/package.json', react, 'work'), []);
      const bucket = 'resource "aws_s3_bucket" "a" {\n}\n';
      assert.deepEqual(await read('work/infra/a.tf', bucket, 'work'), ['work/infra/c.tf']);
    });
  });

  it('keeps links out of what is walked', async () => {
    link('secret/package.json', 'work/package.json');
    link('secret', 'work/linked');
    const names = (await nodeHost.entries(uriOf('work'))).map(({ name }) => name).sort();
    assert.deepEqual(names, ['.stack-guidance.yaml', 'docs']);
  });
});
