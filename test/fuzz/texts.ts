import fc from 'fast-check';

/** What is put into texts: everything that opens, closes or hides something somewhere, and what is no text at all. */
export const tokens: readonly string[] = [
  ...[
    '"',
    "'",
    '`',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    ',',
    ':',
    ': ',
    '=',
    ' = ',
    '.',
    '/',
    '//',
    '/*',
    '*/',
    '#',
  ],
  ...['{{', '}}', '{{-', '-}}', '{{/*', '*/}}', '${', '%{', '"${', '$${', '<<EOT\n', '<<-EOT\n', '\nEOT\n', '<<', '~}'],
  ...[
    '\n',
    '\r\n',
    '\r',
    '\t',
    ' ',
    '\0',
    '\ufeff',
    '\u2028',
    '\u0085',
    '\v',
    '\f',
    '\ud83d',
    '\ude00',
    '😀',
    'é',
    'e\u0301',
  ],
  ...[
    '- ',
    '\n- ',
    '\n  ',
    '---\n',
    '\n...\n',
    '| ',
    '|',
    '|-\n',
    '>-\n',
    '&a ',
    '*a',
    '!!x ',
    '? ',
    '%YAML 1.2\n',
    '<<: *a\n',
  ],
  ...[
    '\\',
    '\\"',
    '\\u00',
    '\\\n',
    '**',
    '_',
    '[a](',
    '![',
    '](',
    '<br>',
    '<!--',
    '-->',
    '&amp;',
    '~~~',
    '\n# ',
    '\n> ',
    '|---|',
  ],
  ...[
    '"a": "b",',
    'a b',
    'a = 1\n',
    'a: b\n',
    'a {\n',
    'image: mysql\n',
    'name: redis\n',
    'null',
    '__proto__',
    'constructor',
    '1e999',
  ],
  ...[
    'stack-guidance-ignore ',
    '# stack-guidance-ignore mysql: a (until 2020-01-01)\n',
    'mysql',
    'https://a.b',
    '@',
    '@sha256:',
    '"" ""',
  ],
];

interface Change {
  readonly how: 'insert' | 'cut' | 'duplicate' | 'swap' | 'ends';
  /** From 0 to 1: where, and how much. */
  readonly at: number;
  readonly other: number;
  readonly length: number;
  readonly token: string;
}

const place = fc.double({ min: 0, max: 1, noNaN: true });
const change: fc.Arbitrary<Change> = fc.record({
  how: fc.constantFrom('insert', 'insert', 'insert', 'cut', 'duplicate', 'swap', 'ends'),
  at: place,
  other: place,
  length: place,
  token: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...tokens) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 4 }) },
  ),
});

function changed(text: string, { how, at, other, length, token }: Change): string {
  const from = Math.floor(at * text.length);
  const to = Math.min(text.length, from + Math.floor(length ** 3 * 80));
  const [before, piece, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  const far = Math.floor(other * after.length);
  if (how === 'insert') return before + token + piece + after;
  if (how === 'cut') return before + after;
  if (how === 'duplicate') return before + piece + piece + after;
  if (how === 'swap') return before + after.slice(0, far) + piece + after.slice(far);
  return text.replaceAll('\n', token === '\r' ? token : '\r\n');
}

/** A text changed a few times: cut, doubled, in another order, with something put in, with other line ends. */
export function changesOf(...seeds: readonly string[]): fc.Arbitrary<string> {
  const changes = fc.array(change, { maxLength: 8 });
  return fc.tuple(fc.constantFrom(...seeds), changes).map(([seed, all]) => all.reduce(changed, seed));
}

/** The offsets of a text to look at: all of a short one, else some that are as good as any. */
export function offsetsIn(text: string): number[] {
  if (text.length <= 24) return Array.from({ length: text.length + 1 }, (_, at) => at);
  const step = 1 + (text.length % 7);
  return Array.from({ length: 12 }, (_, at) =>
    Math.floor(((at * step + 1) * 0.61803 * text.length) % (text.length + 1)),
  );
}

/** A text that still fails and loses that with each piece that is cut out of it. */
export async function smallest(text: string, fails: (shorter: string) => Promise<boolean>): Promise<string> {
  let left = text;
  for (let size = left.length >> 1; size > 0; size >>= 1) {
    for (let at = 0; at < left.length; ) {
      const shorter = left.slice(0, at) + left.slice(at + size);
      if (await fails(shorter)) left = shorter;
      else at += size;
    }
  }
  return left;
}
