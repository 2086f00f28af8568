import assert from 'node:assert/strict';
import { childOf, children, literal, scalar, scanYaml } from '../../server/src/core/syntax/yaml';
import { text } from '../support/findings';
import { unmarked } from '../support/marks';
import { literalsOf } from '../support/outlines';

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
      tagged: !!seq # note: of two
      - &one # note: of one
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
