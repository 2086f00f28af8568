import assert from 'node:assert/strict';
import { scanToml, type TomlNode } from '../../server/src/core/syntax/toml';
import { picture, text } from '../support/findings';
import { unmarked } from '../support/marks';

interface Found {
  readonly path: string;
  readonly node: TomlNode;
}

/** All that has a value on one line, with its path: `a.b[0]`. */
function valuesOf(node: TomlNode, path = ''): Found[] {
  const below = node.children.flatMap((child, index) =>
    valuesOf(child, child.key ? `${path && `${path}.`}${child.key.value}` : `${path}[${index}]`),
  );
  return node.value ? [{ path, node }, ...below] : below;
}

function marked(content: string): string {
  const marks = valuesOf(scanToml(content).root).map(({ path, node: { value } }) => {
    const span = value?.span ?? { start: 0, end: 0 };
    const same = content.slice(span.start, span.end) === value?.value;
    return { span, label: same ? path : `${path} = ${value?.value}` };
  });
  return picture(
    content,
    marks.sort((one, other) => one.span.start - other.span.start),
  );
}

const assertValues = (expected: string) => assert.equal(marked(unmarked(expected)), expected);

describe('TOML outline', () => {
  it('puts all spellings of a table together', () => {
    assertValues(text`
      a.b = "c" # d
             ^ a.b
      [x]
      y = { z = 'one', "w v".u = """two""" }
                 ^^^ x.y.z
                                    ^^^ x.y.w v.u
      [x.y.t]
      s = true
          ^^^^ x.y.t.s
      [[list]]
      name = "\u0041"
              ^^^^^^ list[0].name = A
      [[list]]
      names = [
        "b", # "c"
         ^ list[1].names[0]
        { d = 1.0 },
              ^^^ list[1].names[1].d
      ]`);
  });

  it('has no value for what goes over lines', () => {
    assertValues(text`
      a = """
      [b]
      c = "d" """
      e = '''
      f'''
      g = 1
          ^ g`);
  });

  it('goes on with the next line where brackets are left open', () => {
    assertValues(text`
      [a]
      b = { version = "1"
                       ^ a.b.version
      c = { version = "2",
                       ^ a.c.version
      d = [
        "3",
         ^ a.d[0]
      e = [ { f = "4" ]
                   ^ a.e[0].f
      g = [
        "5
      [h]
      i = "6"
           ^ h.i`);
  });

  it('reads tables in braces over lines', () => {
    assertValues(text`
      a = {
        b = "1", # c
             ^ a.b
        d = [
          "2"
           ^ a.d[0]
        ],
      }
      e = "3"
           ^ e`);
  });

  const halfTyped = [
    'wor',
    'wor =',
    'wor = "',
    "wor = 'a",
    'wor.',
    'wor. = "a"',
    'wor = "a" b',
    '"wor',
    'wor = [',
    'wor = ["a',
    'wor = { a',
    'wor = { a = "',
    'wor = { a = [',
    '= "a"',
    ']',
    '}',
    '"""',
    'wor = """',
  ];
  for (const line of halfTyped) {
    it(`understands what is around ${line}`, () => {
      const found = valuesOf(scanToml(`[a]\nb = "1"\n${line}\nc = "2"\n[d]\ne = "3"\n`).root);
      const paths = found.map(({ path, node }) => `${path} ${node.value?.value}`);
      for (const one of ['a.b 1', 'a.c 2', 'd.e 3']) assert.ok(paths.includes(one), `${one} in ${paths}`);
    });
  }

  it('takes nothing for a part of the table before it where a header is being typed', () => {
    for (const header of ['[', '[]', '[[', '[a.', '[a.]', '[.b]', '["b'])
      assert.deepEqual(
        valuesOf(scanToml(`[a]\n${header}\nc = "2"\n`).root).map(({ path }) => path),
        [],
        header,
      );
    assert.deepEqual(
      valuesOf(scanToml('[a]\n[b\nc = "2"\n').root).map(({ path }) => path),
      ['b.c'],
    );
  });

  it('says under which header a line stands', () => {
    const content = 'x = 1\n\n[a]\nb = [\n  1,\n]\n\n# c\n[[d.e]]\r\nf\r\n';
    assert.deepEqual(
      scanToml(content).tables.map(({ path, start, end }) => `${path.join('.')}: ${content.slice(start, end)}`),
      [': x = 1', 'a: [a]\nb = [\n  1,\n]', 'd.e: [[d.e]]\r\nf'],
    );
  });
});
