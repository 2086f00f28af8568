import assert from 'node:assert/strict';
import { literal, scanYaml } from '../../server/src/core/syntax/yaml';
import { text } from '../support/findings';
import { unmarked } from '../support/marks';
import { literalsOf, pathsOf } from '../support/outlines';

const assertLiterals = (expected: string) => assert.equal(literalsOf(unmarked(expected)), expected);

describe('YAML outline of half-typed text', () => {
  const halfTyped = {
    'a word': 'wor',
    'a word far left': '\bwor',
    'an open quote': 'new: "text',
    'an open apostrophe': "new: 'text",
    'an open key': '"new',
    'an open sequence': 'new: [a, ',
    'an open map': 'new: {a: b',
    'an open quote in an open map': 'new: {a: "b',
    'a dash': '-',
    'a colon': ':',
    'an anchor': 'new: &',
    'a block scalar': 'new: |',
    'a key without value': 'new:',
  };
  const around = (line: string) => `a:\n  b: 1\n  c:\n    d: 2\n${line}\n    e: "3"\n  f: [4]\ng: 5\n`;
  for (const [name, line] of Object.entries(halfTyped)) {
    it(`understands what is around ${name}`, () => {
      const typed = line.startsWith('\b') ? line.slice(1) : `    ${line}`;
      const entries = scanYaml(around(typed));
      const found = pathsOf(entries).map((path, index) => `${path} ${literal(entries[index])?.value ?? ''}`);
      for (const one of ['a.b 1', 'a.c.d 2', 'a.c.e 3', 'a.f[0] 4', 'g 5']) assert.ok(found.includes(one), one);
    });
  }

  it('does not take a word before the first key of a map for the value of the map', () => {
    assertLiterals(text`
      image:
        repo
        tag: 7
             ^ image.tag`);
  });

  it('goes on after a sequence that was opened before a list in lines', () => {
    assertLiterals(text`
      dependencies: [
        - name: redis
                ^^^^^ dependencies[0].name`);
  });

  it('goes on after a collection that is left open at the root', () => {
    assertLiterals(text`
      {
      name: a
            ^ name`);
  });
});

describe('YAML outline of hostile text', () => {
  const many = 100_000;
  const texts: Record<string, string> = {
    'nested sequences': `a: ${'['.repeat(many)}`,
    'nested maps': `a: ${'{b: '.repeat(many)}`,
    'nested dashes': '- '.repeat(many),
    'nested lines': Array.from({ length: 2_000 }, (_, index) => `${' '.repeat(index)}a:\n`).join(''),
    'words on one line': `a: [${'b, '.repeat(many)}]`,
    'comments in a sequence': `a: [\n${' # b\n'.repeat(many)}`,
    'unclosed quotes': 'a: "\n'.repeat(many),
    'unclosed quotes in a sequence': `a: [\n${' "\n \'\n'.repeat(many)}`,
    'unclosed sequences': 'a: [\n'.repeat(many),
    'text below a value': `a: b\n${'  - c\n'.repeat(many)}`,
    anchors: `a: ${'&b '.repeat(many)}`,
    documents: '---\n'.repeat(many),
  };
  for (const [name, content] of Object.entries(texts)) {
    // Quadratic time would be minutes.
    it(`takes linear time on ${name}`, () => void scanYaml(content)).timeout(30_000);
  }
});
