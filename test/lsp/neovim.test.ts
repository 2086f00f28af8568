import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { type Folder, makeFolder } from '../support/commandLine';

/** What neovim.lua has seen. */
interface Seen {
  readonly error?: string;
  readonly missing?: string;
  readonly diagnostics: readonly { line: number; column: number; code: string; severity: number; message: string }[];
  readonly hover: string;
  readonly actions: readonly string[];
  readonly text: readonly string[];
  readonly completions: readonly string[];
}

const hasNeovim = spawnSync('nvim', ['--version']).status === 0;

/** Skipped where there is no `nvim` on the PATH. */
describe('Neovim, with the configuration of examples/editors/neovim.lua', () => {
  let folder: Folder;
  let seen: Seen;
  before(function () {
    if (!hasNeovim) {
      console.log('  there is no nvim on the PATH');
      this.skip();
    }
    this.timeout(60_000);
    folder = makeFolder();
    seen = runNeovim(folder);
    assert.deepEqual({ error: seen.error, missing: seen.missing }, { error: undefined, missing: undefined });
  });
  after(() => folder?.remove());

  it('shows diagnostics', () => {
    assert.deepEqual(
      seen.diagnostics.map(({ line, column, code, severity }) => ({ line, column, code, severity })),
      [{ line: 2, column: 5, code: 'not-recommended', severity: 2 }],
    );
    assert.match(seen.diagnostics[0]?.message ?? '', /MySQL.*PostgreSQL/);
  });

  it('shows the hover', () => assert.match(seen.hover, /MySQL.* — not recommended for Relational Database/));

  it('applies a quick fix', () => {
    assert.ok(
      seen.actions.some((title) => title.startsWith('Replace with pg')),
      seen.actions.join(),
    );
    assert.match(seen.text[2] ?? '', /^ {4}"pg": "\^\d/);
  });

  it('completes', () => assert.ok(seen.completions.includes('fastify'), seen.completions.join()));
});

function runNeovim(folder: Folder): Seen {
  folder.write('shop/.git/HEAD', '');
  folder.write('shop/package.json', '{\n  "dependencies": {\n    "mysql2": "3"\n  }\n}\n');
  folder.write('bin/stack-guidance', `#!/bin/sh\nexec '${process.execPath}' '${resolve('dist/cli.js')}' "$@"\n`);
  chmodSync(join(folder.root, 'bin/stack-guidance'), 0o755);
  const env = {
    ...process.env,
    PATH: join(folder.root, 'bin') + delimiter + process.env.PATH,
    HOME: folder.root,
    CONFIGURATION: resolve('examples/editors/neovim.lua'),
    SEEN: join(folder.root, 'seen.json'),
  };
  const args = ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${resolve('test/lsp/neovim.lua')}`];
  const { stderr } = spawnSync('nvim', args, {
    cwd: join(folder.root, 'shop'),
    env,
    timeout: 50_000,
    encoding: 'utf8',
  });
  try {
    return JSON.parse(readFileSync(env.SEEN, 'utf8'));
  } catch {
    throw new Error(`Neovim ended without a word: ${stderr}`);
  }
}
