import assert from 'node:assert/strict';
import { parse } from '@cdktn/hcl2json';
import fc from 'fast-check';
import { agreed } from '../support/hclJson';
import { holds } from './property';

const name = fc.constantFrom('a', 'b_c', 'd-e', 'f1', 'for', 'null', 'é');
const word = fc.constantFrom(
  'a',
  'x y',
  '\\"',
  '\\\\',
  '\\n',
  '\\u00e9',
  '$',
  '$$',
  '$${a}',
  '%',
  '%%{b}',
  '#',
  '//',
  '/*',
  '{',
  '}',
  '<<A',
  "'",
);
const string = fc.array(word, { maxLength: 4 }).map((words) => `"${words.join('')}"`);
const heredoc = fc
  .tuple(
    fc.constantFrom('<<', '<<-'),
    fc.array(fc.constantFrom('  a', '}', '"', '# b', '$${c}', ' EOTX', ''), { minLength: 1, maxLength: 4 }),
  )
  .map(([opening, lines]) => `${opening}EOT\n${lines.map((line) => `${line}\n`).join('')}EOT`);
const expression = fc.constantFrom(
  'var.a',
  'f("b", { c = "}" })',
  'a ? "b" : "c"',
  '(\n1)',
  '!d',
  '1 + 2',
  '"a$'.concat('{b["c"]}d"'),
  '[for x in y : x]',
  'a[0].b',
  '-1',
);

const { value } = fc.letrec<{ value: string; list: string; object: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('1', '0.5', 'true', 'null', '""'),
    string,
    expression,
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join(', ')}]`),
  object: fc
    .uniqueArray(fc.tuple(name, tie('value'), fc.constantFrom(' = ', ':', '=')), {
      maxLength: 3,
      selector: ([key]) => key,
    })
    .chain((pairs) =>
      fc.constantFrom(', ', ',\n  ', '\n').map((between) =>
        braced(
          pairs.map((pair) => `${pair[0]}${pair[2]}${pair[1]}`),
          between,
        ),
      ),
    ),
}));
const braced = (items: readonly string[], between: string) =>
  `{${between.includes('\n') ? '\n' : ' '}${items.join(between)}${between === '\n' ? '\n' : ' '}}`;

const comment = fc.constantFrom('', '', ' # a "', ' // {', ' /* } */');
const attribute = fc.tuple(name, fc.oneof({ weight: 4, arbitrary: value }, heredoc), comment);
const written = ([key, text, said]: readonly [string, string, string]) =>
  `${key} = ${text}${text.endsWith('EOT') ? '' : said}\n`;
const attributes = fc
  .uniqueArray(attribute, { maxLength: 3, selector: ([key]) => key })
  .map((all) => all.map(written).join(''));
const block = fc
  .tuple(fc.constantFrom('resource "a" "b"', 'x', 'module "é"', 'y z'), attributes, attributes)
  .map(([head, outer, inner]) => `${head} {\n${outer}inner {\n${inner}}\n}\n`);
const file = fc.tuple(attributes, fc.array(block, { maxLength: 2 })).map(([first, blocks]) => first + blocks.join(''));

describe("Any HCL that HashiCorp's parser takes", () => {
  holds('is read as it reads it', file, async (text) => {
    const theirs = await parse('main.tf', text).catch(() => undefined);
    if (theirs) assert.deepEqual(agreed(text, theirs), theirs);
  });
});
