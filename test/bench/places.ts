import type { Position } from 'vscode-languageserver-protocol/node';

/** Names that somebody asks about or changes: a place is the end of a match, here before the last letter. */
const named: Readonly<Record<string, RegExp>> = {
  'package.json': /^ {4}"[@\w/-]+(?=[\w-]")/gm,
  'main.tf': /^resource "\w+(?=\w")/gm,
  'values.yaml': /^ {4}repository: [\w./-]+(?=\w$)/gm,
};

/** Where somebody has begun to type something that can be completed: a few letters of a name, or nothing on a line. */
const begun: Readonly<Record<string, RegExp>> = {
  'package.json': /^ {4}"@?\w\w/gm,
  'main.tf': /^ {2}engine = "\w\w|\n(?=\n)/gm,
  'values.yaml': /^ {4}repository: \w\w/gm,
};

/** The places in a file. */
export interface Places {
  readonly named: readonly Position[];
  readonly begun: readonly Position[];
}

export const placesIn = (file: string, text: string): Places => ({
  named: endsOf(text, named[file]),
  begun: endsOf(text, begun[file]),
});

const endsOf = (text: string, pattern: RegExp = /\w{3,}/g): Position[] =>
  [...text.matchAll(pattern)].map((match) => positionAt(text, match.index + match[0].length));

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
