import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { githubJobs, gitlabJobs, kubernetesJob } from '../support/ciExamples';
import { bin, type Folder, makeFolder, manifest, placesIn } from '../support/commandLine';
import { runOf } from '../support/sarif';

describe('The examples of examples/ci', function () {
  this.timeout(60_000);
  let folder: Folder;
  before(function () {
    // The lines are POSIX shell, as the machines run them that they are for.
    if (process.platform === 'win32') this.skip();
  });
  beforeEach(() => {
    folder = makeFolder();
    // Stands for the published package.
    folder.write('bin/npx', `#!/bin/sh\nshift 2\nexec '${process.execPath}' '${bin}' "$@"\n`);
    chmodSync(join(folder.root, 'bin/npx'), 0o755);
    folder.write('.gitignore', 'bin/\n*.json.out\n');
    folder.git('init', '-q', '-b', 'main');
    for (const name of ['a', 'b', 'c']) folder.write(`${name}/package.json`, manifest('mysql2'));
    folder.git('add', '-A');
    folder.git('commit', '-q', '-m', 'x');
  });
  afterEach(() => folder?.remove());
  const run = (script: string | undefined, env: Record<string, string> = {}, cwd = '.') =>
    folder.shell(script ?? 'exit 9', { PATH: `${join(folder.root, 'bin')}:${process.env.PATH}`, ...env }, cwd);
  const everywhere = ['a/package.json:3 mysql', 'b/package.json:3 mysql', 'c/package.json:3 mysql'];

  it('GitHub Actions: what is new in a pull request', () => {
    folder.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    const [check] = githubJobs().new ?? [];
    assert.equal(run(check, { GITHUB_BASE_REF: 'main' }).status, 0);
    folder.write('new/package.json', manifest('amqplib'));
    const { status, stdout } = run(check, { GITHUB_BASE_REF: 'main' });
    assert.match(stdout, /^::warning file=new\/package\.json,line=3,/);
    assert.equal(status, 1);
  });

  it('GitHub Actions: everything in parts, then one report', () => {
    const { everything = [], report = [] } = githubJobs();
    for (const shard of ['1/4', '2/4', '3/4', '4/4'])
      assert.equal(run(everything[0], { SHARD: shard }).status, 0, shard);
    mkdirSync(join(folder.root, 'reports'));
    for (const name of readdirSync(folder.root).filter((one) => one.endsWith('.sarif')))
      renameSync(join(folder.root, name), join(folder.root, 'reports', name));
    assert.equal(run(report[0]).status, 1);
    assert.equal(runOf(folder.read('stack-guidance.sarif')).results?.length, 3);
  });

  it('GitLab CI', () => {
    const jobs = gitlabJobs();
    assert.equal(run(jobs['stack-guidance-new']?.[0], { CI_MERGE_REQUEST_DIFF_BASE_SHA: 'HEAD' }).status, 0);
    for (const index of ['1', '2', '3', '4'])
      assert.equal(run(jobs['stack-guidance']?.[0], { CI_NODE_INDEX: index, CI_NODE_TOTAL: '4' }).status, 0);
    const { status, stdout } = run(jobs['stack-guidance-report']?.[0]);
    assert.match(stdout, /3 warnings\n$/);
    assert.equal(status, 1);
  });

  it('Kubernetes: each pod clones and checks its share', () => {
    folder.write(
      'repositories',
      `# ours\n\n${['one', 'two', 'three'].map((name) => `file://${folder.root}/${name}.git\n`).join('')}`,
    );
    for (const name of ['one', 'two', 'three']) folder.git('clone', '-q', '--bare', '.', `${name}.git`);
    const script = kubernetesJob()
      .script.replace('/config/', `${folder.root}/`)
      .replace('/dev/termination-log', `${folder.root}/termination-log`);
    const found = ['0', '1'].map((pod) => {
      mkdirSync(join(folder.root, `pod${pod}`));
      const { status, stdout, stderr } = run(script, { JOB_COMPLETION_INDEX: pod, PODS: '2' }, `pod${pod}`);
      assert.deepEqual([status, stderr], [0, '']);
      return placesIn(stdout).map((place) => place.slice(folder.root.length));
    });
    assert.deepEqual(found, [
      ['one', 'three'].flatMap((name) => everywhere.map((place) => `${name}/${place}`)),
      everywhere.map((place) => `two/${place}`),
    ]);
    folder.write('repositories', `file://${folder.root}/nowhere.git\n`);
    mkdirSync(join(folder.root, 'pod2'));
    assert.notEqual(run(script, { JOB_COMPLETION_INDEX: '0', PODS: '1' }, 'pod2').status, 0);
    assert.match(folder.read('termination-log'), /nowhere/);
  });
});
