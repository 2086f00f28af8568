import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type Folder, makeFolder, manifest } from '../support/commandLine';

describe('stack-guidance explain', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(() => folder.remove());

  it('prints the verdict on a name and its steps, in English and French', () => {
    const { status, stdout, stderr } = folder.run(['explain', 'mysql2']);
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /^npm:mysql2: warning \(not-recommended\)\n {2}1\. The package mysql2 is MySQL\.\n {2}2\. /);
    assert.match(stdout, / {2}7\. Result: warning\.\n {2}=> MySQL \(mysql2\) is not recommended for .+\n$/);
    assert.match(
      folder.run(['explain', 'mysql2', '--locale', 'fr']).stdout,
      /^npm:mysql2: avertissement .+\n {2}1\. Le paquet mysql2 est MySQL\./,
    );
  });

  it('prints it for every dependency on a line, as check does', () => {
    folder.write('api/package.json', '{ "dependencies": { "mysql2": "3", "pg": "8", "odd": "1" } }');
    const { stdout } = folder.run(['explain', 'api/package.json:1']);
    assert.deepEqual(stdout.match(/^\S.*$/gm), [
      'api/package.json:1:22 npm:mysql2: warning (not-recommended)',
      'api/package.json:1:37 npm:pg: recommended',
      'api/package.json:1:48 npm:odd',
    ]);
    const [, message] = /warning: (.+) \(not-recommended\)\n/.exec(folder.run(['check']).stdout) ?? [];
    assert.ok(message && stdout.includes(`  => ${message}\n`));
  });

  it("follows the organisation's stack, policy and exceptions", () => {
    folder.write('stack.md', '# Ours\n\n| Component | Technology |\n|---|---|\n| SQL | MySQL |\n');
    folder.write(
      '.stack-guidance.yaml',
      'stack: stack.md\nseverity: { technologies: { postgresql: error } }\nexceptions: [{ identifier: "npm:slonik", reason: until the rewrite }]\n',
    );
    folder.write('package.json', manifest('slonik'));
    assert.match(
      folder.run(['explain', 'npm:mysql2']).stdout,
      /^npm:mysql2: recommended\n[\s\S]* Line 5 of the stack: SQL \| MySQL \| adopt/,
    );
    assert.match(
      folder.run(['explain', 'PostgreSQL']).stdout,
      /severity\.technologies\.postgresql: error, instead of warning/,
    );
    assert.match(
      folder.run(['explain', 'package.json:3']).stdout,
      /An exception covers it: until the rewrite\.\n.*excepted, not counted\./,
    );
  });

  it('prints what the README shows', () => {
    const [, shown] =
      /```console\n\$ npx stack-guidance explain package\.json:12\n(.+?)```/s.exec(readFileSync('README.md', 'utf8')) ??
      [];
    folder.write('package.json', readFileSync('examples/package.json'));
    assert.equal(folder.run(['explain', 'package.json:12']).stdout, shown);
  });

  it('says in one line what is not known, and exits with 2', () => {
    folder.write('package.json', manifest('mysql2'));
    folder.write('notes.txt', 'mysql2\n');
    for (const [asked, message] of [
      ['postgrse', /^stack-guidance: postgrse is not known; did you mean PostgreSQL, .+\?\n$/],
      ['qqqqqqqqqqqqqqqqqq', /^stack-guidance: qqqqqqqqqqqqqqqqqq is not known\n$/],
      ['package.json:1', /^stack-guidance: line 1 of package\.json names no dependency\n$/],
      ['package.json:99', /^stack-guidance: line 99 of package\.json names no dependency\n$/],
      ['package.json', /^stack-guidance: which line of package\.json\? It is written package\.json:1\n$/],
      ['notes.txt:1', /^stack-guidance: notes\.txt is not a file that is checked\n$/],
      ['gone/main.tf:3', /^stack-guidance: cannot read gone\/main\.tf: ENOENT\n$/],
    ] as const) {
      const { status, stdout, stderr } = folder.run(['explain', asked]);
      assert.deepEqual([status, stdout], [2, ''], asked);
      assert.match(stderr, message);
    }
  });
});
