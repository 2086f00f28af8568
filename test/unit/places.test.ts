import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { placesIn } from '../../server/src/cli/places';

describe('Lines and columns of a text', () => {
  for (const text of ['', 'a', 'a\nb', 'a\r\nb\r\n', '# a\rb\nc\r\nd\r', '\r\r\n\n\r', '😀\n\ud83d'])
    it(`are those that editors show: ${JSON.stringify(text)}`, () => {
      const [document, place] = [TextDocument.create('a', 'b', 1, text), placesIn(text)];
      for (let start = 0; start <= text.length; start++) {
        // Between the two signs of a line end is no place.
        if (text[start - 1] === '\r' && text[start] === '\n') continue;
        const { line, character } = document.positionAt(start);
        const { line: shown, column } = place({ start, end: start });
        assert.deepEqual([shown, column], [line + 1, character + 1], String(start));
      }
    });
});
