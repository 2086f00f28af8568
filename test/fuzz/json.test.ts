import assert from 'node:assert/strict';
import { createScanner } from 'jsonc-parser';
import { jsonTokens } from '../../server/src/core/syntax/jsonTokens';
import { holds } from './property';
import { seeds } from './seeds';
import { changesOf } from './texts';

const seed = seeds['package-json']?.text ?? '';
const strange =
  '\ufeff// a\n{"a\\u00e9\\"": "b\\/", /* c */ "d": [1.5e3, -2, true, x/y], "e\\\n": "\\u12", "f\\\\": "\t", /*/ "g": "\\x", "h\n": 1 / 2}';

describe('Any text as JSON', () => {
  holds('has the tokens that jsonc-parser sees', changesOf(seed, strange, strange + seed), (text) => {
    assert.deepEqual(ours(text), theirs(text));
  });
});

/** Tokens as words; what is none of ours is one, however long. */
function ours(text: string): string[] {
  const next = jsonTokens(text);
  const found: string[] = [];
  for (let token = next(); token.sign !== 'end'; token = next()) {
    const { sign, isObject, value, span } = token;
    found.push(sign === 'string' ? `${value} ${span.start} ${span.end}` : sign + (isObject ? ' object' : ''));
  }
  return merged(found);
}

const signs = ['', 'open object', 'close', 'open', 'close', 'other', 'colon'];
const [string, eof] = [10, 17];

function theirs(text: string): string[] {
  const scanner = createScanner(text.replace(/^\ufeff/, ' '), true);
  const found: string[] = [];
  for (let kind: number = scanner.scan(); kind !== eof; kind = scanner.scan()) {
    const [start, end] = [scanner.getTokenOffset() + 1, scanner.getTokenOffset() + scanner.getTokenLength() - 1];
    const isString = kind === string && scanner.getTokenError() === 0;
    found.push(isString ? `${scanner.getTokenValue()} ${start} ${end}` : (signs[kind] ?? 'other'));
  }
  return merged(found);
}

const merged = (words: readonly string[]) => words.filter((word, at) => word !== 'other' || words[at - 1] !== 'other');
