import assert from 'node:assert/strict';
import { type Folder, makeFolder, manifest, placesIn } from '../support/commandLine';
import { runOf } from '../support/sarif';

describe('stack-guidance check --shard, and merge', function () {
  // Each test starts several processes, on a machine that may be busy.
  this.timeout(30_000);
  let folder: Folder;
  before(() => {
    folder = makeFolder();
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) folder.write(`${name}/package.json`, manifest('mysql2'));
    folder.write('hint/values.yaml', 'image: mongo:7\n');
  });
  after(() => folder.remove());

  it('give what one check gives', () => {
    const whole = folder.run(['check', '--format', 'json']).stdout;
    const first = folder.run(['check', '--shard', '1/2', '--format', 'json'], {
      CI_NODE_INDEX: '2',
      CI_NODE_TOTAL: '2',
    });
    const second = folder.run(['check', '--format', 'sarif'], {
      JOB_COMPLETION_INDEX: '1',
      STACK_GUIDANCE_SHARDS: '2',
    });
    assert.equal(first.stderr, '');
    assert.match(second.stderr, /^shard 2 of 2, as JOB_COMPLETION_INDEX says/);
    folder.write('1.json', first.stdout);
    folder.write('2.sarif', second.stdout);
    const merged = folder.run(['merge', '1.json', '2.sarif', '--format', 'json']);
    assert.equal(merged.stdout, whole);
    assert.equal(merged.status, 1);
    assert.ok(placesIn(first.stdout).length > 0 && runOf(second.stdout).results?.length);
  });

  it('print a merged report in any format, and fail as a whole', () => {
    folder.write('r.json', folder.run(['check', '--format', 'json', 'a', 'b']).stdout);
    const sarif = folder.run(['merge', 'r.json', 'r.json', '--format', 'sarif', '--max-warnings', '4']);
    assert.equal(runOf(sarif.stdout).results?.length, 4);
    assert.equal(sarif.status, 0);
    assert.match(folder.run(['merge', 'r.json', '--locale', 'fr']).stdout, /2 fichiers vérifiés : 2 avertissements/);
  });

  it('read what a Windows shell has redirected', () => {
    const text = folder.run(['check', '--format', 'json', 'a']).stdout;
    folder.write('utf16.json', Buffer.from(`\uFEFF${text}`, 'utf16le'));
    assert.match(folder.run(['merge', 'utf16.json']).stdout, /1 file checked: 1 warning/);
  });

  it('exit with 2 where there is garbage, or no such shard', () => {
    folder.write('garbage.json', '{"version":1}');
    for (const [args, message, env] of [
      [['merge', 'garbage.json'], /garbage\.json is neither a JSON report nor a SARIF log/, {}],
      [['merge', 'nowhere.json'], /cannot read nowhere\.json: ENOENT/, {}],
      [['merge', 'garbage.json', '--locale', 'fr'], /garbage\.json n'est ni un rapport JSON/, {}],
      [['check', '--shard', '0/0'], /'0\/0' is invalid/, {}],
      [['check'], /CI_NODE_INDEX=5 and CI_NODE_TOTAL=2 are no shard/, { CI_NODE_INDEX: '5', CI_NODE_TOTAL: '2' }],
    ] as const) {
      const { status, stdout, stderr } = folder.run(args, env);
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.match(stderr, message);
      assert.match(stderr, /^stack-guidance: [^\n]+\n$/);
    }
  });
});
