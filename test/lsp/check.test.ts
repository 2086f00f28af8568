import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

describe('stack-guidance check', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'check-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('dist/cli.js'), ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
    return { status, stdout, stderr };
  };
  const mysql = '{ "dependencies": { "mysql2": "3" } }';

  it('prints findings with their place and exits with 1', () => {
    write('api/package.json', mysql);
    const { status, stdout } = run('check');
    assert.match(
      stdout,
      /^api\/package\.json:1:22: warning: .*MySQL.*\(not-recommended\)\n\n1 file checked: 1 warning\n$/,
    );
    assert.equal(status, 1);
  });

  it('prints JSON as the interface says', () => {
    write('package.json', mysql);
    const report = JSON.parse(run('check', '--format', 'json').stdout);
    const [{ message, ...finding }] = report.findings;
    assert.match(message, /PostgreSQL/);
    assert.deepEqual(finding, {
      file: 'package.json',
      rule: 'not-recommended',
      severity: 'warning',
      line: 1,
      column: 22,
      endLine: 1,
      endColumn: 28,
      technology: 'mysql',
      role: 'relational-database',
      recommended: ['postgresql'],
      fingerprint: 'not-recommended mysql npm:mysql2 1',
    });
    assert.deepEqual(report.summary, { files: 1, error: 0, warning: 1, information: 0, hint: 0, suppressed: 0 });
    assert.deepEqual([report.version, report.suppressed], [1, []]);
  });

  it('exits with 0 where there are hints alone, which it shows when asked', () => {
    write('values.yaml', 'image: mongo:7\n');
    const { status, stdout } = run('check');
    assert.equal(stdout, '1 file checked: 1 hint (hints are shown with --hints)\n');
    assert.equal(status, 0);
    assert.match(run('check', '--hints').stdout, /^values\.yaml:1:8: hint: MongoDB/);
  });

  it('exits with 2 where it cannot run', () => {
    assert.deepEqual(
      [run('check', 'nowhere').status, run('check', '--format', 'poem').status, run('brew').status],
      [2, 2, 2],
    );
    assert.match(run('check', 'nowhere').stderr, /nowhere/);
  });

  it('honours .gitignore, nested ones too, and skips what is vendored', () => {
    write('.gitignore', 'build/\n*.generated.tf\n');
    write('build/package.json', mysql);
    write('kept/.gitignore', '!build/\nlocal.tf\n');
    write('kept/build/package.json', mysql);
    write('kept/local.tf', 'resource "aws_ecs_cluster" "c" {}');
    write('a.generated.tf', 'resource "aws_ecs_cluster" "c" {}');
    write('node_modules/x/package.json', mysql);
    write('.terraform/modules/x/main.tf', 'resource "aws_ecs_cluster" "c" {}');
    write('shop/Chart.yaml', 'apiVersion: v2\nname: shop\n');
    write('shop/charts/db/values.yaml', 'image: mysql:8\n');
    write('.github/infra/main.tf', 'resource "aws_ecs_cluster" "c" {}');
    const { findings } = JSON.parse(run('check', '--format', 'json').stdout);
    assert.deepEqual(
      findings.map((finding: { file: string }) => finding.file),
      ['.github/infra/main.tf', 'kept/build/package.json'],
    );
  });

  it('survives links in circles, unreadable text, deep nesting and large files', function () {
    this.timeout(60_000);
    write('a/package.json', mysql);
    symlinkSync(folder, join(folder, 'a', 'again'), 'junction');
    write('deep/main.tf', `a = ${'['.repeat(100_000)}`);
    write('deep/values.yaml', `image: ${'{a: '.repeat(100_000)}`);
    write('deep/package.json', '{"dependencies":'.repeat(5_000));
    write('deep/templates/x.yaml', `apiVersion: ${'{{ if '.repeat(100_000)}`);
    write('large/values.yaml', `${'key:\n  image: mysql:8\n'.repeat(230_000)}`);
    writeFileSync(join(folder, 'Chart.yaml'), Buffer.from([0xff, 0xfe, 0x00, 0x0a, 0xc3]));
    const { status, stdout, stderr } = run('check');
    assert.equal(stderr, '');
    assert.match(stdout, /7 files checked/);
    assert.equal(status, 1);
  });

  it('speaks French when asked', () => {
    write('package.json', mysql);
    assert.match(run('check', '--locale', 'fr').stdout, /n'est pas recommandé pour DB Relationnelle/);
  });

  it('shows what cannot be seen in the name of a file or in a configuration, whatever it prints', function () {
    if (process.platform === 'win32') this.skip(); // nothing can be called that there
    const name = 'a\n::error::pwned\n\x1b[2J';
    write(`${name}/package.json`, mysql);
    for (const format of ['text', 'github']) {
      const { stdout } = run('check', '--format', format);
      assert.ok(!stdout.includes('\x1b') && !/^::error::/m.test(stdout), format);
    }
    assert.match(run('check').stdout, /^a\\n::error::pwned\\n\\x1b\[2J\/package\.json:1:22: warning: /);
    const explained = run('explain', `${name}/package.json:1`);
    assert.match(explained.stdout, /^a\\n::error::pwned\\n\\x1b\[2J\/package\.json:1:22 npm:mysql2: warning/);
    write('.stack-guidance.yaml', '"x\\n::error::pwned\\n\\e[2J": 1\n"y\\x9b": 1\n');
    const { status, stderr } = run('check');
    assert.equal(status, 2);
    assert.match(stderr, /^stack-guidance: \.stack-guidance\.yaml:1:1: [^\n]+\n\.stack-guidance\.yaml:2:1: [^\n]+\n$/);
    assert.match(stderr, /x\\n::error::pwned\\n\\x1b\[2J[\s\S]+y\\x9b/);
  });
});
