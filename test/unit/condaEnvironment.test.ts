import assert from 'node:assert/strict';
import { condaEnvironment } from '../../server/src/core/files/condaEnvironment';
import { applied } from '../../server/src/core/fixes/changes';
import type { Replacement } from '../../server/src/core/model';
import { text } from '../support/findings';
import { assertRead } from '../support/marks';
import { slotIn } from '../support/slots';

describe('environment.yml of Conda', () => {
  it('is recognised by content', () => {
    const conda = 'name: a\ndependencies:\n  - python=3.12\n';
    const files: readonly (readonly [path: string, head: string, matches: boolean])[] = [
      ['environment.yml', conda, true],
      ['a/environment-dev.yaml', 'channels: [conda-forge]\ndependencies:\n  - numpy\n', true],
      ['conda.yaml', conda, true],
      ['a/conda_env.yml', conda, true],
      ['environment.yml', '', false],
      ['environment.yml', 'dependencies:\n  - name: redis\n    repository: a\n', false],
      ['environment.yml', 'name: production\npython: 3\n', false],
      ['package.yml', conda, false],
      ['environment.txt', conda, false],
    ];
    for (const [path, head, matches] of files)
      assert.equal(condaEnvironment.matches({ path, head }), matches, `${path}\n${head}`);
  });

  it('has packages of channels and of the Python index', () => {
    assertRead(
      condaEnvironment,
      text`
      name: redis
      channels:
        - conda-forge
      dependencies:
        - python=3.12
          ^^^^^^ conda python (dependencies)
                ^^^^^ version =3.12
        - NumPy >=1.26,<2 # numbers
          ^^^^^ conda numpy (dependencies)
                ^^^^^^^^^ version >=1.26,<2
        - pandas 2.1.*
          ^^^^^^ conda pandas (dependencies)
                 ^^^^^ version 2.1.*
        - "conda-forge::py-spy==0.3=h*"
                        ^^^^^^ conda py-spy (dependencies)
                              ^^^^^^^^ version ==0.3=h*
        - mysql=8.0=h3b_0
        - pip
          ^^^ conda pip (dependencies)
        - pip:
          - Flask_Login[x]==0.6
            ^^^^^^^^^^^ pypi flask-login (dependencies)
                          ^^^^^ version ==0.6
          - -r requirements.txt
          - git+https://a.example/b
        - key: value
        - numpy 1 2 three
          ^^^^^ conda numpy (dependencies)
                ^^^^^^^^^ version 1 2 three
      variables:
        - mysql`,
    );
  });

  const replaced = (content: string, by: Replacement) => {
    const dependencies = condaEnvironment.read(content);
    const [first] = dependencies;
    const source = { path: 'environment.yml', kind: condaEnvironment, text: content, dependencies };
    const edit = first && condaEnvironment.replace(source, first, by);
    return edit && applied(content, edit.changes);
  };
  const list = (...items: string[]) => `dependencies:\n${items.map((one) => `  - ${one}\n`).join('')}`;

  it('takes another package in the place of one, with its version', () => {
    const by = { name: 'psycopg', version: '3.2' };
    assert.equal(replaced(list('pymysql=1.1', 'x'), by), list('psycopg=3.2', 'x'));
    assert.equal(replaced(list('pymysql 1.1', 'x'), by), list('psycopg =3.2', 'x'));
    assert.equal(replaced(list('conda-forge::pymysql>=1.1,<2 # why'), by), list('conda-forge::psycopg=3.2 # why'));
    assert.equal(replaced(list('pip:\n      - "pymysql>=1.1"'), by), list('pip:\n      - "psycopg>=3.2"'));
    assert.equal(replaced(list('pymysql', 'psycopg'), by), list('psycopg'));
  });

  it('takes items of snippets at the end of its list', () => {
    const change = condaEnvironment.insert(`name: a\n${list('x')}`, 0, { body: '- a=1\n- b=2' });
    assert.equal(change && applied(`name: a\n${list('x')}`, [change]), `name: a\n${list('x', 'a=1', 'b=2')}`);
  });

  it('completes packages and versions', () => {
    const completed = (marked: string) => slotIn(condaEnvironment, marked, { name: 'psycopg', version: '3.2' });
    for (const typed of ['|', 'ps|', 'p|s', '"ps|"', '"ps|']) {
      const quote = typed.includes('"') ? '"' : '';
      assert.equal(completed(list('a=1', typed, 'b')), list('a=1', `${quote}psycopg=3.2${quote}`, 'b'), typed);
      const below = (line: string) => list('a', `pip:\n      - x\n      - ${line}`);
      assert.equal(completed(below(typed)), below(`${quote}psycopg==3.2${quote}`), typed);
    }
    assert.equal(completed(list('my|sql>=1 # why')), list('psycopg>=1 # why'));
    assert.equal(completed(list('conda-forge::|')), list('conda-forge::psycopg=3.2'));
    assert.equal(slotIn(condaEnvironment, list('psycopg=2|.0'), { name: '3.2' }), list('psycopg=3.2'));
    for (const marked of [list('a # |'), list('a: |'), 'channels:\n  - |', '- |', 'name: |', `${list('a')}|`])
      assert.equal(completed(marked), undefined, marked);
  });
});
