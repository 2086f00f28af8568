import assert from 'node:assert/strict';
import { deno } from '../../server/src/core/files/deno';
import { applied } from '../../server/src/core/fixes/changes';
import { sourceOf, text } from '../support/findings';
import { assertRead } from '../support/marks';
import { slotIn } from '../support/slots';

describe('deno.json', () => {
  it('has what it imports from npm', () => {
    for (const path of ['deno.json', 'a/deno.jsonc']) assert.ok(deno.matches({ path, head: '' }));
    for (const path of ['deno.lock', 'mydeno.json']) assert.ok(!deno.matches({ path, head: '' }));
    assertRead(
      deno,
      text`
      { // Deno
        "name": "npm:mobx",
        "imports": {
          "pg": "npm:pg@^8.0.0",
                     ^^ npm pg (imports)
                        ^^^^^^ version ^8.0.0
          "db": "npm:@nestjs/core@11/testing",
                     ^^^^^^^^^^^^ npm @nestjs/core (imports)
                                  ^^ version 11
          "redis/": "npm:/redis@5/",
                          ^^^^^ npm redis (imports)
                                ^ version 5
          "vue": "npm:vue",
                      ^^^ npm vue (imports)
          "@std/path": "jsr:@std/path@1",
          "oak": "https://deno.land/x/oak/mod.ts",
          "own": "./own.ts",
        },
        "scopes": { "./a/": { "react": "npm:react@18" } },
                                            ^^^^^ npm react (imports)
                                                  ^^ version 18
        "tasks": { "a": "npm:axios" }
      }`,
    );
  });

  it('is understood while it is being typed', () => {
    assertRead(
      deno,
      text`
      { "imports": {
          "a": "npm:
          "b": "npm:@a",
          "c": ,
          "d": "npm:",
          "e": "npm:pg@"
          "f": "npm:mobx"
                    ^^^^ npm mobx (imports)`,
    );
  });

  it('takes another package, and keeps what the code imports', () => {
    const replaced = (value: string) => {
      const content = `{ "imports": { "db": "${value}" } }`;
      const source = sourceOf('deno.json', content);
      const [dependency] = source.dependencies;
      const edit = dependency && deno.replace(source, dependency, { name: 'pg', version: '^8.0.0' });
      return edit ? applied(content, edit.changes).split('"')[5] : 'no fix';
    };
    assert.equal(replaced('npm:mysql2@3/promise'), 'npm:pg@^8.0.0/promise');
    assert.equal(replaced('npm:mysql2'), 'npm:pg@^8.0.0');
  });

  it('takes a line', () => {
    const content = '{\n  "imports": {\n    "a": "npm:a"\n  }\n}\n';
    const change = deno.insert(content, 0, { body: '"b": "npm:b@1"' });
    assert.equal(
      applied(content, change ? [change] : []),
      '{\n  "imports": {\n    "b": "npm:b@1",\n    "a": "npm:a"\n  }\n}\n',
    );
  });

  it('completes packages', () => {
    const entry = { name: 'pg', version: '^8.0.0' };
    const imports = (value: string) => `{ "imports": { "a": ${value} } }`;
    for (const typed of ['"|"', '"n|"', '"npm:|"', '"npm:p|"', '"npm:p|g@8"'])
      assert.equal(slotIn(deno, imports(typed), entry), imports('"npm:pg@^8.0.0"'), typed);
    for (const typed of ['"jsr:|"', '"./|"', '|', '"a": |'])
      assert.equal(slotIn(deno, imports(typed), entry), undefined, typed);
    assert.equal(slotIn(deno, '{ "tasks": { "a": "|" } }', entry), undefined);
  });
});
