/** A cell is a name or a sentence or two; what is longer takes the parser the square of its length. */
const longestCell = 2000;

/** Nobody writes a paragraph with more of them; the parser takes the square of their number. */
const mostMarks = 1000;

/**
 * A text without what is too much of a paragraph or a cell. Blanks stand in its place, so that all offsets stay; of
 * paragraphs nothing but marks is left out, so that a block ends where it did.
 */
export function withoutExcess(text: string): string {
  // Every other part is the end of a line.
  const parts = text.split(/(\r\n|\n|\r)/);
  let marks = 0;
  let quote: string | undefined;
  return parts
    .map((line, at) => {
      if (at % 2) return line;
      if (!line.trim()) marks = 0;
      if (isHeader(line, parts[at + 2] ?? '')) quote = quoteOf(line);
      else if (!isRow(line, quote)) quote = undefined;
      if (quote !== undefined) return line.replace(cells, shortened);
      return fence.test(line) ? line : line.replace(mark, (one) => (++marks > mostMarks ? ' ' : one));
    })
    .join('');
}

const mark = /[`[\]!<&\\*_]/g;
/** Without it, what follows would be code, or no longer be. */
const fence = /^[\s>]*(?:`{3,}|~{3,})[\w\s-]*$/;
const cells = /(?:\\[\\|]|[^|])+/g;

const shortened = (cell: string) =>
  cell.length > longestCell ? cell.slice(0, longestCell) + ' '.repeat(cell.length - longestCell) : cell;

/** The signs of the quotes that a line is in. */
const quoteOf = (line: string) => /^[\s>]*/.exec(line)?.[0].replace(/\s/g, '') ?? '';

/** Whether a line is the header of a table: dashes for as many cells stand below. */
const isHeader = (line: string, below: string) =>
  /^[\s>]*[|:-][|:\s-]*$/.test(below) && below.includes('|') && below.includes('-') && pipesIn(line) === pipesIn(below);

/** Between cells, not around them. */
function pipesIn(line: string): number {
  const inner = line.replace(/^[\s>]*(?:[-*+]\s|\d+[.)]\s)?\s*\|?/, '').replace(/\|?\s*$/, '');
  return inner.match(/\\[\\|]|\|/g)?.filter((one) => one === '|').length ?? 0;
}

/** Whether a line goes on with a table; any other block ends it. */
const isRow = (line: string, quote: string | undefined) =>
  line.includes('|') && quoteOf(line) === quote && !/^[\s>]*(?:#{1,6}\s|```|~~~|[-*+]\s|\d+[.)]\s|<)/.test(line);
