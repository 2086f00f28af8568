import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSource } from '../../server/src/core/files';
import { packageJson } from '../../server/src/core/files/packageJson';
import type { Dependency, Source } from '../../server/src/core/model';
import { holds } from './property';
import { seeds } from './seeds';
import { changesOf, tokens } from './texts';

const seed = `{
  "name": "a",
  "dependencies": { "pg": "^8.11.0", "@acme/long-name-of-a-package": "^1.0.0", "react": "18", "e": "" },
  "devDependencies": {
    "my": "npm:mysql2@^3", "local": "workspace:*", "shared": "catalog:", "\\u0061b": "1", "c": "a\\\\b",
    "pg": "^8", "dependencies": "1"
  }
}
`;
const sourceOf = (text: string): Source => ({
  ...{ path: 'package.json', kind: packageJson, text },
  dependencies: packageJson.read(text),
});

/** A piece of one of the texts is taken out, and another put in. */
const edits = fc
  .tuple(
    fc.nat(),
    fc.constantFrom(0, 0, 1, 1, 2, 5, 40),
    fc.constantFrom('e', '1', '', '^', 'npm:', 'aa', '/', ...tokens),
  )
  .map(([at, length, typed]) => JSON.stringify({ at, length, typed }));

describe('Typing in package.json', () => {
  holds(
    'says the same with what was read before',
    edits,
    (edit) => {
      const { at, length, typed } = JSON.parse(edit);
      for (const text of [seed, seeds['package-json']?.text ?? '']) {
        const start = at % (text.length + 1);
        assertSame(text, text.slice(0, start) + typed + text.slice(start + length));
      }
    },
    300,
  );

  holds('says the same after any change', changesOf(seed), (text) => {
    assertSame(seed, text);
    assertSame(text, seed);
  });

  for (const [what, typed, replaced] of [
    ['in a name', '"pgx": "^8.11', '"pg": "^8.11'],
    ['at the beginning of a name', '"xreact"', '"react"'],
    ['at the end of a version', '"^1.0.01"', '"^1.0.0"'],
    ['in an alias', 'npm:mysql@^3', 'npm:mysql2@^3'],
    ['a letter that was there already', '"pgg": "^8.11', '"pg": "^8.11'],
  ] as const)
    it(`reads what was typed ${what}, and nothing else`, () => {
      const text = seed.replace(replaced, typed);
      assert.ok(packageJson.reread?.(sourceOf(seed), text));
      assertSame(seed, text);
    });

  it('keeps what was read where nothing has moved', () => {
    const before = sourceOf(seed);
    const now = readSource('package.json', seed.replace('"pg": "^8.11', '"pq": "^8.11'), 'json', before);
    assert.equal(now?.dependencies[0]?.name, 'pq');
    assert.equal(now?.dependencies[1], before.dependencies[1]);
  });

  for (const typed of ['"', '\\', '\n', '{'])
    it(`reads all again after ${JSON.stringify(typed)}`, () => {
      const text = seed.replace('^8.11', typed === '{' ? '"{' : `^8${typed}.11`);
      assert.equal(packageJson.reread?.(sourceOf(seed), text), undefined);
    });
});

function assertSame(before: string, text: string): void {
  const retyped = packageJson.reread?.(sourceOf(before), text);
  if (retyped) assert.deepEqual(retyped.map(said), packageJson.read(text).map(said));
}

/** Without what only a token knows of itself. */
const said = ({ version, ...rest }: Dependency) => ({
  ...rest,
  version: version && { value: version.value, span: version.span },
});
