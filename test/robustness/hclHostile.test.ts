import { outline } from '../../server/src/core/syntax/hclOutline';
import { objectEntries } from '../../server/src/core/syntax/hclValue';

describe('HCL outline of hostile text', () => {
  const many = 100_000;
  const texts: Record<string, string> = {
    'nested interpolations': `a = ${'"${'.repeat(many)}`,
    'interpolations that never nest': `a = "${'$'.concat('{').repeat(many)}`,
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
    'unclosed interpolations': `a = "\${\n`.repeat(many),
    'unclosed lists': 'a = [\r\n'.repeat(many),
    labels: `a ${'"b" '.repeat(many)}`,
    backslashes: `a = "${'\\'.repeat(many)}`,
  };
  for (const [name, content] of Object.entries(texts)) {
    // Quadratic time would be minutes.
    it(`takes linear time on ${name}`, () => void outline(content)).timeout(30_000);
  }

  it('takes linear time on objects with something unclosed in each', () => {
    const content = `a = {\n${'b = { c = <<E /* \n}\n'.repeat(many)}}`;
    const objects = outline(content).attributes.flatMap((one) => objectEntries(content, one));
    for (const one of objects) objectEntries(content, one);
  }).timeout(30_000);
});
