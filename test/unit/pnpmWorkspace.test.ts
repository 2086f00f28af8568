import assert from 'node:assert/strict';
import { packageJson } from '../../server/src/core/files/packageJson';
import { pnpmWorkspace } from '../../server/src/core/files/pnpmWorkspace';
import { applied } from '../../server/src/core/fixes/changes';
import { sourceOf, text } from '../support/findings';
import { assertRead } from '../support/marks';
import { slotIn } from '../support/slots';

describe('pnpm-workspace.yaml', () => {
  it('has the packages of its catalogs', () => {
    assert.ok(pnpmWorkspace.matches({ path: 'a/pnpm-workspace.yaml', head: '' }));
    assert.ok(!pnpmWorkspace.matches({ path: 'workspace.yaml', head: '' }));
    assertRead(
      pnpmWorkspace,
      text`
      packages: ["apps/*"]
      catalog:
        react: ^19.0.0
        ^^^^^ npm react (catalog)
               ^^^^^^^ version ^19.0.0
        "@nestjs/core": '11' # the core
         ^^^^^^^^^^^^ npm @nestjs/core (catalog)
                         ^^ version 11
        db: npm:mysql2@^3
        ^^ npm mysql2 (catalog)
            ^^^^^^^^^^^^^ version npm:mysql2@^3
        own: workspace:*
        ^^^ npm own (catalog, local)
             ^^^^^^^^^^^ version workspace:*
      catalogs:
        old: { vue: 2 }
               ^^^ npm vue (catalog)
                    ^ version 2
        new:
          vue: 3
          ^^^ npm vue (catalog)
               ^ version 3
      overrides:
        redux: 4`,
    );
  });

  it('is understood while it is being typed', () => {
    assertRead(
      pnpmWorkspace,
      text`
      catalog:
        react:
        vu
        "pg
        mobx: "6
        axios: 1
        ^^^^^ npm axios (catalog)
               ^ version 1`,
    );
    for (const content of ['', 'catalog', 'catalog: a', 'catalog: [a]', 'catalogs: { a: b }', 'catalogs: { a: [b] }'])
      assert.deepEqual(pnpmWorkspace.read(content), [], content);
  });

  it('gives package.json no version', () => {
    assertRead(
      packageJson,
      text`
      { "dependencies": {
        "react": "catalog:",
         ^^^^^ npm react (dependencies)
        "vue": "catalog:old"
         ^^^ npm vue (dependencies)
      } }`,
    );
  });

  it('takes another package and another line', () => {
    const replaced = (line: string, by = { name: 'pg', version: '^8.0.0' }) => {
      const content = `catalog:\n  ${line}\n`;
      const source = sourceOf('pnpm-workspace.yaml', content);
      const [dependency] = source.dependencies;
      const edit = dependency && pnpmWorkspace.replace(source, dependency, by);
      return edit ? applied(content, edit.changes).slice('catalog:\n  '.length, -1) : 'no fix';
    };
    assert.equal(replaced('mysql2: 3'), 'pg: ^8.0.0');
    assert.equal(replaced('"mysql2": "3"'), '"pg": "^8.0.0"');
    assert.equal(replaced('mysql2: 3', { name: '@a/b', version: '>=1' }), '"@a/b": ">=1"');
    assert.equal(replaced('db: npm:mysql2@3'), 'db: npm:pg@^8.0.0');
    assert.equal(replaced('mysql2: 3\n  pg: 8'), 'no fix');
    const content = 'catalog:\n  a: 1\nonlyBuiltDependencies: []\n';
    const change = pnpmWorkspace.insert(content, 0, { body: 'b: 2' });
    assert.equal(applied(content, change ? [change] : []), 'catalog:\n  a: 1\n  b: 2\nonlyBuiltDependencies: []\n');
  });

  it('completes packages with their ranges, and ranges', () => {
    const entry = { name: '@a/b', version: '^1.0.0' };
    for (const typed of ['|', 'a|', '"@a/|', '"@a|"', '@a/|b:', "'|'"])
      assert.equal(
        slotIn(pnpmWorkspace, `catalog:\n  ${typed}\n  c: 1\n`, entry),
        'catalog:\n  "@a/b": ^1.0.0\n  c: 1\n',
        typed,
      );
    for (const typed of ['a|b: 1', '"a|": 1'])
      assert.equal(
        slotIn(pnpmWorkspace, `catalogs:\n  x:\n    ${typed}\n`, entry),
        'catalogs:\n  x:\n    "@a/b": 1\n',
        typed,
      );
    for (const [typed, after] of [
      ['|', '^1.0.0'],
      ['^|0', '^1.0.0'],
      ['"|"', '"^1.0.0"'],
      ['"1|', '"^1.0.0"'],
    ] as const)
      assert.equal(
        slotIn(pnpmWorkspace, `catalog:\n  a: ${typed}\n`, { name: '^1.0.0' }),
        `catalog:\n  a: ${after}\n`,
        typed,
      );
    for (const nowhere of ['|', 'packages:\n  |\n', 'catalogs:\n  |\n', 'catalog:\n  # |\n', 'overrides:\n  a: |\n'])
      assert.equal(slotIn(pnpmWorkspace, nowhere, entry), undefined, nowhere);
  });
});
