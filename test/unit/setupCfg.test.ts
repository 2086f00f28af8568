import assert from 'node:assert/strict';
import { setupCfg } from '../../server/src/core/files/setupCfg';
import { applied } from '../../server/src/core/fixes/changes';
import { sourceOf, text } from '../support/findings';
import { assertRead } from '../support/marks';
import { slotIn } from '../support/slots';

describe('setup.cfg', () => {
  it('has the requirements of its lists', () => {
    assertRead(
      setupCfg,
      text`
      [metadata]
      name = flask
      classifiers =
          redis
      [options]
      packages = find:
      install_requires =
          Django >=5, <6; python_version > "3.9"
          ^^^^^^ pypi django (dependencies)
                 ^^^^^^^ version >=5, <6
          # mysql

          celery[redis]
          ^^^^^^ pypi celery (dependencies)
      setup_requires =
          wheel
      tests_require:
          pytest
          ^^^^^^ pypi pytest (devDependencies)
      [options.extras_require]
      async =
          kombu==5.3
          ^^^^^ pypi kombu (optionalDependencies)
               ^^^^^ version ==5.3
      [options.entry_points]
      console_scripts =
          redis`,
    );
  });

  const list = (...lines: string[]) => `[options]\ninstall_requires =\n${lines.map((one) => `    ${one}\n`).join('')}`;

  it('takes another package in the place of one, with its version, and none twice', () => {
    const replaced = (content: string) => {
      const source = sourceOf('setup.cfg', content);
      const [first] = source.dependencies;
      const edit = first && setupCfg.replace(source, first, { name: 'psycopg', version: '3.2' });
      return edit && applied(content, edit.changes);
    };
    assert.equal(replaced(list('pymysql[rsa]>=1 ; a', 'b')), list('psycopg>=3.2 ; a', 'b'));
    assert.equal(replaced(list('pymysql', 'psycopg')), list('psycopg'));
  });

  it('completes packages and versions', () => {
    const completed = (marked: string) => slotIn(setupCfg, marked, { name: 'psycopg', version: '3.2' });
    for (const typed of ['|', 'ps|', 'p|s'])
      assert.equal(completed(list('a', typed, 'b')), list('a', 'psycopg>=3.2', 'b'), typed);
    assert.equal(completed(list('my|sql==1; a')), list('psycopg==1; a'));
    assert.equal(slotIn(setupCfg, list('psycopg==|'), { name: '3.2' }), list('psycopg==3.2'));
    for (const marked of ['|', '[options]\n|', '[metadata]\nclassifiers =\n  |', list('# |'), list('a; |')])
      assert.equal(completed(marked), undefined, marked);
  });
});
