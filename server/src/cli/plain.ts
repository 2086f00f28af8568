/** What a terminal obeys, what breaks a line, and what turns the direction of the letters around. */
const unseen = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/u;
const each = new RegExp(unseen, 'gu');
const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * A line with what cannot be seen in it written out: `\x1b`, `\n`, `\u202e`. A file may be called anything, and a line
 * of our output must neither steer the terminal nor become a line that the runner of a CI reads as a command.
 */
export const plain = (line: string): string => (unseen.test(line) ? line.replace(each, escaped) : line);

function escaped(letter: string): string {
  const code = letter.charCodeAt(0).toString(16);
  return short[letter] ?? (code.length > 2 ? `\\u${code.padStart(4, '0')}` : `\\x${code.padStart(2, '0')}`);
}
