import assert from 'node:assert/strict';
import { pyproject } from '../../server/src/core/files/pyproject';
import { applied } from '../../server/src/core/fixes/changes';
import type { Replacement } from '../../server/src/core/model';
import { slotInPyproject } from '../../server/src/core/slots/pyproject';
import { cursorIn } from '../support/completions';
import { sourceOf, text } from '../support/findings';
import { assertRead } from '../support/marks';
import { slotIn } from '../support/slots';

describe('pyproject.toml', () => {
  it('has the requirements of the standard’s lists', () => {
    assertRead(
      pyproject,
      text`
      [build-system]
      requires = ["hatchling"]
      [project]
      name = "django"
      dependencies = [
        "Flask[async] >=3.0, <4 ; python_version > '3.9'", # web
         ^^^^^ pypi flask (dependencies)
                      ^^^^^^^^^ version >=3.0, <4
        'psycopg @ git+https://github.com/psycopg/psycopg',
         ^^^^^^^ pypi psycopg (dependencies)
        "own @ file:///srv/own",
         ^^^ pypi own (dependencies, local)
        # "mysql",
      ]
      [project.optional-dependencies]
      async = ["celery~=5.4"]
                ^^^^^^ pypi celery (optionalDependencies)
                      ^^^^^ version ~=5.4
      [project.scripts]
      redis = "a:b"
      [dependency-groups]
      test = ["pytest", { include-group = "lint" }]
               ^^^^^^ pypi pytest (devDependencies)
      lint = ["ruff==0.8.0"]
               ^^^^ pypi ruff (devDependencies)
                   ^^^^^^^ version ==0.8.0`,
    );
  });

  it('has those of uv, PDM and Hatch, and skips what is local', () => {
    assertRead(
      pyproject,
      text`
      [project]
      dependencies = ["Shared_Lib", "beside"]
                       ^^^^^^^^^^ pypi shared-lib (dependencies, local)
                                     ^^^^^^ pypi beside (dependencies)
      [tool.uv]
      dev-dependencies = ["mypy>=1"]
                           ^^^^ pypi mypy (devDependencies)
                               ^^^ version >=1
      [tool.uv.sources]
      shared-lib = { workspace = true }
      beside = { git = "https://a.example" }
      [tool.pdm.dev-dependencies]
      test = ["pytest"]
               ^^^^^^ pypi pytest (devDependencies)
      [tool.hatch.envs.docs]
      dependencies = ["mkdocs"]
                       ^^^^^^ pypi mkdocs (devDependencies)`,
    );
  });

  it('has the keys of Poetry’s tables', () => {
    assertRead(
      pyproject,
      text`
      [tool.poetry.dependencies]
      python = "^3.12"
      Django = "^5.0"
      ^^^^^^ pypi django (dependencies)
                ^^^^ version ^5.0
      celery = { version = "5.4", extras = ["redis"] }
      ^^^^^^ pypi celery (dependencies)
                            ^^^ version 5.4
      own = { path = "../own", develop = true }
      ^^^ pypi own (dependencies, local)
      "ruamel.yaml" = "*"
       ^^^^^^^^^^^ pypi ruamel-yaml (dependencies)
                       ^ version *
      numpy = [{ version = "1", python = "<3.9" }, { version = "2", python = ">=3.9" }]
      ^^^^^ pypi numpy (dependencies)
      [tool.poetry.dev-dependencies]
      black = "24"
      ^^^^^ pypi black (devDependencies)
               ^^ version 24
      [tool.poetry.group.test.dependencies.pytest]
                                           ^^^^^^ pypi pytest (devDependencies)
      version = "8"
                 ^ version 8`,
    );
  });

  it('half typed gives the rest', () => {
    assertRead(
      pyproject,
      text`
      [project]
      dependencies = [
        "flask",
         ^^^^^ pypi flask (dependencies)
        "djan
        psyc
        "-",
        "redis- ",
        "celery>="
         ^^^^^^ pypi celery (dependencies)
               ^^ version >=
      [dependency-groups]
      dev = ["pytest"
              ^^^^^^ pypi pytest (devDependencies)
      [tool.poetry.dependencies]
      sqlalchemy = "
      kombu =
      numpy = "2"
      ^^^^^ pypi numpy (dependencies)
               ^ version 2`,
    );
  });

  const replaced = (content: string, by: Replacement = { name: 'psycopg', version: '3.2' }) => {
    const source = sourceOf('pyproject.toml', content);
    const [first] = source.dependencies;
    const edit = first && pyproject.replace(source, first, by);
    return edit && [applied(content, edit.changes), ...(edit.removed ?? [])];
  };
  const list = (...items: string[]) => `[project]\ndependencies = [\n${items.map((one) => `  ${one}\n`).join('')}]\n`;
  const poetry = (...lines: string[]) => ['[tool.poetry.dependencies]', ...lines, ''].join('\n');

  it('takes another package in the place of one, with its version', () => {
    const cases: [string, string, ...string[]][] = [
      [list('"mysqlclient",'), list('"psycopg",')],
      [list('\'mysqlclient == 2.2; a > "b"\''), list('\'psycopg ==3.2; a > "b"\'')],
      [list('"PyMySQL[rsa]>=1,<2", # why'), list('"psycopg>=3.2", # why'), '[rsa]'],
      [poetry('pymysql = "^1"'), poetry('psycopg = "^3.2"')],
      [poetry('pymysql = ">=1"'), poetry('psycopg = ">=3.2"')],
      [poetry('pymysql = { version = "1", extras = ["rsa"] }'), poetry('psycopg = { version = "^3.2" }'), 'extras'],
    ];
    for (const [before, ...after] of cases) assert.deepEqual(replaced(before), after, before);
  });

  it('is not written twice', () => {
    assert.deepEqual(replaced(list('"a",', '"Psycopg"')), [list('"Psycopg"')]);
    assert.deepEqual(replaced(list('"a", # why', '"psycopg"')), [list('# why', '"psycopg"')]);
    assert.deepEqual(replaced(poetry('a = { version = "1" }', 'psycopg = "3"')), [poetry('psycopg = "3"')]);
  });

  it('takes items of snippets at the end of its list', () => {
    const inserted = (content: string) => {
      const change = pyproject.insert(content, 0, { body: '"a>=1",\n"b>=2",' });
      return change && applied(content, [change]);
    };
    const added = ['"a>=1",', '"b>=2"'];
    assert.equal(inserted(list('"x", # why')), list('"x", # why', ...added).replace('2"', '2",'));
    assert.equal(inserted(list('"x"')), list('"x",', ...added));
    for (const empty of ['[project]\ndependencies = []\n', '[project]\ndependencies = [\n]\n'])
      assert.equal(inserted(empty), '[project]\ndependencies = [\n    "a>=1",\n    "b>=2",\n]\n');
    assert.equal(inserted('[project]\ndependencies = ["x"]\n'), '[project]\ndependencies = ["x", "a>=1", "b>=2"]\n');
    assert.equal(
      inserted('[project]\nname = "x"\n\n[tool.x]\n'),
      '[project]\nname = "x"\ndependencies = [\n    "a>=1",\n    "b>=2",\n]\n\n[tool.x]\n',
    );
    assert.equal(inserted(poetry('x = "1"')), undefined);
  });

  describe('completion', () => {
    const completed = (marked: string) => slotIn(pyproject, marked, { name: 'psycopg', version: '3.2' });
    const version = (marked: string) => slotIn(pyproject, marked, { name: '3.2' });

    it('inserts items with their versions and commas', () => {
      const psycopg = '"psycopg>=3.2"';
      for (const typed of ['|', 'ps|', 'p|s', '"ps|"', '"|', '"p|s"', 'relational data|']) {
        assert.equal(completed(list('"a",', typed)), list('"a",', psycopg), typed);
        assert.equal(completed(list('"a",', typed, '"b"')), list('"a",', `${psycopg},`, '"b"'), typed);
        assert.equal(completed(list('"a" # why', `${typed},`)), list('"a", # why', `${psycopg},`), typed);
      }
      assert.equal(completed('[project]\ndependencies = [|]'), `[project]\ndependencies = [${psycopg}]`);
      assert.equal(completed('[project]\ndependencies = ["a", ps|]'), `[project]\ndependencies = ["a", ${psycopg}]`);
      assert.equal(completed("[dependency-groups]\na = ['|']"), "[dependency-groups]\na = ['psycopg>=3.2']");
    });

    it('inserts the name alone where more follows', () => {
      assert.equal(completed(list('"my|sql[x]>=1",')), list('"psycopg[x]>=1",'));
      assert.equal(completed(list('"my|sql; a > \'b\'",')), list('"psycopg; a > \'b\'",'));
      assert.equal(completed(poetry('my|sql = "1"')), poetry('psycopg = "1"'));
    });

    it('inserts versions', () => {
      assert.equal(version(list('"psycopg[x]>=2|"')), list('"psycopg[x]>=3.2"'));
      assert.equal(version(list('"psycopg==|", "b"')), list('"psycopg==3.2", "b"'));
      assert.equal(version(list('"psycopg~=|')), list('"psycopg~=3.2"'));
      for (const [typed, after] of [
        ['|', '"^3.2"'],
        ['"|"', '"^3.2"'],
        ['"~2|"', '"~3.2"'],
        ['{ version = ">=|" }', '{ version = ">=3.2" }'],
      ])
        assert.equal(version(poetry(`psycopg = ${typed}`)), poetry(`psycopg = ${after}`), typed);
    });

    it('inserts keys in Poetry’s tables', () => {
      for (const typed of ['|', 'ps|', 'ps| = ""'])
        assert.equal(completed(poetry('a = "1"', typed)), poetry('a = "1"', 'psycopg = "^3.2"'), typed);
      assert.equal(slotIn(pyproject, poetry('|'), '"a>=1"'), '');
    });

    it('inserts the items of snippets that are not there yet', () => {
      const body = '"x>=1",\n"psycopg>=3",\n"y>=2",';
      assert.equal(
        slotIn(pyproject, list('"X",', 'ps|', '"b"'), body),
        list('"X",', '"psycopg>=3",', '"y>=2",', '"b"'),
      );
    });

    it('reads the file as often for all that is offered as for one', () => {
      const { text, offset } = cursorIn(list('"a"', 'ps|'));
      let readings = 0;
      const read = (content: string) => {
        readings++;
        return pyproject.read(content);
      };
      const slot = slotInPyproject(text, offset, read);
      const also = () => slot?.also?.({ name: 'psycopg' });
      assert.deepEqual(also(), [{ span: { start: text.indexOf('"a"') + 3, end: text.indexOf('"a"') + 3 }, text: ',' }]);
      const before = readings;
      for (let i = 0; i < 100; i++) also();
      assert.equal(readings, before);
    });

    it('is silent everywhere else', () => {
      const nowhere = [
        '|',
        '[|]',
        '[project]\n|',
        '[project]\nname = "|"',
        '[project]\ndependencies = |',
        '[build-system]\nrequires = ["|"]',
        '[project.scripts]\na = "|"',
        list('# ps|'),
        list('"a", # ps|'),
        list('"a"|,'),
        list('"a[|]"'),
        list('"a; |"'),
        poetry('a = { extras = ["|"] }'),
      ];
      for (const marked of nowhere) assert.equal(completed(marked), undefined, marked);
    });
  });
});
