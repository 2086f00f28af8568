import assert from 'node:assert/strict';
import { parse, stringify } from 'smol-toml';
import { scanToml, type TomlNode } from '../../server/src/core/syntax/toml';
import { text } from '../support/findings';

/** What both can tell: strings on one line as they read, and that there is something else. */
function ours(node: TomlNode): unknown {
  switch (node.form) {
    case 'string':
      return `text ${node.value?.value}`;
    case 'array':
      return node.children.map(ours);
    case 'table':
      return Object.fromEntries(node.children.map((child) => [child.key?.value, ours(child)]));
    default:
      return node.form === 'bare' ? 'bare' : 'lines';
  }
}

function theirs(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('\n') ? 'lines' : `text ${value}`;
  if (Array.isArray(value)) return value.map(theirs);
  if (typeof value !== 'object' || value === null || value instanceof Date) return 'bare';
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, theirs(one)]));
}

const assertSame = (content: string) => assert.deepEqual(ours(scanToml(content).root), theirs(parse(content)), content);

/** The same numbers each time, so that a failure can be looked into. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

const words = [
  'a',
  'b c',
  '',
  '#x',
  'a = "b"',
  "it's",
  '"',
  '\\',
  '[x]',
  '{',
  ']',
  '}',
  ',',
  'é😀',
  '\t',
  "'''",
  '1.0',
];
const keys = ['a', 'b-c', 'd.e', '"', 'f g', '1', '', 'é', '#', '=', "'"];
const others = [1, -2.5, true, new Date(0), 1e30];

function value(next: (below: number) => number, depth: number): unknown {
  const kind = depth > 4 ? next(2) : next(6);
  if (kind === 0) return others[next(others.length)];
  if (kind < 3) return words[next(words.length)];
  const size = next(4);
  if (kind === 3) return Array.from({ length: size }, () => value(next, depth + 1));
  return table(next, size, depth + 1);
}

const table = (next: (below: number) => number, size: number, depth: number) =>
  Object.fromEntries(Array.from({ length: size }, () => [keys[next(keys.length)], value(next, depth)]));

/** Values in braces, as the package does not write them. */
function inline(one: unknown, next: (below: number) => number): string {
  const space = ['', ' ', '  '][next(3)] ?? '';
  if (typeof one === 'string') return /['\n\t]/.test(one) || next(2) ? JSON.stringify(one) : `'${one}'`;
  if (Array.isArray(one)) {
    const line = ['', '\n', ' # ]\n', '\r\n\t'][next(4)] ?? '';
    return `[${one.map((item) => `${line}${inline(item, next)}${space}`).join(',')}${one.length ? line : ''}]`;
  }
  if (one instanceof Date) return one.toISOString();
  if (typeof one !== 'object' || one === null) return String(one);
  const pairs = Object.entries(one).map(([key, of]) => `${JSON.stringify(key)}${space}=${space}${inline(of, next)}`);
  return `{${space}${pairs.join(`${space},${space}`)}${space}}`;
}

describe('TOML outline and smol-toml', () => {
  it('agree on 400 texts that the package wrote', () => {
    for (let seed = 1; seed <= 400; seed++) assertSame(stringify(table(numbers(seed), 6, 0)));
  });

  it('agree on 400 texts in brackets', () => {
    for (let seed = 1; seed <= 400; seed++) {
      const next = numbers(seed);
      const pairs = Object.entries(table(next, 6, 0));
      assertSame(pairs.map(([key, one]) => `${JSON.stringify(key)} = ${inline(one, next)} # x\n`).join(''));
    }
  });

  it('agree on what people write', () => {
    assertSame(text`
      # Comment
      title = "TOML \"x\" \u00e9" # [not.a.table]
      'literal key'.sub . "quoted" = 'C:\path'
      empty = ""
      long = """one line"""
      quotes = """ "" """""
      literal = '''it's'''
      lines = """
      [no.table]
      a = "b" \
        \"""
      """
      more = '''a
      [no.table]'''
      date = 1979-05-27 07:32:00Z
      numbers = [ 1, 0x1F, inf, nan, -1.5,
        [1.5], # [x]
        [true],
        ["a"],
      ]

      [a.b]
      c = { d = [{ e = "f" }, {}], g.h = 1 }
      [a]
      x = 1
      [[list]]
      name = "one"
      [list.sub]
      y = [
        "z", # ]
        # "w",
      ]
      [[list]]
      [ target . 'cfg(unix)' . "x" ]
      k = "v"
      `);
    assertSame('\ufeffa = 1\r\n[b]\r\nc = "d"\r\n'.slice(1));
  });
});
