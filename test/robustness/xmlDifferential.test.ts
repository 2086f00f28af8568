import assert from 'node:assert/strict';
import { SaxesParser } from 'saxes';
import { childElements, type Element, scanXml, textOf } from '../../server/src/core/syntax/xml';
import { text } from '../support/findings';

describe('XML outline and saxes', () => {
  /** `path start-end text` of all elements, the text only where an element has nothing else. */
  function theirs(content: string): string[] {
    const found: string[] = [];
    const open: { path: string; start: number; inside: string; isText: boolean; place: number }[] = [];
    const parser = new SaxesParser({ position: true, fragment: false });
    const around = () => open.at(-1);
    const spoil = () => {
      const element = around();
      if (element) element.isText = false;
    };
    parser.on('error', (error) => assert.fail(error));
    parser.on('comment', spoil);
    parser.on('cdata', spoil);
    parser.on('processinginstruction', spoil);
    parser.on('opentag', ({ name }) => {
      spoil();
      open.push({
        path: `${around()?.path ?? ''}/${name}`,
        start: parser.position,
        inside: '',
        isText: true,
        place: found.push('') - 1,
      });
    });
    parser.on('text', (inside) => {
      const element = around();
      if (element) element.inside += inside;
    });
    parser.on('closetag', () => {
      const { path, start, inside, isText, place } = open.pop() ?? assert.fail();
      found[place] =
        `${path} ${start}-${parser.position} ${isText && !/[\r\n]/.test(inside.trim()) ? inside.trim() : ''}`;
    });
    parser.write(content).close();
    return found;
  }

  function ours(content: string): string[] {
    const elements = scanXml(content);
    const pathOf = (element: Element | undefined): string =>
      element ? `${pathOf(elements[element.parent])}/${element.name}` : '';
    return elements.map((one) => `${pathOf(one)} ${one.open}-${one.end} ${textOf(content, one)?.value ?? ''}`);
  }

  it('agree on what people write', () => {
    const content = text`
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- <not>this</not> -->
      <!DOCTYPE project>
      <project xmlns="http://maven.apache.org/POM/4.0.0"
               xsi:schemaLocation='a > b'
               a="it's">
        <empty/><empty />
        <empty></empty>
        <groupId>
          com.example
        </groupId>
        <artifactId >a</artifactId
        >
        <two>
          lines
          here
        </two>
        <é.ü-1_x:y>é😀</é.ü-1_x:y>
        <same><same><same>1</same></same><same/></same>
        <script><![CDATA[ if (a < b) { </script> } ]]></script>
        <mixed>a<!-- b -->c</mixed>
        <with>text <b>and</b> elements</with>
        <?pi <no>tag</no> ?>
      </project>
      `;
    assert.deepEqual(ours(content), theirs(content));
  });

  /** The same numbers each time, so that a failure can be looked into. */
  function numbers(seed: number): (below: number) => number {
    let state = seed;
    return (below) => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return Math.floor((state / 2147483648) * below);
    };
  }

  const words = [
    '',
    'a',
    ' b ',
    '\n',
    '\n  c\n',
    '<!-- <d> -->',
    '<![CDATA[<e>]]>',
    '<?f <g> ?>',
    '"',
    "'",
    '>',
    '/',
    'é',
  ];
  const tags = ['a', 'b', 'c.d', 'a b="<&lt;>"'.replace('<', ''), "e f='>' g=\"'\""];

  function element(next: (below: number) => number, depth: number): string {
    const tag = tags[next(tags.length)] ?? '';
    if (next(5) === 0) return `<${tag}/>`;
    const inside = Array.from({ length: depth > 4 ? 1 : next(4) }, () =>
      depth < 5 && next(2) ? element(next, depth + 1) : (words[next(words.length)] ?? ''),
    );
    return `<${tag}>${inside.join('')}</${tag.split(' ')[0]}>`;
  }

  it('agree on 500 texts made by chance', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const content = `<root>${element(numbers(seed), 0)}</root>`;
      assert.deepEqual(ours(content), theirs(content), content);
    }
  });

  it('agrees with itself on what is inside what', () => {
    const elements = scanXml('<a><b/><c><d/></c></a><e/>');
    assert.deepEqual(
      childElements(elements).map(({ name }) => name),
      ['a', 'e'],
    );
    assert.deepEqual(
      childElements(elements, elements[0]).map(({ name }) => name),
      ['b', 'c'],
    );
  });
});
