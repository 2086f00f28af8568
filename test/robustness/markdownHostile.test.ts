import assert from 'node:assert/strict';
import { readMarkdown } from '../../server/src/core/syntax/markdown';

describe('Markdown of any text', () => {
  const many = 50_000;
  const texts: Record<string, string> = {
    'a list that goes on without its mark': `- a\n${'b c\n'.repeat(many)}`,
    'a quote that goes on without its mark': `> a\n${'b c\r\n'.repeat(many)}`,
    'a numbered list that goes on too far out': `10. a\n${'  b\n'.repeat(many)}`,
    'rows below a list': `- a\n${'|-\n'.repeat(many)}`,
    'line breaks below a list': `- a\n${'\\\n'.repeat(many)}`,
  };
  for (const [name, content] of Object.entries(texts)) {
    // Quadratic time would be minutes.
    it(`takes linear time on ${name}`, () => void readMarkdown(content)).timeout(30_000);
  }

  it('reads the tables after a long list, and long tables', () => {
    const table = `| a | b |\n|---|---|\n${'| c | d |\n'.repeat(3000)}`;
    for (const end of ['\n', '\r\n']) {
      const content = `${'- x\ny\n'.repeat(2000)}\n${table}\n- ${table.replaceAll('\n', '\n  ')}`.replaceAll('\n', end);
      const [first, inList] = readMarkdown(content).tables;
      assert.equal(first?.rows.length, 3001);
      assert.ok((inList?.rows.length ?? 0) > 900);
      const cell = first?.rows[3000]?.[1];
      assert.equal(content.slice(cell?.span.start, cell?.span.end), 'd');
    }
  });
});
