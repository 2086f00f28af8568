import assert from 'node:assert/strict';
import { scanToml, type TomlNode } from '../../server/src/core/syntax/toml';

const many = 100_000;
const texts: Record<string, string> = {
  'nested arrays': `a = ${'['.repeat(many)}`,
  'nested arrays that braces close': `a = ${'['.repeat(many)}${'}'.repeat(many)}`,
  'nested tables': `a = ${'{b = '.repeat(many)}`,
  'nested lines': `a = ${'[\n'.repeat(many)}`,
  'words on one line': `a = [${'b, '.repeat(many)}]`,
  'strings on one line': `a = [${'"b", '.repeat(many)}]`,
  'dotted keys': `${'a.'.repeat(many)}b = 1`,
  'headers without end': '[a.\n'.repeat(many),
  'one header': '[a]\nb = 1\n'.repeat(many),
  'lists of tables': '[[a]]\nb = 1\n'.repeat(many),
  'unclosed quotes': 'a = "\n'.repeat(many),
  'unclosed quotes in an array': `a = [\n${' "\n \'\n'.repeat(many)}`,
  'unclosed long strings': `a = """\n${'b = \'\'\'\n\\"""\n'.repeat(many)}`,
  'unclosed arrays': 'a = [\n'.repeat(many),
  'unclosed tables': 'a = {\n'.repeat(many),
  blanks: `a = 1${' '.repeat(many)}\n${' \n'.repeat(many)}`,
  'comments in an array': `a = [\n${' # b\n'.repeat(many)}`,
};

const valid = `\ufeff# c\r\na.b = "c\\"\\u00e9" # d\r\n[e.'f']\ng = { h = [1, '''x''', "y"], i.j = true }\n[[k]]\r\nl = [\n  "m", # n\n  { o = """p""" },\n]\nq = """\nr"""\n`;

function assertInside(content: string): void {
  const nodes: TomlNode[] = [scanToml(content).root];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    nodes.push(...node.children);
    assert.ok(0 <= node.start && node.start <= node.end && node.end <= content.length, content);
    for (const located of [node.key, node.value]) {
      if (!located) continue;
      const { start, end } = located.span;
      assert.ok(0 <= start && start <= end && end <= content.length, content);
      assert.doesNotMatch(content.slice(start, end), /[\r\n]/);
    }
  }
}

describe('TOML outline of hostile text', () => {
  for (const [name, content] of Object.entries(texts)) {
    // Quadratic time would be minutes.
    it(`takes linear time on ${name}`, () => void scanToml(content)).timeout(10_000);
  }

  it('has places inside the text, on one line, wherever it is cut or torn', () => {
    for (let at = 0; at <= valid.length; at++) {
      assertInside(valid.slice(0, at));
      assertInside(valid.slice(at));
      for (const sign of ['"', "'", '\n', '\r', '[', ']', '{', '}', '=', '.', ',', '#', '\\', '\0'])
        assertInside(valid.slice(0, at) + sign + valid.slice(at));
    }
  });
});
