import assert from 'node:assert/strict';
import { isMap, isScalar, isSeq, parseAllDocuments, type Scalar, stringify } from 'yaml';
import { literal, scanYaml } from '../../server/src/core/syntax/yaml';
import { text } from '../support/findings';
import { pathsOf } from '../support/outlines';

describe('YAML outline and the yaml package', () => {
  /** `path start-end value` of all literals on one line, as the package has them. */
  function theirs(content: string): string[] {
    const found: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (isScalar(node)) found.push(`${path} ${placeOf(node, content)}`);
      else found.push(`${path} `);
      if (isMap(node)) for (const { key, value } of node.items) visit(value, `${path}.${isScalar(key) && key.source}`);
      if (isSeq(node)) node.items.forEach((item, index) => void visit(item, `${path}[${index}]`));
    };
    for (const [index, { contents, errors }] of [...parseAllDocuments(content)].entries()) {
      assert.deepEqual(errors, []);
      visit(contents, `${index}`);
    }
    return found.filter((line) => !/^\d+ /.test(line));
  }

  function placeOf({ range, type, source }: Scalar, content: string): string {
    const quote = type?.startsWith('QUOTE') ? 1 : 0;
    const [start, end] = [(range?.[0] ?? 0) + quote, (range?.[1] ?? 0) - quote];
    const isLiteral = quote || (type === 'PLAIN' && end > start && source !== 'null');
    return isLiteral && !content.slice(start, end).includes('\n') ? `${start}-${end} ${source}` : '';
  }

  function ours(content: string): string[] {
    const entries = scanYaml(content);
    const paths = pathsOf(entries);
    return entries.map((entry) => {
      const path = paths[entry.index]?.replace(/^\d+:/, '') ?? '';
      const found = literal(entry);
      const place = found ? `${found.span.start}-${found.span.end} ${found.value}` : '';
      return `${entry.document}${path.startsWith('[') ? '' : '.'}${path} ${place}`;
    });
  }

  /** The same numbers each time, so that a failure can be looked into. */
  function numbers(seed: number): (below: number) => number {
    let state = seed;
    return (below) => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return Math.floor((state / 2147483648) * below);
    };
  }

  const words = [
    'a',
    'b c',
    '7',
    'true',
    '',
    'null',
    '#x',
    'a: b',
    "it's",
    '"',
    'x\ny',
    '- z',
    '[',
    '{{ x }}',
    'é😀',
    'a\\',
  ];

  function value(next: (below: number) => number, depth: number): unknown {
    const kind = depth > 4 ? 0 : next(4);
    if (kind < 2) return words[next(words.length)];
    const size = next(4);
    if (kind === 2) return Array.from({ length: size }, () => value(next, depth + 1));
    return Object.fromEntries(Array.from({ length: size }, (_, index) => [`k${index}`, value(next, depth + 1)]));
  }

  it('agree on 600 texts that the package wrote, in three styles', () => {
    const styles = [{}, { collectionStyle: 'flow' }, { defaultStringType: 'QUOTE_SINGLE', indentSeq: false }] as const;
    for (let seed = 1; seed <= 200; seed++) {
      for (const style of styles) {
        const content = stringify({ root: value(numbers(seed), 0) }, { lineWidth: 40, ...style });
        assert.deepEqual(ours(content), theirs(content), content);
      }
    }
  });

  it('agree on what people write', () => {
    const content = text`
      # Values of a chart.
      image: &image
        repository: "quay.io/a/b"   # comment
        tag: ""
        pullSecrets: []
      list:
      - name: 'x'
        args: ["--a=b:c", --d, {e: f}]

      -   name: y
          env: {A: "1", B: 2,
            C: three}
      script: |
        if true; then
          echo "a: b"
        fi
      folded: >-
        text
      merged:
        <<: *image
        url: http://a.example:80/#b
        description: This goes on
          on the next line
        quoted: "and this
          too"
      ---
      "second": document
      ...`;
    assert.deepEqual(ours(content), theirs(content));
  });
});
