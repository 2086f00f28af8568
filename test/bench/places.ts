import type { Position } from 'vscode-languageserver-protocol/node';

/** Where in each file names stand that somebody types or asks about. */
const patterns: Readonly<Record<string, RegExp>> = {
  'package.json': /^ {4}"[@\w/-]+(?=")/gm,
  'main.tf': /^resource "\w+(?=")/gm,
  'values.yaml': /^ {4}repository: [\w./-]+/gm,
};

/** The positions in the last word of each such name, one character before its end. */
export function placesIn(file: string, text: string): Position[] {
  const pattern = patterns[file] ?? /\w{3,}/g;
  return [...text.matchAll(pattern)].map((match) => positionAt(text, match.index + match[0].length - 1));
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
