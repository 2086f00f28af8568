import assert from 'node:assert/strict';
import { cargo } from '../../server/src/core/files/cargo';
import { applied } from '../../server/src/core/fixes/changes';
import type { Replacement, Scope } from '../../server/src/core/model';
import { sourceOf, text } from '../support/findings';
import { assertRead } from '../support/marks';
import { slotIn } from '../support/slots';

describe('Cargo.toml', () => {
  it('is read in all its tables of dependencies, and nowhere else', () => {
    assertRead(
      cargo,
      text`
      [package]
      name = "axum"
      version = "0.1.0"

      [dependencies]
      axum = "0.8" # web
      ^^^^ cargo axum (dependencies)
              ^^^ version 0.8
      serde = { version = "1", features = ["derive"] }
      ^^^^^ cargo serde (dependencies)
                           ^ version 1
      [dev-dependencies]
      mockall = "0.13"
      ^^^^^^^ cargo mockall (devDependencies)
                 ^^^^ version 0.13
      [build-dependencies]
      cc = "1"
      ^^ cargo cc (buildDependencies)
            ^ version 1
      [features]
      default = ["axum"]
      [target.'cfg(unix)'.dependencies]
      nix = "0.30"
      ^^^ cargo nix (dependencies)
             ^^^^ version 0.30
      [target.x86_64-pc-windows-msvc.dev-dependencies.winapi]
                                                      ^^^^^^ cargo winapi (devDependencies)
      version = "0.3"
                 ^^^ version 0.3
      features = ["winuser"]
      [patch.crates-io]
      tokio = { path = "../tokio" }
      [package.metadata.dependencies]
      rocket = "0.5"`,
    );
  });

  it('is read in a workspace, whose members have names only', () => {
    assertRead(
      cargo,
      text`
      [workspace]
      members = ["a"]
      dependencies.sqlx = { version = "0.8", default-features = false }
                   ^^^^ cargo sqlx (dependencies)
                                       ^^^ version 0.8
      [workspace.dependencies.tokio]
                              ^^^^^ cargo tokio (dependencies)
      version = '1.40'
                 ^^^^ version 1.40`,
    );
    assertRead(
      cargo,
      text`
      [dependencies]
      tokio.workspace = true
      ^^^^^ cargo tokio (dependencies)
      sqlx = { workspace = true, features = ["postgres"] }
      ^^^^ cargo sqlx (dependencies)`,
    );
  });

  it('judges what another name stands for, and skips what is local', () => {
    assertRead(
      cargo,
      text`
      [dependencies]
      db = { package = "mysql_async", version = "0.34" }
                        ^^^^^^^^^^^ cargo mysql_async (dependencies)
                                                 ^^^^ version 0.34
      own = { path = "../own", version = "0.1" }
      ^^^ cargo own (dependencies, local)
                                          ^^^ version 0.1
      fork = { git = "https://github.com/a/fork", branch = "main" }
      ^^^^ cargo fork (dependencies)
      [dependencies.cache]
      package = "redis"
                 ^^^^^ cargo redis (dependencies)`,
    );
  });

  it('half typed gives the rest', () => {
    assertRead(
      cargo,
      text`
      [dependencies]
      axum
      warp =
      poem = "
      salvo = ""
      tide = { version = "0.16"
      ^^^^ cargo tide (dependencies)
                          ^^^^ version 0.16
      rocket = { version = "0.5", features = [
      ^^^^^^ cargo rocket (dependencies)
                            ^^^ version 0.5
      actix-web = "4"
      ^^^^^^^^^ cargo actix-web (dependencies)
                   ^ version 4
      [dev-dependencies
      mockall = "0.13"
      ^^^^^^^ cargo mockall (devDependencies)
                 ^^^^ version 0.13`,
    );
  });
});

describe('Cargo.toml: what takes the place of a crate', () => {
  const replaced = (content: string, by: Replacement) => {
    const source = sourceOf('Cargo.toml', content);
    const [first] = source.dependencies;
    const edit = first && cargo.replace(source, first, by);
    return edit && [applied(content, edit.changes), ...(edit.removed ?? [])];
  };
  const by = { name: 'axum', version: '0.8' };
  const table = (...lines: string[]) => ['[dependencies]', ...lines, 'b = "1"', ''].join('\n');

  it('is written with its own version, however the old one was written', () => {
    const cases: [string, string][] = [
      ['warp = "0.3" # why', 'axum = "0.8" # why'],
      ['"warp" = \'0.3\'', '"axum" = \'0.8\''],
      ['warp = { version = "0.3", optional = true }', 'axum = { version = "0.8", optional = true }'],
      ['web = { package = "warp", version = "0.3" }', 'web = { package = "axum", version = "0.8" }'],
      ['warp.version = "0.3"', 'axum.version = "0.8"'],
    ];
    for (const [before, after] of cases) assert.deepEqual(replaced(table(before), by), [table(after)], before);
  });

  it('keeps the version where that stays right', () => {
    assert.deepEqual(replaced(table('warp = "0.3"'), { name: 'axum' }), [table('axum = "0.3"')]);
    const git = table('warp = { git = "https://a.example" }');
    assert.deepEqual(replaced(git, { name: 'axum' }), [git.replace('warp', 'axum')]);
    assert.equal(replaced(git, by), undefined);
  });

  it('has none of the features of another crate', () => {
    const cases: [string, string, ...string[]][] = [
      ['{ version = "0.3", features = ["a"] }', '{ version = "0.8" }', 'features'],
      ['{ features = ["a", "b"], version = "0.3" }', '{ version = "0.8" }', 'features'],
      [
        '{ default-features = false, version = "0.3", features = [\n  "a",\n], optional = true }',
        '{ version = "0.8", optional = true }',
        'features',
        'default-features',
      ],
      [
        '{ version = "0.3", default-features = false, features = [] }',
        '{ version = "0.8" }',
        'features',
        'default-features',
      ],
    ];
    for (const [before, after, ...removed] of cases)
      assert.deepEqual(replaced(table(`warp = ${before}`), by), [table(`axum = ${after}`), ...removed], before);
    assert.deepEqual(replaced('[dependencies.warp]\nfeatures = [\n  "a"\n]\nversion = "0.3"\n\n[a]\n', by), [
      '[dependencies.axum]\nversion = "0.8"\n\n[a]\n',
      'features',
    ]);
  });

  it('is not written twice', () => {
    const both = (line: string) => `[dependencies]\n${line}axum = "0.7"\n`;
    assert.deepEqual(replaced(both('warp = "0.3"\n'), by), [both('')]);
    assert.deepEqual(replaced(both('warp = { version = "1", features = [\n"a"] } # why\n'), by), [both('')]);
    assert.deepEqual(replaced(both('web = { package = "warp", version = "0.3" }\n'), by), [
      both('web = { package = "axum", version = "0.8" }\n'),
    ]);
  });

  it('is nothing where the workspace has the version, or several lines the name', () => {
    assert.equal(replaced(table('warp.workspace = true'), by), undefined);
    assert.equal(replaced(table('warp = { workspace = true }'), { name: 'axum' }), undefined);
    assert.equal(replaced(table('warp.version = "1"', 'warp.features = []'), by), undefined);
  });
});

describe('Cargo.toml: lines of snippets', () => {
  const inserted = (content: string, scope?: Scope) => {
    const change = cargo.insert(content, 0, { body: 'axum = "0.8"\ntower = "0.5"', ...(scope ? { scope } : {}) });
    return change && applied(content, [change]);
  };
  const lines = 'axum = "0.8"\ntower = "0.5"\n';

  it('stand at the end of the table, which is begun where there is none', () => {
    assert.equal(
      inserted('[dependencies]\na = "1"\n\n[features]\n'),
      `[dependencies]\na = "1"\n${lines}\n[features]\n`,
    );
    assert.equal(inserted('[dependencies]\na = [\n  "1",\n] # b\n'), `[dependencies]\na = [\n  "1",\n] # b\n${lines}`);
    assert.equal(inserted('[package]\nname = "a"\n'), `[package]\nname = "a"\n\n[dependencies]\n${lines}`);
    assert.equal(inserted('[dependencies]\n', 'devDependencies'), `[dependencies]\n\n[dev-dependencies]\n${lines}`);
    assert.equal(
      inserted('[workspace]\nmembers = []'),
      `[workspace]\nmembers = []\n\n[workspace.dependencies]\n${lines}`,
    );
    const some = '[dependencies]\ntower = "0.4"\n';
    assert.equal(inserted(some), `${some}axum = "0.8"\n`);
    const tables = '[dependencies.axum]\nversion = "0.7"\n\n[dependencies]\ntower.version = "0.4"\n';
    assert.equal(inserted(tables), tables);
    assert.equal(inserted('[dependencies]\r\n'), `[dependencies]\n${lines}`.replaceAll('\n', '\r\n'));
  });

  it('are what a comment above a line covers', () => {
    const content = '[dependencies]\na = { version = "1", features = [\n  "b",\n] }\nc = "1"\n\n[features]\n';
    const covered = (at: number) =>
      content.slice(cargo.extent(content)(at).start, cargo.extent(content)(at).end).trim();
    assert.equal(covered(3), content.slice(0, content.indexOf('\n\n')));
    assert.equal(covered(16), content.slice(15, content.indexOf('\nc')));
    assert.equal(covered(content.indexOf('c =')), 'c = "1"');
  });
});

describe('Completion in Cargo.toml', () => {
  const completed = (marked: string) => slotIn(cargo, marked, { name: 'axum', version: '0.8' });
  const table = (line: string, header = 'dependencies') => `[${header}]\na = "1"\n${line}\nb = "1"\n`;

  it('inserts crates with their versions', () => {
    for (const typed of ['|', 'ax|', 'a|x', 'web frame|', '"ax|"', '"ax|', 'ax| =', 'a|x = ""', 'ax| # why'])
      for (const header of [
        'dependencies',
        'dev-dependencies',
        "target.'cfg(unix)'.dependencies",
        'workspace.dependencies',
      ])
        assert.equal(
          completed(table(typed, header)),
          table(`axum = "0.8"${typed.includes('#') ? ' # why' : ''}`, header),
          typed,
        );
    assert.equal(completed('[dependencies]\n|'), '[dependencies]\naxum = "0.8"');
    assert.equal(completed('[dependencies]\r\n|\r\n'), '[dependencies]\r\naxum = "0.8"\r\n');
  });

  it('inserts the name alone where a value follows', () => {
    assert.equal(completed(table('wa|rp = "0.3" # why')), table('axum = "0.3" # why'));
    assert.equal(completed(table('wa|rp = {')), table('axum = {'));
    assert.equal(completed(table('wa|rp.workspace = true')), table('axum.workspace = true'));
    assert.equal(completed(table('x = { package = "wa|rp" }')), table('x = { package = "axum" }'));
    assert.equal(
      completed(table('x = { version = "1", package = | }')),
      table('x = { version = "1", package = "axum" }'),
    );
    assert.equal(completed('[dependencies.wa|\nversion = "1"\n'), '[dependencies.axum]\nversion = "1"\n');
    assert.equal(completed('[dependencies.|]\n'), '[dependencies.axum]\n');
  });

  it('inserts versions', () => {
    const version = (marked: string) => slotIn(cargo, marked, { name: '0.8' });
    for (const typed of ['|', '"|"', '"|', '"0|.7"', "'0.7|'", '"^0|', '0|.7']) {
      const quoted = typed.includes("'") ? "'0.8'" : '"0.8"';
      assert.equal(version(table(`axum = ${typed}`)), table(`axum = ${quoted}`), typed);
      assert.equal(
        version(table(`axum = { version = ${typed}, optional = true }`)),
        table(`axum = { version = ${quoted}, optional = true }`),
        typed,
      );
      assert.equal(
        version(`[dependencies.axum]\nversion = ${typed}\n`),
        `[dependencies.axum]\nversion = ${quoted}\n`,
        typed,
      );
    }
    assert.equal(
      version(table('axum = { version = "0|, features = ["a"] }')),
      table('axum = { version = "0.8", features = ["a"] }'),
    );
  });

  it('inserts the lines of snippets that are not there yet', () => {
    const body = 'axum = "0.8"\na = { version = "2" }\ntower = "0.5"';
    assert.equal(slotIn(cargo, table('ax|'), body), table('axum = "0.8"\ntower = "0.5"'));
    assert.equal(slotIn(cargo, table('ax| = "1"'), body), '');
  });

  it('is silent everywhere else', () => {
    const nowhere = [
      '|',
      'ax|',
      '[package]\n|',
      '[package]\nname = "|"',
      '[|',
      '[dep|]',
      '[dependencies|]',
      table('# ax|'),
      table('x = { | }'),
      table('x = { features = ["|"] }'),
      table('x = { git = "|" }'),
      table('x.|'),
      table('x = { features = [\n  |\n] }'),
      table('x = """\nax|\n"""'),
      '[dependencies.x]\n|',
      '[features]\nax|',
      table('x = "1" |'),
    ];
    for (const marked of nowhere) assert.equal(completed(marked), undefined, marked);
  });
});
