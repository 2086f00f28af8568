import assert from 'node:assert/strict';
import { isMap, isScalar, isSeq, parseAllDocuments, type Scalar, stringify } from 'yaml';
import { childOf, children, type Entry, literal, scalar, scanYaml } from '../../server/src/core/syntax/yaml';
import { picture, text } from '../support/findings';
import { unmarked } from '../support/marks';

/** The path of each entry: `dependencies[0].name`, `1:` before it in the second document. */
function pathsOf(entries: readonly Entry[]): string[] {
  const paths: string[] = [];
  const items = new Map<string, number>();
  for (const { key, parent, document } of entries) {
    const above = paths[parent] ?? (document ? `${document}:` : '');
    const item = items.get(above) ?? 0;
    if (key === undefined) items.set(above, item + 1);
    paths.push(key === undefined ? `${above}[${item}]` : /(^|:)$/.test(above) ? above + key : `${above}.${key}`);
  }
  return paths;
}

/** `^^^^ path` under each literal. */
function literalsOf(content: string): string {
  const entries = scanYaml(content);
  const paths = pathsOf(entries);
  const marks = entries.flatMap((entry) => {
    const found = literal(entry);
    const [start, end] = [found?.span.start ?? 0, found?.span.end ?? 0];
    const value = content.slice(start, end) === found?.value ? '' : ` = ${found?.value}`;
    return end > start ? [{ span: { start, end }, label: `${paths[entry.index]}${value}` }] : [];
  });
  return picture(content, marks);
}

const assertLiterals = (expected: string) => assert.equal(literalsOf(unmarked(expected)), expected);

describe('YAML outline', () => {
  it('has maps in maps', () => {
    assertLiterals(text`
      image:
        repository: redis
                    ^^^^^ image.repository
        nested:
            deep: 1
                  ^ image.nested.deep
        tag: 7.2 # the last good one
             ^^^ image.tag
      name: a#b:c
            ^^^^^ name`);
  });

  it('has sequences: indented, in the column of their key, in each other', () => {
    assertLiterals(text`
      - a
        ^ [0]
      -   name: b
                ^ [1].name
          list:
          - c
            ^ [1].list[0]
          - - d
              ^ [1].list[1][0]
            - e
              ^ [1].list[1][1]
          more: f
                ^ [1].more
      -
        name: g
              ^ [2].name
      - # nothing
      - h: i
           ^ [4].h`);
  });

  it('has collections in brackets, on one line and on several', () => {
    assertLiterals(text`
      dependencies: [{name: redis, version: 1.x, repository: "https://a.example/b"}]
                            ^^^^^ dependencies[0].name
                                            ^^^ dependencies[0].version
                                                              ^^^^^^^^^^^^^^^^^^^ dependencies[0].repository
      image: {
        repository: 'redis', # comment ]
                     ^^^^^ image.repository
        "tag":7,
              ^ image.tag
        args: [ -a, "b", [c, [ ]], http://d:80, e: f ],
                ^^ image.args[0]
                     ^ image.args[1]
                          ^ image.args[2][0]
                                   ^^^^^^^^^^^ image.args[3]
                                                   ^ image.args[4].e
        empty, also: ,
      }
      items:
      - {a: 1,
            ^ items[0].a
         b: 2}
            ^ items[0].b
      after: 1
             ^ after`);
  });

  it('reads quotes and escapes, in keys too', () => {
    assertLiterals(text`
      "a b": "c # d" # comment
              ^^^^^ a b
      'it''s': 'it''s'
                ^^^^^ it's = it's
      "x: #y" : z
                ^ x: #y
      escapes: "\"\x41\u00e9\U0001F600\/\\"
                ^^^^^^^^^^^^^^^^^^^^^^^^^^ escapes = "Aé😀/\
      plain: a "b" 'c'
             ^^^^^^^^^ plain`);
  });

  it('takes nothing else for a literal', () => {
    assertLiterals(text`
      base: &base
        image: &image redis
                      ^^^^^ base.image
        <<: *base
      other: *image
      tagged: !!str 7
                    ^ tagged
      literal: |
        key: value

        - item
      folded: >-2 # comment
          key: value
      long: one
        two
      dashed: one
        - two
      quoted: "one
        two"
      empty:
      tilde: ~
      nothing: null
      word: "null"
             ^^^^ word
      below:
        word
        ^^^^ below
      range: >=1.0
             ^^^^^ range
      items:
      - |
        key: value
      - last
        ^^^^ items[1]`);
  });

  it('has documents', () => {
    assertLiterals(text`
      %YAML 1.2
      # The first mark does not end a document before it.
      ---
      a: 1
         ^ a
      --- # second
      b: 2
         ^ 1:b
      ...
      ---
      c: 3
         ^ 2:c
      --- {d: 4}
              ^ 3:d
      --- |
      e: 5
      ---
      f: 6
         ^ 4:f`);
  });

  it('says where keys stand, and what is inside what', () => {
    const content = 'a:\n  "b c":\n  - d: 2\ne: [f, {g: h}]\n';
    const entries = scanYaml(content);
    const keys = entries.map(({ keySpan }) => content.slice(keySpan.start, keySpan.end));
    assert.deepEqual(keys, ['a', 'b c', '-', 'd', 'e', '', '', 'g']);
    assert.deepEqual(
      entries.map(({ parent }) => parent),
      [-1, 0, 1, 2, -1, 4, 4, 6],
    );
    assert.deepEqual(
      entries.map(({ end }) => end),
      [4, 4, 4, 4, 8, 6, 8, 8],
    );
    assert.deepEqual(
      entries.map(({ column }) => column),
      [0, 2, 2, 4, 0, 0, 0, 0],
    );
  });

  it('finds the entries below one', () => {
    const entries = scanYaml('a: {b: 1, c: "", d: null}\ne:\n- f\na: 2\n');
    const [a, e] = children(entries);
    assert.deepEqual(
      children(entries).map(({ key }) => key),
      ['a', 'e', 'a'],
    );
    assert.deepEqual(
      children(entries, a).map(({ key }) => key),
      ['b', 'c', 'd'],
    );
    assert.equal(childOf(entries, 'a'), a);
    assert.deepEqual(scalar(entries, 'b', a), { value: '1', span: { start: 7, end: 8 } });
    assert.equal(scalar(entries, 'c', a)?.value, '');
    assert.equal(scalar(entries, 'd', a), undefined);
    assert.equal(scalar(entries, 'x', a), undefined);
    assert.equal(children(entries, e)[0]?.value, 'f');
  });

  it('takes line ends of all systems, byte order marks, tabs and null characters', () => {
    const literals = (content: string) => scanYaml(content).map((entry) => [entry.key, literal(entry)?.value]);
    const expected = [
      ['a', undefined],
      ['b', '1'],
      ['c', undefined],
      ['d', '2'],
    ];
    for (const end of ['\n', '\r\n', '\r']) {
      assert.deepEqual(literals(['\ufeffa:', '  b: 1 ', '  c: |', '    x: y', '  d:\t2\t# e', ''].join(end)), expected);
      assert.deepEqual(literals(`${end}a: [1,${end} 2]${end}b: "1"`).slice(3), [['b', '1']]);
    }
    assert.deepEqual(literals('a:\n\tb: 1\n\tc: |\n\t\tx: y\n\td: 2'), expected);
    assert.deepEqual(literals('a: b\0c\n\0: 1'), [
      ['a', 'b\0c'],
      ['\0', '1'],
    ]);
  });
});

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

describe('YAML outline and the yaml package', () => {
  /** `path start-end value` of all literals on one line, as the package has them. */
  function theirs(content: string): string[] {
    const found: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (isScalar(node)) found.push(`${path} ${placeOf(node, content)}`);
      else found.push(`${path} `);
      if (isMap(node)) for (const { key, value } of node.items) visit(value, `${path}.${isScalar(key) && key.source}`);
      if (isSeq(node)) node.items.forEach((item, index) => void visit(item, `${path}[${index}]`));
    };
    for (const [index, { contents, errors }] of [...parseAllDocuments(content)].entries()) {
      assert.deepEqual(errors, []);
      visit(contents, `${index}`);
    }
    return found.filter((line) => !/^\d+ /.test(line));
  }

  function placeOf({ range, type, source }: Scalar, content: string): string {
    const quote = type?.startsWith('QUOTE') ? 1 : 0;
    const [start, end] = [(range?.[0] ?? 0) + quote, (range?.[1] ?? 0) - quote];
    const isLiteral = quote || (type === 'PLAIN' && end > start && source !== 'null');
    return isLiteral && !content.slice(start, end).includes('\n') ? `${start}-${end} ${source}` : '';
  }

  function ours(content: string): string[] {
    const entries = scanYaml(content);
    const paths = pathsOf(entries);
    return entries.map((entry) => {
      const path = paths[entry.index]?.replace(/^\d+:/, '') ?? '';
      const found = literal(entry);
      const place = found ? `${found.span.start}-${found.span.end} ${found.value}` : '';
      return `${entry.document}${path.startsWith('[') ? '' : '.'}${path} ${place}`;
    });
  }

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
    '7',
    'true',
    '',
    'null',
    '#x',
    'a: b',
    "it's",
    '"',
    'x\ny',
    '- z',
    '[',
    '{{ x }}',
    'é😀',
    'a\\',
  ];

  function value(next: (below: number) => number, depth: number): unknown {
    const kind = depth > 4 ? 0 : next(4);
    if (kind < 2) return words[next(words.length)];
    const size = next(4);
    if (kind === 2) return Array.from({ length: size }, () => value(next, depth + 1));
    return Object.fromEntries(Array.from({ length: size }, (_, index) => [`k${index}`, value(next, depth + 1)]));
  }

  it('agree on 600 texts that the package wrote, in three styles', () => {
    const styles = [{}, { collectionStyle: 'flow' }, { defaultStringType: 'QUOTE_SINGLE', indentSeq: false }] as const;
    for (let seed = 1; seed <= 200; seed++) {
      for (const style of styles) {
        const content = stringify({ root: value(numbers(seed), 0) }, { lineWidth: 40, ...style });
        assert.deepEqual(ours(content), theirs(content), content);
      }
    }
  });

  it('agree on what people write', () => {
    const content = text`
      # Values of a chart.
      image: &image
        repository: "quay.io/a/b"   # comment
        tag: ""
        pullSecrets: []
      list:
      - name: 'x'
        args: ["--a=b:c", --d, {e: f}]

      -   name: y
          env: {A: "1", B: 2,
            C: three}
      script: |
        if true; then
          echo "a: b"
        fi
      folded: >-
        text
      merged:
        <<: *image
        url: http://a.example:80/#b
        description: This goes on
          on the next line
        quoted: "and this
          too"
      ---
      "second": document
      ...`;
    assert.deepEqual(ours(content), theirs(content));
  });
});
