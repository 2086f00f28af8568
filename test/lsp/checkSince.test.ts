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

  it('runs no filter that the repository names, and fetches nothing for it', function () {
    if (process.platform === 'win32') this.skip(); // its filters are lines of sh
    folder.write('package.json', manifest('kafkajs'));
    folder.write('.gitattributes', '*.json filter=a filter=b.c\n');
    commit();
    folder.write('package.json', manifest('kafkajs', 'mysql2'));
    folder.git('config', 'filter.b.c.clean', "sh -c 'touch started; cat'");
    folder.git('config', 'filter.b.c.required', 'true');
    assert.deepEqual(placesIn(folder.run(['check', '--since', 'HEAD', ...json]).stdout), ['package.json:4 mysql']);
    folder.git('config', 'filter.a=b.clean', 'touch started');
    assert.match(folder.run(['check', '--since', 'HEAD']).stderr, /git: filter\.a=b/);
    folder.git('config', '--remove-section', 'filter.a=b');
    // A partial clone lacks what it would ask its remote for.
    folder.write('fetch.sh', '#!/bin/sh\ntouch "$(dirname "$0")/started"\n');
    folder.shell('chmod +x fetch.sh; rm -r .git/objects/$(git rev-parse HEAD:package.json | cut -c1-2)');
    for (const setting of [
      ['core.repositoryformatversion', '1'],
      ['extensions.partialClone', 'evil'],
      ['remote.evil.promisor', 'true'],
      ['remote.evil.url', `ext::${folder.root}/fetch.sh`],
      ['protocol.ext.allow', 'always'],
    ])
      folder.git('config', ...setting);
    assert.equal(folder.run(['check', '--since', 'HEAD']).status, 2);
    assert.ok(!existsSync(join(folder.root, 'started')));
  });

  it('sees files of all kinds', () => {
    const files = [
      'Dockerfile',
      'api/Dockerfile.dev',
      'requirements.txt',
      'go.mod',
      'pom.xml',
      'Cargo.toml',
      'Pipfile',
    ];
    for (const file of files) folder.write(file, '');
    commit();
    folder.write('Dockerfile', 'FROM mysql:8\n');
    folder.write('api/Dockerfile.dev', 'FROM mysql:8\n');
    folder.write('requirements.txt', 'pymysql==1\n');
    folder.write('Cargo.toml', '[dependencies]\nmysql = "1"\n');
    const found = placesIn(folder.run(['check', '--since', 'HEAD', ...json]).stdout).map(
      (place) => place.split(':')[0],
    );
    assert.deepEqual(new Set(found), new Set(['Cargo.toml', 'Dockerfile', 'api/Dockerfile.dev', 'requirements.txt']));
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
