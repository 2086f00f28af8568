import assert from 'node:assert/strict';
import { fileKinds } from '../../server/src/core/files';
import type { Span } from '../../server/src/core/model';
import { bracketExtent, indentedExtent } from '../../server/src/core/policy/extent';
import { firstAround, firstNamed } from '../../server/src/core/policy/first';

/** The same numbers each time. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

/** What the extents say, one character and one line after the other. */
function bracketsFrom(text: string, start: number): Span {
  const end = text.indexOf('\n', start) + 1 || text.length;
  const line = { start, end };
  let depth = 0;
  for (let at = start; at < text.length && (at < line.end || depth > 0); at++) {
    if ('([{'.includes(text.charAt(at))) depth++;
    else if (')]}'.includes(text.charAt(at))) depth = Math.max(0, depth - 1);
    if (at >= line.end && depth === 0) return { start, end: at + 1 };
  }
  return depth > 0 ? { start, end: text.length } : line;
}

function indentedFrom(text: string, start: number): Span {
  const indentOf = (line: string) => line.length - line.replace(/^ */, '').length;
  const [own = '', ...below] = text.slice(start).split(/(?<=\n)/);
  const stop = below.findIndex((line) => line.trim() !== '' && indentOf(line) <= indentOf(own));
  return { start, end: start + [own, ...(stop < 0 ? below : below.slice(0, stop))].join('').length };
}

describe('The first of many', () => {
  it('is the first by name, whichever name leads to it', () => {
    const first = firstNamed(['ab', 'bc', 'ac'], (one) => [...one]);
    assert.deepEqual([['c'], ['c', 'a'], ['x'], []].map(first), ['bc', 'ab', undefined, undefined]);
  });

  it('is the first around a place, as when all are asked', () => {
    for (let seed = 0; seed < 300; seed++) {
      const below = numbers(seed);
      const all = Array.from({ length: below(12) }, () => {
        const start = below(20);
        return { covers: { start, end: start + below(10) } };
      });
      const around = firstAround(all);
      for (let at = -1; at < 32; at++)
        assert.equal(
          around(at),
          all.find(({ covers }) => covers.start <= at && at < covers.end),
          `${seed} ${at} ${JSON.stringify(all)}`,
        );
    }
  });
});

describe('What an exception above a line covers', () => {
  it('is what is found where all below is read again for each line', () => {
    const pieces = ['(', ')', '[', '}', '{', 'a', '\n', '\n', ' ', '  ', '\r\n', '# b', 'c: d'];
    for (let seed = 0; seed < 500; seed++) {
      const below = numbers(seed);
      const text = Array.from({ length: below(40) }, () => pieces[below(pieces.length)]).join('');
      const [brackets, indented] = [bracketExtent(text), indentedExtent(text)];
      for (const { index: start } of text.matchAll(/^(?=.*\S)/gm)) {
        if (start > 0 && text[start - 1] !== '\n') continue;
        assert.deepEqual(brackets(start), bracketsFrom(text, start), JSON.stringify(text.slice(start)));
        assert.deepEqual(indented(start), indentedFrom(text, start), JSON.stringify(text.slice(start)));
      }
    }
  });

  it('in Terraform is the outermost block that begins there', () => {
    const extent = fileKinds.find(({ id }) => id === 'terraform')?.extent;
    const text = 'a "b" {\n  c {\n    d = 1\n  }\n  e {} }  f {\n  g = 1\n}\n';
    const covered = ['a "b"', '  c {', '    d', '  e {'].map((line) => {
      const span = extent?.(text)(text.indexOf(line));
      return text.slice(span?.start, span?.end);
    });
    assert.deepEqual(covered, [
      'a "b" {\n  c {\n    d = 1\n  }\n  e {} }',
      '  c {\n    d = 1\n  }',
      '    d = 1\n',
      '  e {} }  f {\n  g = 1\n}',
    ]);
  });
});
