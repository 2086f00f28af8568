import assert from 'node:assert/strict';
import { goMod } from '../../server/src/core/files/goMod';
import type { Replacement } from '../../server/src/core/model';
import { text } from '../support/findings';
import { assertRead } from '../support/marks';
import { coveredIn, insertedIn, replacedIn, slotIn } from '../support/slots';

describe('go.mod', () => {
  it('is read where the module says what it imports itself', () => {
    assertRead(
      goMod,
      text`
      module example.com/shop // lib/pq v1.0.0

      go 1.24
      toolchain go1.24.1
      tool golang.org/x/tools/cmd/stringer

      require github.com/lib/pq v1.10.9
              ^^^^^^^^^^^^^^^^^ golang github.com/lib/pq (dependencies)
                                ^^^^^^^ version v1.10.9
      require ( // direct
        github.com/redis/go-redis/v9 v9.7.0
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ golang github.com/redis/go-redis (dependencies)
                                     ^^^^^^ version v9.7.0
        gopkg.in/yaml.v3 v3.0.1 // indirectly useful
        ^^^^^^^^^^^^^^^^ golang gopkg.in/yaml (dependencies)
                         ^^^^^^ version v3.0.1
        "github.com/a/b" v2.0.0+incompatible//why
         ^^^^^^^^^^^^^^ golang github.com/a/b (dependencies)
                         ^^^^^^^^^^^^^^^^^^^ version v2.0.0+incompatible
      )
      require (
        github.com/bytedance/sonic v1.9.1 // indirect
        golang.org/x/net v0.10.0 // indirect; as of now
      )
      exclude github.com/gocql/gocql v1.0.0
      retract [v1.0.0, v1.1.0]
      `,
    );
  });

  it('judges what is really built', () => {
    assertRead(
      goMod,
      text`
      require (
        github.com/gocql/gocql v1.6.0
        github.com/a/one v1.0.0
        github.com/a/two v1.0.0
        ^^^^^^^^^^^^^^^^ golang github.com/a/two (dependencies)
                         ^^^^^^ version v1.0.0
        github.com/a/pinned v1.0.0
        ^^^^^^^^^^^^^^^^^^^ golang github.com/a/pinned (dependencies)
                            ^^^^^^ version v1.0.0
        github.com/a/local v1.0.0
        ^^^^^^^^^^^^^^^^^^ golang github.com/a/local (dependencies, local)
                           ^^^^^^ version v1.0.0
        github.com/a/far v1.0.0 // indirect
      )
      replace github.com/gocql/gocql => github.com/scylladb/gocql v1.14.4
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^ golang github.com/scylladb/gocql (replace)
                                                                  ^^^^^^^ version v1.14.4
      replace (
        github.com/a/one v1.0.0 => github.com/b/one v1.0.1
                                   ^^^^^^^^^^^^^^^^ golang github.com/b/one (replace)
                                                    ^^^^^^ version v1.0.1
        github.com/a/two v0.9.0 => github.com/b/two v1.0.1
        github.com/a/pinned => github.com/a/pinned v1.1.0
        github.com/a/local => ../local
        github.com/a/far => github.com/b/far v1.0.0
        github.com/a/unused => github.com/b/unused v1.0.0
      )`,
    );
  });

  it('half typed gives the rest', () => {
    assertRead(
      goMod,
      text`
      require (
        github.com/a/b
        "github.com/a/c v1.0.0
         ^^^^^^^^^^^^^^ golang github.com/a/c (dependencies)
                        ^^^^^^ version v1.0.0
        github
      require (
        github.com/a/d v1.0.0
        ^^^^^^^^^^^^^^ golang github.com/a/d (dependencies)
                       ^^^^^^ version v1.0.0`,
    );
  });

  const replaced = (content: string, by: Replacement, name = 'github.com/a/b') => replacedIn(goMod, content, name, by);

  it('has the major version of a replacement in its path', () => {
    const before = 'require (\n\tgithub.com/a/b/v3 v3.1.0 // why\n)\n';
    const cases: [Replacement, string][] = [
      [{ name: 'github.com/c/d', version: 'v1.2.3' }, 'github.com/c/d v1.2.3'],
      [{ name: 'github.com/c/d', version: 'v9.7.0' }, 'github.com/c/d/v9 v9.7.0'],
      [{ name: 'github.com/c/d', version: '2.0.0' }, 'github.com/c/d/v2 v2.0.0'],
      [{ name: 'github.com/c/d', version: 'v2.0.0+incompatible' }, 'github.com/c/d v2.0.0+incompatible'],
      [{ name: 'gopkg.in/c', version: 'v1.0.0' }, 'gopkg.in/c.v1 v1.0.0'],
      [{ name: 'github.com/c/d' }, 'github.com/c/d/v3 v3.1.0'],
    ];
    for (const [by, line] of cases) assert.equal(replaced(before, by), `require (\n\t${line} // why\n)\n`);
  });

  it('takes out a module whose replacement is there, and leaves forks alone', () => {
    const both = 'require (\n\ta.b/c v1.0.0\n\ta.b/d v1.0.0\n)\n';
    assert.equal(replaced(both, { name: 'a.b/d', version: 'v1.0.0' }, 'a.b/c'), 'require (\n\ta.b/d v1.0.0\n)\n');
    const fork = 'require a.b/c v1.0.0\nreplace a.b/c => a.b/fork v1.0.0\n';
    assert.equal(replaced(fork, { name: 'a.b/d', version: 'v1.0.0' }, 'a.b/fork'), undefined);
  });

  const inserted = (content: string) => insertedIn(goMod, content, { body: 'a.b/c v1.0.0\na.b/d v1.0.0' });

  it('takes snippets in the first block of requirements', () => {
    const added = '\ta.b/c v1.0.0\n\ta.b/d v1.0.0\n';
    const blocks = (lines: string) => `module a\n\nrequire (\n\tx v1\n${lines})\n\nrequire (\n\ty v1 // indirect\n)\n`;
    assert.equal(inserted(blocks('')), blocks(added));
    for (const before of ['module a\n', 'module a', 'module a\n\n'])
      assert.equal(inserted(before), `module a\n\nrequire (\n${added})\n`);
    assert.equal(inserted(''), `require (\n${added})\n`);
    assert.equal(inserted('require ()\n'), `require ()\n\nrequire (\n${added})\n`);
  });

  it('knows what a comment above a line covers', () => {
    const content = 'require (\n\ta v1\n\tb v1\n)\nrequire c v1\n';
    const covered = (word: string) => coveredIn(goMod, content, word);
    assert.equal(covered('require ('), content.slice(0, content.indexOf(')') + 1));
    assert.equal(covered('a v1'), '\ta v1\n');
    assert.equal(covered('require c'), 'require c v1\n');
  });
});

describe('Completion in go.mod', () => {
  const entry = { name: 'github.com/c/d', version: 'v2.0.0' };
  const completed = (marked: string) => slotIn(goMod, marked, entry);
  const block = (line: string) => `module a\n\nrequire (\n\tx.y/z v1.0.0\n\t${line}\n)\n`;

  it('inserts modules with their versions', () => {
    for (const typed of ['|', 'gith|', 'git|hub', '"git|', '"git|hub" v1.0.0', 'a|b v1.0.0'])
      assert.equal(completed(block(typed)), block('github.com/c/d/v2 v2.0.0'), typed);
    assert.equal(completed('require gi|\n'), 'require github.com/c/d/v2 v2.0.0\n');
    assert.equal(completed('require |'), 'require github.com/c/d/v2 v2.0.0');
    assert.equal(completed('require (\n\tgi|\n'), 'require (\n\tgithub.com/c/d/v2 v2.0.0\n');
  });

  it('inserts versions, and what they change in the path', () => {
    const version = { name: 'v2.0.0' };
    for (const typed of ['|', 'v|', 'v1|.0.0', '1|'])
      assert.equal(slotIn(goMod, block(`github.com/c/d ${typed}`), version), block('github.com/c/d/v2 v2.0.0'), typed);
    assert.equal(slotIn(goMod, 'require a/b/v2 v|2.0.0 // c', version), 'require a/b/v2 v2.0.0 // c');
  });

  it('inserts the lines of snippets in blocks', () => {
    assert.equal(slotIn(goMod, block('gi|'), 'a v1.0.0\nb v1.0.0'), block('a v1.0.0\n\tb v1.0.0'));
    assert.equal(slotIn(goMod, 'require gi|', 'a v1.0.0'), 'require a v1.0.0');
    assert.equal(slotIn(goMod, 'require gi|', 'a v1.0.0\nb v1.0.0'), '');
  });

  it('is silent everywhere else', () => {
    const nowhere = [
      '|',
      'req|',
      'module |',
      'module a/b|',
      'go 1.2|',
      block('// gi|'),
      block('a v1 // gi|'),
      block('gi| // indirect'),
    ];
    for (const marked of [...nowhere, 'replace a => gi|', 'require (\n)\n|'])
      assert.equal(completed(marked), undefined, marked);
  });
});
