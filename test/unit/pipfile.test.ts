import assert from 'node:assert/strict';
import { pipfile } from '../../server/src/core/files/pipfile';
import { applied } from '../../server/src/core/fixes/changes';
import { text } from '../support/findings';
import { assertRead } from '../support/marks';
import { slotIn } from '../support/slots';

describe('Pipfile', () => {
  it('has packages, named as the index names them', () => {
    assertRead(
      pipfile,
      text`
      [[source]]
      name = "pypi"
      [packages]
      Flask = "*"
      ^^^^^ pypi flask (dependencies)
               ^ version *
      celery = {extras = ["redis"], version = "~=5.4"}
      ^^^^^^ pypi celery (dependencies)
                                               ^^^^^ version ~=5.4
      own = {path = "./own", editable = true}
      ^^^ pypi own (dependencies, local)
      half = "
      [dev-packages]
      pytest = ">=8"
      ^^^^^^ pypi pytest (devDependencies)
                ^^^ version >=8
      [requires]
      python_version = "3.12"`,
    );
  });

  it('takes lines of snippets at the end of its packages', () => {
    const content = '[packages]\na = "*"\n\n[dev-packages]\n';
    const change = pipfile.insert(content, 0, { body: 'b = "*"' });
    assert.equal(change && applied(content, [change]), '[packages]\na = "*"\nb = "*"\n\n[dev-packages]\n');
  });

  it('completes packages and versions', () => {
    const completed = (marked: string) => slotIn(pipfile, marked, { name: 'psycopg', version: '3.2' });
    const table = (line: string, header = 'packages') => `[${header}]\na = "*"\n${line}\n`;
    for (const typed of ['|', 'ps|', 'ps| = ""'])
      for (const header of ['packages', 'dev-packages'])
        assert.equal(completed(table(typed, header)), table('psycopg = ">=3.2"', header));
    assert.equal(slotIn(pipfile, table('psycopg = "==|"'), { name: '3.2' }), table('psycopg = "==3.2"'));
    for (const marked of ['|', '[requires]\n|', '[[source]]\nname = "|"', table('# |')])
      assert.equal(completed(marked), undefined, marked);
  });
});
