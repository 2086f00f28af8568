import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** npm as npm itself says where it is, which works on Windows too; outside of npm scripts the one of the PATH. */
const npm: readonly [string, ...string[]] = process.env.npm_execpath
  ? [process.execPath, process.env.npm_execpath]
  : [process.platform === 'win32' ? 'npm.cmd' : 'npm'];

describe('The npm package', () => {
  let folder: string;
  const run = (...args: string[]) =>
    spawnSync(process.execPath, [join(folder, 'package', 'dist', 'cli.js'), ...args], {
      cwd: folder,
      encoding: 'utf8',
    });

  before(function () {
    this.timeout(120_000);
    folder = mkdtempSync(join(tmpdir(), 'packed-'));
    const [program, ...first] = npm;
    const packed = spawnSync(program, [...first, 'pack', '--ignore-scripts', '--pack-destination', folder], {
      encoding: 'utf8',
    });
    assert.equal(packed.status, 0, packed.stderr);
    const [tarball = ''] = readdirSync(folder);
    assert.equal(spawnSync('tar', ['-xzf', tarball], { cwd: folder }).status, 0);
    assert.ok(statSync(join(folder, tarball)).size < 4_000_000);
    cpSync('examples', join(folder, 'examples'), { recursive: true });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('has what it says, and no sources', () => {
    const names = readdirSync(join(folder, 'package'));
    for (const name of ['README.md', 'CHANGELOG.md', 'LICENSE', 'dist', 'data', 'media'])
      assert.ok(names.includes(name));
    for (const name of ['server', 'client', 'test', 'scripts', 'node_modules']) assert.ok(!names.includes(name));
  });

  it('checks without anything else installed', () => {
    const { status, stdout } = run('check', 'examples');
    assert.equal(status, 1);
    assert.match(stdout, /examples\/package\.json:\d+:\d+: warning: MySQL/);
  });

  it('starts the language server', async () => {
    const server = spawn(process.execPath, [join(folder, 'package', 'dist', 'cli.js'), 'lsp', '--stdio']);
    const params = { processId: null, rootUri: null, capabilities: {} };
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'initialize', params });
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    let said = '';
    for await (const chunk of server.stdout) {
      said += chunk;
      if (said.includes('"hoverProvider":true')) break;
    }
    server.kill();
    assert.match(said, /"hoverProvider":true/);
  });
});
