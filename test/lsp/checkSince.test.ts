import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Folder, makeFolder, manifest, placesIn } from '../support/commandLine';

const json = ['--format', 'json'];

describe('stack-guidance check --since', function () {
  // Each test starts several processes, on a machine that may be busy.
  this.timeout(30_000);
  let folder: Folder;
  beforeEach(() => {
    folder = makeFolder();
    folder.git('init', '-q', '-b', 'main');
  });
  afterEach(() => folder.remove());
  const commit = () => {
    folder.git('add', '-A');
    folder.git('commit', '-q', '-m', 'x');
  };

  it('shows what is on added and changed lines: committed since the merge base, staged, or not', () => {
    folder.write('api/package.json', manifest('mysql2'));
    folder.write('old/package.json', manifest('mysql2'));
    commit();
    folder.git('switch', '-q', '-c', 'topic');
    folder.write('api/package.json', manifest('kafkajs', 'mysql2', 'amqplib'));
    commit();
    folder.git('switch', '-q', 'main');
    folder.write('late/package.json', manifest('mysql2'));
    commit();
    folder.git('switch', '-q', 'topic');
    folder.write('staged/package.json', manifest('amqplib'));
    folder.git('add', 'staged');
    folder.write('untracked/my app "é"/package.json', manifest('amqplib'));
    const { stdout, status } = folder.run(['check', '--since', 'main', ...json]);
    assert.deepEqual(placesIn(stdout), [
      'api/package.json:5 rabbitmq',
      'staged/package.json:3 rabbitmq',
      'untracked/my app "é"/package.json:3 rabbitmq',
    ]);
    assert.equal(status, 1);
    assert.equal(JSON.parse(stdout).summary.files, 3);
  });

  it('works in a directory below, for paths above it, and follows renames', () => {
    folder.write('api/deep/package.json', manifest('mysql2', 'amqplib'));
    folder.write('infra/main.tf', 'resource "aws_ecs_cluster" "a" {}\n');
    commit();
    folder.git('mv', 'api/deep/package.json', 'api/package.json');
    folder.write('infra/main.tf', 'resource "aws_ecs_cluster" "b" {}\n');
    assert.deepEqual(placesIn(folder.run(['check', '--since', 'HEAD', ...json], {}, 'api').stdout), []);
    const above = folder.run(['check', '../infra', '--since', 'HEAD', ...json], {}, 'api');
    assert.deepEqual(placesIn(above.stdout), ['../infra/main.tf:1 amazon-ecs']);
  });

  it('is not led astray by the configuration of git, and starts nothing that it names', () => {
    folder.write('package.json', manifest('kafkajs'));
    commit();
    folder.write('.gitattributes', '*.json -diff\n');
    folder.write('package.json', manifest('kafkajs', 'mysql2'));
    for (const setting of ['diff.noprefix true', 'color.ui always', 'diff.context 9', 'diff.external touch-started'])
      folder.git('config', ...setting.split(' '));
    assert.deepEqual(placesIn(folder.run(['check', '--since', 'HEAD', ...json]).stdout), ['package.json:4 mysql']);
  });

  it('exits with 2 and a line of git where it does not know the ref', () => {
    folder.write('package.json', manifest('mysql2'));
    const failure = (...args: string[]) => {
      const { status, stdout, stderr } = folder.run(['check', ...args]);
      assert.deepEqual([status, stdout], [2, '']);
      assert.match(stderr, /^stack-guidance: .+\n$/);
      return stderr;
    };
    assert.match(failure('--since', 'HEAD'), /git: Not a valid object name HEAD/);
    commit();
    assert.match(failure('--since', 'nowhere'), /git: Not a valid object name nowhere/);
    assert.match(failure('--since', '--output=stolen'), /git: Not a valid object name --output=stolen/);
    assert.ok(!existsSync(join(folder.root, 'stolen')));
    folder.git('switch', '-q', '--orphan', 'other');
    folder.git('commit', '-q', '--allow-empty', '-m', 'x');
    folder.write('package.json', manifest('mysql2'));
    assert.match(failure('--since', 'main'), /no common ancestor.*fetch-depth/);
    assert.match(failure('--since', 'main', '--write-baseline'), /--write-baseline .* --since/);
  });

  it('exits with 2 where there is no repository, or no git', () => {
    const outside = makeFolder();
    outside.write('package.json', manifest('mysql2'));
    assert.match(
      outside.run(['check', '--since', 'main'], { GIT_CEILING_DIRECTORIES: '/' }).stderr,
      /^stack-guidance: git: not a git/i,
    );
    const { status, stderr } = outside.run(['check', '--since', 'main'], { PATH: '', Path: '' });
    assert.match(stderr, /^stack-guidance: git cannot be run: .*\n$/);
    assert.equal(status, 2);
    outside.remove();
  });
});
