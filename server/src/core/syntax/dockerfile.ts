import type { Span } from '../model';

/** A word of an instruction: no blanks in it, but for those between quotes in `ARG`. */
export interface Word extends Span {
  readonly text: string;
  /** A line end goes through it: what it says as a whole stands nowhere. */
  readonly isTorn: boolean;
}

/** An instruction with all of its lines, those of heredocs included. */
export interface Instruction extends Span {
  /** In capitals; what `ONBUILD` puts off counts as if it stood alone. */
  readonly keyword: string;
  /** `--platform=linux/amd64`. */
  readonly flags: readonly Word[];
  /** Left out where they are a shell's. */
  readonly words: readonly Word[];
}

/** The instructions of a Dockerfile in their order. Never throws; the time is linear in the length of the text. */
export function scanDockerfile(text: string): readonly Instruction[] {
  const escapeSign = escapeOf(text);
  const skipHeredocs = heredocSkipper(text);
  const found: Instruction[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const start = skipBlanks(text, at);
    const isNothing = start >= text.length || '#\r\n'.includes(text.charAt(start));
    const end = isNothing ? lineEnd(text, start) : instructionEnd(text, start, escapeSign);
    at = end + 1;
    if (isNothing) continue;
    const instruction = readInstruction(text, { start, end }, escapeSign);
    if (takesHeredocs.has(instruction.keyword)) at = skipHeredocs(text.slice(start, end), at);
    found.push({ ...instruction, end: Math.min(at - 1, text.length) });
  }
  return found;
}

const takesHeredocs = new Set(['RUN', 'COPY', 'ADD']);

/** Comments of the form `# key=value` at the top are directives; one of them names the escape character. */
function escapeOf(text: string): string {
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; at = lineEnd(text, at) + 1) {
    const [, key, value] = /^[ \t]*#[ \t]*(\w+)[ \t]*=[ \t]*(\S*)/.exec(text.slice(at, at + 200)) ?? [];
    if (!key) break;
    if (key.toLowerCase() === 'escape') return value === '`' ? '`' : '\\';
  }
  return '\\';
}

const isBlank = (c: string) => c === ' ' || c === '\t';

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charAt(at))) at++;
  return at;
}

/** The line break, or the end of the text. */
function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** The end of the last line. Comments and empty lines between the lines of an instruction do not end it. */
function instructionEnd(text: string, start: number, escapeSign: string): number {
  let end = lineEnd(text, start);
  let isOpen = goesOn(text, start, end, escapeSign);
  while (isOpen && end < text.length) {
    const next = skipBlanks(text, end + 1);
    end = lineEnd(text, next);
    const isNothing = text.charAt(next) === '#' || text.slice(next, end).trim() === '';
    isOpen = isNothing || goesOn(text, next, end, escapeSign);
  }
  return end;
}

/** Whether a line ends with one escape character. */
function goesOn(text: string, start: number, end: number, escapeSign: string): boolean {
  let last = end - 1;
  while (last >= start && /\s/.test(text.charAt(last))) last--;
  return last >= start && text.charAt(last) === escapeSign && text.charAt(last - 1) !== escapeSign;
}

function readInstruction(text: string, { start, end }: Span, escapeSign: string): Instruction {
  const reader = { text, end, escapeSign };
  let keyword = readWord(reader, start, false);
  let at = gapEnd(reader, keyword.end);
  if (keyword.text.toUpperCase() === 'ONBUILD' && at < end) {
    keyword = readWord(reader, at, false);
    at = gapEnd(reader, keyword.end);
  }
  const name = keyword.text.toUpperCase();
  const flags: Word[] = [];
  for (; text.startsWith('--', at) && at < end; at = gapEnd(reader, at)) {
    const flag = readWord(reader, at, false);
    flags.push(flag);
    at = flag.end;
  }
  return { keyword: name, flags, words: hasWords.has(name) ? readWords(reader, at, name === 'ARG') : [], start, end };
}

const hasWords = new Set(['FROM', 'ARG']);

interface Reader {
  readonly text: string;
  readonly end: number;
  readonly escapeSign: string;
}

function readWords(reader: Reader, from: number, isQuoting: boolean): readonly Word[] {
  const words: Word[] = [];
  for (let at = from; at < reader.end; ) {
    const word = readWord(reader, at, isQuoting);
    words.push(word);
    at = gapEnd(reader, word.end);
  }
  return words;
}

/** From `start` to the next blank or line end; quotes hold blanks together. */
function readWord({ text, end, escapeSign }: Reader, start: number, isQuoting: boolean): Word {
  let quote = '';
  let at = start;
  for (; at < end; at++) {
    const c = text.charAt(at);
    if (c === '\n' || c === '\r' || (!quote && isBlank(c))) break;
    if (c === escapeSign && breaksAfter(text, at)) break;
    if (quote ? c === quote : isQuoting && (c === '"' || c === "'")) quote = quote ? '' : c;
  }
  // Always forward: an escape character alone is a word of nothing.
  const isLineBroken = text.charAt(at) === escapeSign && at < end;
  const next = isLineBroken ? lineEnd(text, at) + 1 : at;
  const isTorn = isLineBroken && next < end && !/\s|#/.test(text.charAt(next));
  return { text: text.slice(start, at), start, end: at, isTorn };
}

/** Whether nothing follows an escape character on its line. */
const breaksAfter = (text: string, at: number) => '\r\n'.includes(text.charAt(skipBlanks(text, at + 1)));

/** Where the next word begins: blanks, escaped line ends and the comments between the lines say nothing. */
function gapEnd({ text, end, escapeSign }: Reader, from: number): number {
  let at = from;
  while (at < end) {
    const c = text.charAt(at);
    if (c === '\n' && text.charAt(skipBlanks(text, at + 1)) === '#') at = lineEnd(text, at + 1);
    else if (/\s/.test(c) || (c === escapeSign && breaksAfter(text, at))) at++;
    else break;
  }
  return Math.min(at, end);
}

const heredoc = /(?<![^\s])\d*<<(-?)(["']?)([A-Za-z_]\w*)\2(?![\w"'])/g;

/** Skips the texts that an instruction takes from the lines below it. One without its last line is being typed. */
function heredocSkipper(text: string): (instruction: string, at: number) => number {
  let last: ReadonlyMap<string, number> | undefined;
  return (instruction, from) => {
    let at = from;
    for (const [, dash, , name = ''] of instruction.matchAll(heredoc)) {
      const isEnd = (line: string) => (dash ? line.replace(/^\t+/, '') : line) === name;
      last ??= lastLines(text);
      if ((last.get(dash + name) ?? -1) >= at) at = afterLine(text, at, isEnd);
    }
    return at;
  };
}

/** Where each line that is one word stands last, so that no search fails; behind a dash those that tabs may precede. */
function lastLines(text: string): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const { 1: tabs, 2: word = '', index } of text.matchAll(/^(\t*)(\w+)\r?$/gm)) {
    last.set(`-${word}`, index);
    if (!tabs) last.set(word, index);
  }
  return last;
}

function afterLine(text: string, from: number, isEnd: (line: string) => boolean): number {
  for (let at = from; at < text.length; ) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end).replace(/\r$/, '');
    at = end + 1;
    if (isEnd(line)) return at;
  }
  return from;
}
