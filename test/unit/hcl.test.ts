import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from '@cdktn/hcl2json';
import { type HclBody, outline } from '../../server/src/core/syntax/hclOutline';
import { type HclAttribute, literal, literalString, objectEntries } from '../../server/src/core/syntax/hclValue';
import { picture, text } from '../support/findings';
import { unmarked } from '../support/marks';

const folder = 'test/fixtures/hcl';
const samples = readdirSync(folder).map((name) => ({ name, content: readFileSync(`${folder}/${name}`, 'utf8') }));

/** Every block with its labels, every attribute with its value: `…` for one that is not literal. */
function marks(
  content: string,
  { attributes, blocks }: HclBody,
): { span: { start: number; end: number }; label: string }[] {
  const values = attributes.map((one) => ({
    span: one.nameSpan,
    label: `${one.name} = ${literal(content, one)?.value ?? '…'}`,
  }));
  const inside = blocks.flatMap((block) => [
    {
      span: { start: block.start, end: block.start + block.type.length },
      label: [block.type, ...block.labels.map((label) => label.value)].join(' '),
    },
    ...marks(content, block),
  ]);
  return [...values, ...inside].sort((one, other) => one.span.start - other.span.start);
}

function assertOutline(expected: string): void {
  const content = unmarked(expected);
  assert.equal(picture(content, marks(content, outline(content))), expected);
}

/** The outline without its places. */
const outlined = (content: string) => marks(content, outline(content)).map((one) => one.label);

const attributeOf = (content: string): HclAttribute => {
  const [attribute] = outline(content).attributes;
  assert.ok(attribute);
  return attribute;
};

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
      f = "${'${g("h", "}")}'} {" // i = 2
      ^ f = …
      j = 3 /* k = 4 */
      ^ j = 3`);
  });

  it('takes for literal what is written out', () => {
    const value = (written: string) => literal(`a = ${written}`, attributeOf(`a = ${written}`))?.value;
    assert.deepEqual(
      ['"b"', '"b" # c', '"b" /* c */', '42', '-1.5e3', 'true', '""', '"$${b}"', '"%%{b}"', '"\\"\\u00e9\\n"'].map(
        value,
      ),
      ['b', 'b', 'b', '42', '-1.5e3', 'true', '', '${b}', '%{b}', '"é\n'],
    );
    assert.deepEqual(
      ['"${b}"', '"%{if b}"', 'var.b', '["b"]', '"a" == "b"', '("b")', 'null', '"b', '"b\\"', '<<E\nb\nE', ''].map(
        value,
      ),
      Array(11).fill(undefined),
    );
    assert.equal(value('"\\UFFFFFFFF"'), '\\UFFFFFFFF');
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
    for (const other of [
      'a = {}',
      'a = { for b in c : b => 1 }',
      'a = { b = 1 }["b"]',
      'a = merge({ b = 1 })',
      'a = [{ b = 1 }]',
    ])
      assert.deepEqual(objectEntries(other, attributeOf(other)), [], other);
  });

  it('is the same with carriage returns and a byte order mark', () => {
    for (const { name, content } of samples) {
      const windows = `\ufeff${content.replaceAll('\n', '\r\n')}`;
      assert.deepEqual(outlined(windows), outlined(content), name);
    }
  });
});

describe('HCL outline of broken text', () => {
  const halves = [
    'engi',
    'engine =',
    'engine = "',
    'engine = "mysql',
    'engine = [',
    'engine = foo(',
    'a {',
    'a "b',
    'a = {',
    '}',
    ']',
  ];
  const others = [
    'engine = "${var.',
    'engine = <<EOF',
    '/* engine',
    '"',
    '${',
    '\0',
    '= 1',
    'a = 1 b = 2',
    'a.b = 1',
    '{',
    '1',
  ];

  it('keeps what stands around a half-typed line', () => {
    const before = 'resource "aws_db_instance" "main" {\n  port = 3306\n';
    const after =
      '  name = "orders"\n  timeouts {\n    create = "10m"\n  }\n}\nresource "aws_sqs_queue" "jobs" {\n  name = "jobs"\n}\n';
    const whole = outlined(before + after);
    for (const half of [...halves, ...others]) {
      const kept = outlined(`${before}  ${half}\n${after}`);
      const missing = whole.filter((one) => !kept.includes(one));
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

  it('stays inside the text, wherever it ends', () => {
    for (const { name, content } of samples) {
      for (let end = 0; end < content.length; end++) assertInside(outline(content.slice(0, end)), 0, end, name);
    }
  });
});

function assertInside({ attributes, blocks }: HclBody, start: number, end: number, name: string): void {
  for (const one of attributes)
    assert.ok(
      start <= one.nameSpan.start &&
        one.nameSpan.end < one.valueStart + 1 &&
        one.valueStart <= one.valueEnd &&
        one.valueEnd <= end,
      name,
    );
  for (const one of blocks) {
    assert.ok(start <= one.start && one.start < one.end && one.end <= end, name);
    assertInside(one, one.start, one.end, name);
  }
}

describe('HCL outline of hostile text', () => {
  const many = 100_000;
  const texts: Record<string, string> = {
    'nested interpolations': `a = ${'"${'.repeat(many)}`,
    'interpolations that never nest': `a = "${'${'.repeat(many)}`,
    'nested lists': `a = ${'['.repeat(many)}`,
    'nested objects': `a = ${'{b='.repeat(many)}`,
    'nested blocks': 'a {\n'.repeat(many),
    'blocks on one line': 'a {'.repeat(many),
    'blocks that close too far out': '  a {\n'.repeat(many) + '}\n'.repeat(many),
    'braces behind many spaces': ' '.repeat(many) + '{'.repeat(many),
    'unclosed comments': 'a = /*\n'.repeat(many),
    'unclosed heredocs': Array.from({ length: many }, (_, index) => `a = <<E${index}\n`).join(''),
    'heredocs that are none': `a = ${'<<b c '.repeat(many)}`,
    'unclosed strings': 'a = "\n'.repeat(many),
    'unclosed interpolations': 'a = "${\n'.repeat(many),
    'unclosed lists': 'a = [\r\n'.repeat(many),
    labels: `a ${'"b" '.repeat(many)}`,
    backslashes: `a = "${'\\'.repeat(many)}`,
  };
  for (const [name, content] of Object.entries(texts)) {
    // Quadratic time would be minutes.
    it(`takes linear time on ${name}`, () => void outline(content)).timeout(10_000);
  }

  it('takes linear time on objects with something unclosed in each', () => {
    const content = `a = {\n${'b = { c = <<E /* \n}\n'.repeat(many)}}`;
    for (const one of objectEntries(content, attributeOf(content))) objectEntries(content, one);
  }).timeout(20_000);
});

type Json = { [key: string]: unknown };

/** An attribute that is not literal: that parser may say of it what it likes, but for a literal. */
const unread = Symbol('not literal');

/** The outline as HashiCorp's parser writes it: blocks in lists below their labels. */
function toJson(content: string, { attributes, blocks }: HclBody): Json {
  const json: Json = Object.fromEntries(attributes.map((one) => [one.name, valueOf(content, one)]));
  for (const block of blocks) {
    const path = [block.type, ...block.labels.map((label) => label.value)];
    const last = path.pop() ?? '';
    const parent = path.reduce((object, key) => (object[key] ??= {}) as Json, json);
    parent[last] = [...((parent[last] as Json[] | undefined) ?? []), toJson(content, block)];
  }
  return json;
}

function valueOf(content: string, attribute: HclAttribute): unknown {
  const entries = objectEntries(content, attribute);
  if (entries.length) return Object.fromEntries(entries.map((one) => [one.name, valueOf(content, one)]));
  const value = literal(content, attribute)?.value;
  const quoted = content[attribute.valueStart] === '"';
  return value === undefined ? unread : quoted ? value : JSON.parse(value);
}

/** Ours, with that parser's word for everything that is not literal, computed keys included. */
function filled(ours: unknown, theirs: unknown): unknown {
  if (ours === unread) return isLiteral(theirs) ? 'a literal that we do not take for one' : theirs;
  if (Array.isArray(ours)) return ours.map((one, index) => filled(one, (theirs as unknown[])?.[index]));
  if (typeof ours !== 'object') return isSame(ours, theirs) ? theirs : ours;
  const computed = Object.entries(theirs ?? {}).filter(([key]) => /\$\{|\./.test(key));
  const own = Object.entries(ours as Json).map(([key, one]) => [key, filled(one, (theirs as Json)?.[key])]);
  return { ...Object.fromEntries(computed), ...Object.fromEntries(own) };
}

/** Escaped marks of templates stay escaped there. */
const isSame = (ours: unknown, theirs: unknown) =>
  ours === (typeof theirs === 'string' ? theirs.replace(/([$%])\1(?=\{)/g, '$1') : theirs);

/** A heredoc comes out of that parser as a string with a line end. */
const isLiteral = (value: unknown) =>
  typeof value === 'string' ? !/[$%]\{|\n/.test(value) : typeof value === 'number' || typeof value === 'boolean';

describe("HCL outline and HashiCorp's parser", () => {
  for (const { name, content } of samples) {
    it(`agree on ${name}`, async () => {
      const theirs = await parse(name, content);
      assert.deepEqual(filled(toJson(content, outline(content)), theirs), theirs);
    });
  }
});
