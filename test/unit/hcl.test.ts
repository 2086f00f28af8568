import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import type { Span } from '../../server/src/core/model';
import { type HclBlock, type HclBody, outline } from '../../server/src/core/syntax/hclOutline';
import { type HclAttribute, literal, literalString, objectEntries } from '../../server/src/core/syntax/hclValue';
import { picture, text } from '../support/findings';
import { unmarked } from '../support/marks';

const folder = 'test/fixtures/hcl';
const samples = readdirSync(folder).map((name) => ({ name, content: readFileSync(`${folder}/${name}`, 'utf8') }));

const titleOf = ({ type, labels }: HclBlock) => [type, ...labels.map((label) => label.value)].join(' ');

/** Every block with its labels, every attribute with its value: `…` for one that is not literal. */
function marks(content: string, { attributes, blocks }: HclBody): { span: Span; label: string }[] {
  const values = attributes.map((one) => {
    return { span: one.nameSpan, label: `${one.name} = ${literal(content, one)?.value ?? '…'}` };
  });
  const inside = blocks.flatMap((block) => {
    const span = { start: block.start, end: block.start + block.type.length };
    return [{ span, label: titleOf(block) }, ...marks(content, block)];
  });
  return [...values, ...inside].sort((one, other) => one.span.start - other.span.start);
}

function assertOutline(expected: string): void {
  const content = unmarked(expected);
  assert.equal(picture(content, marks(content, outline(content))), expected);
}

/** What stands in which block. */
function pathsIn(content: string, { attributes, blocks } = outline(content)): string[] {
  const values = attributes.map((one) => `${one.name} = ${content.slice(one.valueStart, one.valueEnd)}`);
  const inside = blocks.flatMap((block) => pathsIn(content, block).map((path) => `${titleOf(block)}/${path}`));
  return [...values, ...inside];
}

const attributeOf = (content: string): HclAttribute => {
  const [attribute] = outline(content).attributes;
  assert.ok(attribute);
  return attribute;
};

/** Lint takes it for a forgotten template where it stands in a plain string. */
const interpolation = `\${g("h", "}")}`;

describe('HCL outline', () => {
  it('has blocks with labels and attributes with values', () => {
    assertOutline(text`
      resource "aws_db_instance" "main" {
      ^^^^^^^^ resource aws_db_instance main
        engine = "mysql"
        ^^^^^^ engine = mysql
        port   = 3306
        ^^^^ port = 3306
        name   = var.name
        ^^^^ name = …
        timeouts { create = "10m" }
        ^^^^^^^^ timeouts
                   ^^^^^^ create = 10m
      }
      module network {
      ^^^^^^ module network
        source = "./network"
        ^^^^^^ source = ./network
      }`);
  });

  it('skips the inside of comments, heredocs and interpolations', () => {
    assertOutline(text`
      # a = "b" {
      a = <<-EOF # no heredoc with something behind its marker
      ^ a = …
      b = <<-EOF
      ^ b = …
        c = "d" {
        EOF
      /* e = 1
      */
      f = "${interpolation} {" // i = 2
      ^ f = …
      j = 3 /* k = 4 */
      ^ j = 3`);
  });

  const valueIn = (written: string) => literal(`a = ${written}`, attributeOf(`a = ${written}`))?.value;

  it('takes for literal what is written out', () => {
    const strings = ['"b"', '"b" # c', '"b" /* c */', '/* c */ "b"', '""', '"\\"\\u00e9\\n"', `"$\${b}"`, '"%%{b}"'];
    assert.deepEqual(strings.map(valueIn), ['b', 'b', 'b', 'b', '', '"é\n', `\${b}`, '%{b}']);
    assert.deepEqual(['42', '-1.5e3', 'true'].map(valueIn), ['42', '-1.5e3', 'true']);
    assert.equal(valueIn('"\\UFFFFFFFF"'), '\\UFFFFFFFF');
  });

  it('takes for no literal what has to be computed or is half typed', () => {
    for (const written of [`"\${b}"`, '"%{if b}"', 'var.b', '["b"]', '"a" == "b"', '("b")', 'null', '<<E\nb\nE'])
      assert.equal(valueIn(written), undefined, written);
    for (const written of ['', '"', '"b', '"b\\"', '"b\n"']) assert.equal(valueIn(written), undefined, written);
  });

  it('places a literal inside its quotes', () => {
    const content = 'a = "mysql" # c';
    assert.deepEqual(literalString(content, attributeOf(content)), { value: 'mysql', span: { start: 5, end: 10 } });
  });

  it('reads objects one level deep', () => {
    const content = text`
      a = {
        b = "c", "d" : 1
        (e) = 2
        f = { g = "h" } # i = 3
        j = [
          1,
        ]
        k.l = 4
      }`;
    const entries = objectEntries(content, attributeOf(content));
    assert.deepEqual(
      entries.map((one) => `${one.name} = ${content.slice(one.valueStart, one.valueEnd)}`),
      ['b = "c"', 'd = 1', 'f = { g = "h" }', 'j = [\n    1,\n  ]'],
    );
    const others = [
      '{}',
      '{ for b in c : b => 1 }',
      '{ b = 1 }["b"]',
      'merge({ b = 1 })',
      '[{ b = 1 }]',
      '{ b = 1 } == c',
    ];
    for (const other of others) assert.deepEqual(objectEntries(`a = ${other}`, attributeOf(`a = ${other}`)), [], other);
  });

  it('is the same with carriage returns and a byte order mark', () => {
    for (const { name, content } of samples) {
      const windows = `\ufeff${content.replaceAll('\n', '\r\n')}`;
      const paths = pathsIn(windows).map((path) => path.replaceAll('\r\n', '\n'));
      assert.deepEqual(paths, pathsIn(content), name);
    }
  });
});

describe('HCL outline of broken text', () => {
  const lines = text`
    engi
    engine =
    engine = "
    engine = "mysql
    engine = "${interpolation.slice(0, 4)}
    engine = [
    engine = foo(
    engine = {
    engine = <<EOF
    engine {
    engine "x
    /* engine
    "
    }
    ]
    {
    = 1
    a = 1 b = 2
    a.b = 1
    1`;

  it('keeps what stands around a half-typed line', () => {
    const before = 'resource "aws_db_instance" "main" {\n  port = 3306\n';
    const after =
      '  name = "orders"\n  timeouts {\n    create = "10m"\n  }\n}\nmodule "jobs" {\n  source = "./jobs"\n}\n';
    for (const half of [...lines.split('\n'), '\0', '\u00a0']) {
      const kept = new Set(pathsIn(`${before}  ${half}\n${after}`));
      const missing = pathsIn(before + after).filter((path) => !kept.has(path));
      assert.deepEqual(missing, [], half);
    }
  });

  it('leaves out a block with a half-typed header', () => {
    assertOutline(text`
      resource "aws_sns_topic" "a"
      resource "aws_sns_topic" "b {
      }
      resource "aws_sns_
      resource "aws_sns_topic" "c" {
      ^^^^^^^^ resource aws_sns_topic c
        name = "c"
        ^^^^ name = c
      }`);
  });

  it('closes a block that nobody closed where the next begins', () => {
    assertOutline(text`
      resource "a" "b" {
      ^^^^^^^^ resource a b
        c {
        ^ c
          d = 1
          ^ d = 1
        e = [
        ^ e = …
          1,
        f = 2
        ^ f = 2
      resource "g" "h" {
      ^^^^^^^^ resource g h
      i = 3
      ^ i = 3
      }`);
    assert.deepEqual(
      outline('a "b" {\n  c {\n}\nd "e" {\n').blocks.map((block) => block.blocks.length),
      [1, 0],
    );
  });

  it('stays inside the text, wherever it ends @all', () => {
    for (const { name, content } of samples) {
      for (let end = 0; end < content.length; end++) assertInside(outline(content.slice(0, end)), 0, end, name);
    }
  });
});

function assertInside({ attributes, blocks }: HclBody, start: number, end: number, name: string): void {
  for (const { nameSpan, valueStart, valueEnd } of attributes) {
    const places = [start, nameSpan.start, nameSpan.end, valueStart, valueEnd, end];
    assert.deepEqual(
      places,
      [...places].sort((one, other) => one - other),
      name,
    );
  }
  for (const one of blocks) {
    assert.ok(start <= one.start && one.start < one.end && one.end <= end, name);
    assertInside(one, one.start, one.end, name);
  }
}
