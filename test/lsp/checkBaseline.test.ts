import assert from 'node:assert/strict';
import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { type Folder, makeFolder, manifest } from '../support/commandLine';

const file = '.stack-guidance-baseline.json';

describe('stack-guidance check --baseline', function () {
  // Each test starts several processes, on a machine that may be busy.
  this.timeout(30_000);
  let folder: Folder;
  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(() => folder.remove());

  it('shows and counts what is new; what was fixed disappears with the next write', () => {
    folder.write('api/package.json', manifest('mysql2', 'amqplib'));
    const written = folder.run(['check', '--write-baseline']);
    assert.deepEqual([written.status, written.stderr], [0, `${file}: 2 known findings\n`]);
    assert.match(written.stdout, /^1 file checked: nothing to say/);
    folder.write('api/package.json', `\n\n${manifest('mysql2', 'amqplib', 'mobx')}`);
    const { status, stdout } = folder.run(['check', '--baseline', file]);
    assert.match(stdout, /^api\/package\.json:7:6: warning: MobX[^\n]*\n\n1 file checked: 1 warning\n$/);
    assert.equal(status, 1);
    folder.write('api/package.json', manifest('amqplib'));
    folder.run(['check', '--baseline', file, '--write-baseline']);
    assert.deepEqual(JSON.parse(folder.read(file)), {
      version: 1,
      findings: { 'api/package.json': ['not-recommended rabbitmq npm:amqplib 1'] },
    });
  });

  it('is about files as seen from its own folder, and keeps what was not checked', () => {
    folder.write('api/package.json', manifest('mysql2'));
    folder.write('web/package.json', manifest('mobx'));
    folder.run(['check', '--write-baseline']);
    assert.equal(folder.run(['check', '--baseline', `../${file}`], {}, 'api').status, 0);
    folder.write('api/package.json', manifest('kafkajs'));
    folder.run(['check', '.', '--baseline', `../${file}`, '--write-baseline'], {}, 'api');
    assert.deepEqual(Object.keys(JSON.parse(folder.read(file)).findings), ['web/package.json']);
  });

  it('exits with 2 where the baseline cannot be read or is something else, which is not overwritten', () => {
    folder.write('package.json', manifest('mysql2'));
    for (const [args, message] of [
      [['--baseline', 'nowhere.json'], /cannot read .*nowhere\.json: ENOENT/],
      [['--baseline', '.'], /cannot read .*: EISDIR/],
      [['--baseline', 'package.json'], /package\.json is not a baseline/],
      [['--baseline', 'package.json', '--write-baseline'], /package\.json is not a baseline/],
      [['--baseline', 'no/such/folder.json', '--write-baseline'], /cannot write .*: ENOENT/],
      [['--write-baseline', '--shard', '1/2'], /--write-baseline .* --shard/],
    ] as const) {
      const { status, stdout, stderr } = folder.run(['check', ...args]);
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.match(stderr, message);
      assert.match(stderr, /^stack-guidance: [^\n]+\n$/);
    }
    assert.equal(folder.read('package.json'), manifest('mysql2'));
  });

  it('is not written outside of the repository, wherever a link leads', function () {
    if (process.platform === 'win32') this.skip(); // links take rights there
    const empty = '{"version":1,"findings":{}}';
    folder.write('outside/b.json', empty);
    folder.write('inner/.git/HEAD', '');
    folder.write('inner/api/package.json', manifest('mysql2'));
    symlinkSync(join(folder.root, 'outside/b.json'), join(folder.root, 'inner', file));
    for (const args of [[], ['--baseline', file]]) {
      const { status, stderr } = folder.run(['check', ...args, '--write-baseline'], {}, 'inner');
      assert.deepEqual([status, stderr], [2, `stack-guidance: ${file} is not a baseline of stack-guidance\n`]);
    }
    assert.equal(folder.read('outside/b.json'), empty);
    symlinkSync(join(folder.root, 'inner/known.json'), join(folder.root, 'inner/api', file));
    folder.write('inner/known.json', empty);
    assert.equal(folder.run(['check', '--write-baseline'], {}, 'inner/api').status, 0);
    assert.match(folder.read('inner/known.json'), /mysql2/);
    symlinkSync(join(folder.root, 'outside/none.json'), join(folder.root, 'outside', file));
    assert.equal(folder.run(['check', '--write-baseline'], {}, 'outside').status, 0);
    assert.ok(!existsSync(join(folder.root, 'outside/none.json')));
  });

  it('is no device and no pipe, which never end', function () {
    if (process.platform === 'win32') this.skip(); // there are none there
    folder.write('package.json', manifest('mysql2'));
    folder.shell('mkfifo pipe');
    for (const [name, ...more] of [['/dev/zero'], ['pipe'], ['pipe', '--write-baseline']]) {
      const { status, stderr } = folder.run(['check', '--baseline', `${name}`, ...more]);
      assert.deepEqual([status, stderr], [2, `stack-guidance: ${name} is not a baseline of stack-guidance\n`]);
    }
  });

  it('lets so many warnings through as --max-warnings says', () => {
    folder.write('package.json', manifest('mysql2', 'amqplib'));
    assert.equal(folder.run(['check', '--max-warnings', '1']).status, 1);
    assert.equal(folder.run(['check', '--max-warnings', '2']).status, 0);
  });
});
