import assert from 'node:assert/strict';
import { applied } from '../../server/src/core/fixes/changes';
import {
  type Insert,
  insertAtEnd,
  insertBlock,
  insertDocument,
  insertItem,
  insertProperties,
} from '../../server/src/core/fixes/insertion';
import type { Scope } from '../../server/src/core/model';
import { text } from '../support/findings';

/** The text after an insertion near the `|` in it. */
function result(insert: Insert, marked: string, body: string, scope?: Scope): string {
  const near = Math.max(0, marked.indexOf('|'));
  const content = marked.replace('|', '');
  return applied(content, [insert(content, near, { body, ...(scope ? { scope } : {}) })]);
}

describe('What is inserted', () => {
  it('stands after the block of Terraform that it is beside, a line between', () => {
    const block = 'resource "x" "y" {\n  a = 1\n}';
    assert.equal(result(insertBlock, 'a "b" {\n  c| = 1\n}\n', block), `a "b" {\n  c = 1\n}\n\n${block}\n`);
    assert.equal(result(insertBlock, 'a "b" {\n|}\n\nd "e" {\n}\n', block), `a "b" {\n}\n\n${block}\n\nd "e" {\n}\n`);
    assert.equal(result(insertBlock, 'a "b" {\n|}', block), `a "b" {\n}\n\n${block}\n`);
    assert.equal(result(insertBlock, '|', block), `${block}\n`);
    assert.equal(result(insertBlock, 'a "b" {\n}\n|', block), `a "b" {\n}\n\n${block}\n`);
    assert.equal(result(insertBlock, 'a "b" {\r\n|}\r\n', 'x {\n}'), 'a "b" {\r\n}\r\n\r\nx {\r\n}\r\n');
  });

  it('is the last item of a chart’s dependencies, which are begun where there are none', () => {
    const item = '- name: kong\n  version: 1.0.0';
    assert.equal(
      result(insertItem, 'name: a\ndependencies:\n  - name: b\n    version: 1\nmaintainers: []\n', item),
      'name: a\ndependencies:\n  - name: b\n    version: 1\n  - name: kong\n    version: 1.0.0\nmaintainers: []\n',
    );
    assert.equal(
      result(insertItem, 'name: a\n', item),
      'name: a\n\ndependencies:\n  - name: kong\n    version: 1.0.0\n',
    );
    assert.equal(
      result(insertItem, 'dependencies:\n- name: b', item),
      'dependencies:\n- name: b\n- name: kong\n  version: 1.0.0',
    );
  });

  it('is at the end of values, and a document of its own in templates', () => {
    assert.equal(result(insertAtEnd, 'a: 1\n', 'b:\n  c: 2'), 'a: 1\n\nb:\n  c: 2\n');
    assert.equal(result(insertDocument, 'kind: A\n', 'kind: B'), 'kind: A\n---\nkind: B\n');
    assert.equal(result(insertDocument, '', 'kind: B'), 'kind: B\n');
  });

  it('comes first in the map of package.json, which is begun where there is none', () => {
    const lines = '"pg": "8",\n"zod": "4"';
    assert.equal(
      result(insertProperties, '{\n  "dependencies": {\n    "a": "1"\n  }\n}\n', lines),
      '{\n  "dependencies": {\n    "pg": "8",\n    "zod": "4",\n    "a": "1"\n  }\n}\n',
    );
    assert.equal(
      result(insertProperties, '{\n  "dependencies": {}\n}\n', lines),
      '{\n  "dependencies": {\n    "pg": "8",\n    "zod": "4"\n  }\n}\n',
    );
    assert.equal(
      result(insertProperties, '{\n  "name": "a"\n}\n', '"typescript": "5"', 'devDependencies'),
      `${text`
      {
        "name": "a",
        "devDependencies": {
          "typescript": "5"
        }
      }
      `.trimEnd()}\n`,
    );
  });
});
