import type { Located } from '../model';

/** One directive of a go.mod: a line of its own, or a line inside `verb ( … )`. */
export interface GoModLine {
  readonly verb: string;
  /** What stands behind the verb, `=>` included, without quotes. */
  readonly words: readonly Located[];
  /** What the comment at the end of the line says. */
  readonly comment: string;
}

/** A quoted word, a comment, a sign, a bare word, which a comment ends even without a blank. */
const token = /"([^"\r\n]*)"|`([^`\r\n]*)`|\/\/([^\r\n]*)|=>|[()]|(?:(?!\/\/|=>)[^\s"`()])+/g;

/**
 * The directives of a go.mod in its order. Blocks do not nest, so a block that is still open ends where the next
 * begins, and a broken line costs that line only.
 */
export function goModLines(text: string): GoModLine[] {
  const found: GoModLine[] = [];
  let block: string | undefined;
  let start = 0;
  for (const line of text.split('\n')) {
    const { words, comment } = wordsOf(line, start);
    start += line.length + 1;
    const [first, ...rest] = words.map(({ value }) => value);
    if (first === ')') block = undefined;
    else if (first && rest.length === 1 && rest[0] === '(') block = first;
    else if (first && block) found.push({ verb: block, words, comment });
    else if (first) found.push({ verb: first, words: words.slice(1), comment });
  }
  return found;
}

function wordsOf(line: string, start: number): Omit<GoModLine, 'verb'> {
  const words: Located[] = [];
  let comment = '';
  for (const { 0: written, 1: quoted, 2: raw, 3: said, index } of line.matchAll(token)) {
    if (said !== undefined) comment = said.trim();
    else words.push(located(written, quoted ?? raw, start + index));
  }
  return { words, comment };
}

function located(written: string, inside: string | undefined, at: number): Located {
  const start = inside === undefined ? at : at + 1;
  const value = inside ?? written;
  return { value, span: { start, end: start + value.length } };
}
