import assert from 'node:assert/strict';
import { addedLines } from '../../server/src/cli/gitDiff';

const lines = (...patch: string[]) =>
  Object.fromEntries([...addedLines(patch.join('\n'))].map(([path, added]) => [path, [...added]]));

describe('The added lines of a patch', () => {
  it('are those of each hunk, by the new path', () => {
    assert.deepEqual(
      lines(
        'diff --git a/old.tf b/new.tf',
        'rename from old.tf',
        'rename to new.tf',
        '--- a/old.tf',
        '+++ b/new.tf',
        '@@ -3 +3 @@ resource "a" "b" {',
        '-  x = 1',
        '+  x = 2',
        '@@ -10,2 +9,0 @@',
        '-a',
        '-b',
        '@@ -20,0 +18,3 @@',
        '+a',
        '+b',
        '+c',
        'diff --git a/api/package.json b/api/package.json',
        '--- /dev/null',
        '+++ b/api/package.json',
        '@@ -0,0 +1,2 @@',
        '+{',
        '+}',
        '\\ No newline at end of file',
      ),
      { 'new.tf': [3, 18, 19, 20], 'api/package.json': [1, 2] },
    );
  });

  it('are not confused by content that looks like a header', () => {
    assert.deepEqual(
      lines(
        '--- a/a.yaml',
        '+++ b/a.yaml',
        '@@ -1,2 +1,2 @@',
        '--- a/b.yaml',
        '-@@ -1 +1 @@',
        '\\ No newline at end of file',
        '+++ b/b.yaml',
        '+@@ -7 +7 @@',
        '@@ -9 +9 @@',
        '-x',
        '+y',
      ),
      { 'a.yaml': [1, 2, 9] },
    );
  });

  it('are not those that only got a comma, another indentation or another line end', () => {
    assert.deepEqual(
      lines(
        '+++ b/package.json',
        '@@ -3,2 +3,4 @@',
        '-    "mysql2": "1"',
        '-  },',
        '+  "mysql2": "1",',
        '+  "amqplib": "1",',
        '+  "mysql2": "1"',
        '+},\r',
      ),
      { 'package.json': [4, 5] },
    );
  });

  it('know names with blanks, quotes and other characters', () => {
    assert.deepEqual(
      lines(
        '+++ b/my charts/é.yaml\t',
        '@@ -0,0 +1 @@',
        '+x',
        '+++ "b/say \\"hi\\"\\\\\\t\\001.tf"\t',
        '@@ -1 +4 @@',
        '-x',
        '+y',
      ),
      { 'my charts/é.yaml': [1], 'say "hi"\\\t\x01.tf': [4] },
    );
  });

  it('are none of deleted files, of renames alone, and of no patch', () => {
    assert.deepEqual(lines('--- a/a.tf', '+++ /dev/null', '@@ -1 +0,0 @@', '-x'), {});
    assert.deepEqual(lines('diff --git a/a.tf b/b.tf', 'similarity index 100%', 'rename from a.tf'), {});
    assert.deepEqual(lines(''), {});
  });
});
