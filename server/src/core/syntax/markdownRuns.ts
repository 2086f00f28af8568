/** Nobody writes a list or a quote of more lines without an empty one. */
const most = 1000;

/**
 * A text without what is too much of a list or a quote: lines that go on with one take the parser the square of their
 * number. Blanks stand in their place, so that all offsets stay; tables and text outside are left as they are.
 */
export function withoutEndlessLists(text: string): string {
  let lines = 0;
  return text.replace(/[^\r\n]+|\r?\n(?=[ \t]*(?:\r?\n|$))/g, (line) => {
    if (/^[\r\n]/.test(line)) lines = 0;
    else if (lines || opening.test(line)) lines++;
    return lines > most ? ' '.repeat(line.length) : line;
  });
}

/** The mark of a list item or a quote. */
const opening = /^[ \t]*(?:>|[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$))/;
