import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative } from 'node:path';
import { openDisk } from '../../server/src/cli/disk';
import { walk } from '../../server/src/cli/walk';
import { mayBeManifest } from '../../server/src/core/files';
import { foreignFolders } from '../../server/src/core/files/vendored';
import { plainWalk } from '../support/plainWalk';

/** Names and texts; a text that begins with `-> ` is a link. */
const tree: Readonly<Record<string, string>> = {
  '.git/config': '',
  '.gitignore': 'build/\n*.generated.tf\n/root-only.tf\nlogs/*\n!logs/kept/\n',
  '.stack-guidance.yaml': 'version: 1\n',
  'root-only.tf': '',
  'main.tf': '',
  'notes.md': '',
  'a/root-only.tf': '',
  'a/x.generated.tf': '',
  'a-b/main.tf': '',
  'a.b/main.tf': '',
  'build/main.tf': '',
  'build/deep/main.tf': '',
  'logs/main.tf': '',
  'logs/kept/main.tf': '',
  'logs/kept/.gitignore': 'main.tf\n',
  'logs/kept/deep/main.tf': '',
  'kept/.gitignore': '!build/\nlocal.tf\n!*.generated.tf\n',
  'kept/build/main.tf': '',
  'kept/build/local.tf': '',
  'kept/build/x.generated.tf': '',
  'kept/local.tf': '',
  'kept/deep/local.tf': '',
  'inner/.git/config': '',
  'inner/build/main.tf': '',
  'inner/x.generated.tf': '',
  'inner/deep/.gitignore': '*.json\n',
  'inner/deep/package.json': '{}',
  'inner/deep/x.generated.tf': '',
  'submodule/.git': 'gitdir: ../.git/modules/submodule\n',
  'submodule/build/main.tf': '',
  'odd/.gitignore/main.tf': '',
  'odd/x.generated.tf': '',
  'node_modules/x/package.json': '{}',
  'deep/node_modules/x/package.json': '{}',
  'Git/.GIT/config': '',
  'Git/.GitIgnore': '*.tf\n',
  'Git/main.tf': '',
  'links/.gitignore': '-> ../kept/.gitignore',
  'links/local.tf': '',
  'links/.git': '-> ../nowhere',
  'links/circle': '-> ..',
  'links/file.tf': '-> ../main.tf',
  'links/broken.tf': '-> ../nowhere.tf',
  'links/.stack-guidance.yaml': '-> ../.stack-guidance.yaml',
};

/** Paths that are asked of the disk by name, whether they are there or not. */
const asked = ['.git', '.gitignore', '.stack-guidance.yaml', 'main.tf', 'circle', 'file.tf', 'broken.tf', 'nowhere'];

describe('disk', () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'disk-')));
    for (const [path, text] of Object.entries(tree)) put(join(folder, path), text);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const put = (path: string, text: string) => {
    mkdirSync(dirname(path), { recursive: true });
    if (text.startsWith('-> ')) symlinkSync(text.slice(3), path);
    else writeFileSync(path, text);
  };
  const inside = (...paths: string[]) => paths.map((path) => join(folder, path));
  const walked = (...paths: string[]) => [...walk(inside(...paths), mayBeManifest, openDisk())];
  const expected = (...paths: string[]) => plainWalk(inside(...paths), mayBeManifest, foreignFolders);

  it('finds what asking anew for each directory finds, in the same order', () => {
    const paths = walked('.').map((path) => relative(folder, path).replaceAll('\\', '/'));
    assert.deepEqual(walked('.'), expected('.'));
    assert.ok(paths.includes('kept/build/main.tf') && paths.includes('inner/build/main.tf'), paths.join());
    assert.ok(!paths.includes('build/main.tf') && !paths.some((path) => path.startsWith('links/circle')), paths.join());
  });

  for (const paths of [
    ['inner/deep'],
    ['build'],
    ['build/deep'],
    ['kept/build'],
    ['logs/kept'],
    ['links/circle/kept'],
    ['links/file.tf', 'links'],
    ['main.tf'],
    ['build/main.tf', 'notes.md'],
    ['kept', '.', 'kept/build', 'kept'],
    ['inner', 'submodule', 'odd', 'Git'],
    ['node_modules/x'],
  ])
    it(`finds the same below ${paths.join(' and ')}`, () =>
      // In order below each; a file that is left out of one may be below another.
      assert.deepEqual(paths.length > 1 ? walked(...paths).sort() : walked(...paths), expected(...paths)));

  it('tells names apart by the case of their letters where git does', () => {
    put(join(folder, '.gitignore'), 'deploy\n');
    put(join(folder, 'Deploy/main.tf'), '');
    put(join(folder, 'other/deploy/main.tf'), '');
    const found = walked('.').map((path) => relative(folder, path).replaceAll('\\', '/'));
    const isLinux = process.platform === 'linux';
    assert.deepEqual([found.includes('Deploy/main.tf'), found.includes('other/deploy/main.tf')], [isLinux, false]);
  });

  it('sees a run of several walks as each alone', () => {
    const disk = openDisk();
    for (const path of ['kept', '.', 'links', 'inner/deep'])
      assert.deepEqual([...walk(inside(path), mayBeManifest, disk)], expected(path));
  });

  it('says of what it has listed what the disk says, and of what it has not, too', () => {
    const [fresh, seen] = [openDisk(), openDisk()];
    Array.from(walk([folder], mayBeManifest, seen));
    const directories = [...new Set(Object.keys(tree).map((path) => dirname(path)))];
    const paths = [...directories.flatMap((one) => asked.map((name) => `${one}/${name}`)), ...Object.keys(tree)];
    for (const path of inside(...paths, ...paths.map((one) => `links/circle/${one}`)))
      for (const disk of [fresh, seen]) {
        assert.equal(disk.has(dirname(path), basename(path)), existsSync(path), path);
        assert.equal(disk.realPath(path), existsSync(path) ? realpathSync.native(path) : path, path);
      }
  });

  it('lists nothing where there is no directory', () => {
    for (const path of inside('nowhere', 'main.tf', 'links/broken.tf')) assert.equal(openDisk().list(path).size, 0);
  });
});
