import assert from 'node:assert/strict';
import { type Folder, makeFolder, manifest, placesIn } from '../support/commandLine';

const bucket = 'resource "aws_s3_bucket" "a" {}\n';

/** What somebody may have put into a tree that is checked: nothing of it makes a run wait, or look elsewhere. */
describe('check of a hostile tree', function () {
  this.timeout(20_000);
  let folder: Folder;
  beforeEach(function () {
    if (process.platform === 'win32') this.skip(); // neither links nor pipes without rights
    folder = makeFolder();
    folder.write('tree/.git/HEAD', '');
    folder.write('tree/package.json', manifest('mysql2'));
  });
  afterEach(() => folder.remove());
  const found = () => placesIn(folder.run(['check', '--format', 'json', '.'], {}, 'tree').stdout);

  for (const target of ['/dev/zero', '/dev/stdin', '../ignored'])
    it(`takes .gitignore for none that is a link to ${target}`, () => {
      folder.write('ignored', 'package.json\n');
      folder.shell(`ln -s ${target} tree/.gitignore`);
      assert.deepEqual(found(), ['package.json:3 mysql']);
    });

  it('waits for no pipe, whatever it is called', () => {
    folder.write('tree/infra/main.tf', bucket);
    folder.write('tree/web/package.json', manifest('react'));
    folder.shell(
      'mkfifo tree/.gitignore tree/infra/b.tf tree/infra/values.yaml tree/web/tsconfig.json; mkdir tree/web/app',
    );
    folder.write('tree/web/app/package.json', manifest('vue'));
    folder.shell('rm tree/web/package.json; mkfifo tree/web/package.json');
    assert.ok(found().includes('package.json:3 mysql'));
  });
});
