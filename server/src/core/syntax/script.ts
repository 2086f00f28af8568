import type { Span } from '../model';

/** A word, a string or any other sign of a build script: Groovy, Kotlin or Swift. Comments are none. */
export interface Token {
  readonly kind: 'word' | 'string' | 'sign';
  /** Of a string what is inside its quotes, as written; the place likewise. */
  readonly value: string;
  readonly span: Span;
  /** Nothing stands before it on its line. */
  readonly isFirst: boolean;
  /** A string without its closing quote goes to the end of its line. */
  readonly isOpen: boolean;
}

/** What stands between line ends or other signs that end it, and the blocks around it. */
export interface Statement {
  readonly tokens: readonly Token[];
  readonly block: Block | undefined;
}

/** `header { … }` */
export interface Block {
  readonly header: readonly Token[];
  readonly parent: Block | undefined;
}

const blank = /\s+/y;
const word = /[\p{L}_][\p{L}\p{N}_]*/uy;

/** The tokens of a text, in linear time. What an interpolation holds belongs to its string. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let isFirst = true;
  let at = 0;
  while (at < text.length) {
    const next = silenceEnd(text, at);
    if (next > at) {
      isFirst ||= /[\r\n]/.test(text.slice(at, next));
      at = next;
      continue;
    }
    const token = tokenAt(text, at, isFirst);
    tokens.push(token);
    isFirst = false;
    at = token.kind === 'string' && !token.isOpen ? token.span.end + 1 : token.span.end;
  }
  return tokens;
}

/** Where the blanks, the comment or the text in three quotes ends that begins at an offset. */
function silenceEnd(text: string, at: number): number {
  const two = text.slice(at, at + 2);
  if (two === '//') return lineEnd(text, at);
  if (two === '/*') return endAfter(text, '*/', at + 2);
  const three = text.slice(at, at + 3);
  if (three === '"""' || three === "'''") return endAfter(text, three, at + 3);
  return matchEnd(blank, text, at);
}

function tokenAt(text: string, at: number, isFirst: boolean): Token {
  const c = text.charAt(at);
  const isString = c === '"' || c === "'";
  const start = isString ? at + 1 : at;
  const wordEnd = matchEnd(word, text, at);
  const end = isString ? stringEnd(text, at) : Math.max(wordEnd, at + 1);
  const kind = isString ? 'string' : wordEnd > at ? 'word' : 'sign';
  const isOpen = isString && text.charAt(end) !== c;
  return { kind, value: text.slice(start, end), span: { start, end }, isFirst, isOpen };
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Where the line of an offset ends, without its line end. */
function lineEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && text.charAt(end) !== '\n' && text.charAt(end) !== '\r') end++;
  return end;
}

function endAfter(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

/** Where the closing quote stands, or the line ends. */
function stringEnd(text: string, open: number): number {
  const quote = text.charAt(open);
  let depth = 0;
  for (let at = open + 1; at < text.length; at++) {
    const c = text.charAt(at);
    const two = text.slice(at, at + 2);
    if (c === '\n' || c === '\r') return at;
    if (two === '\\(' || two === '${' || (depth > 0 && '({'.includes(c))) depth++;
    else if (depth > 0 && ')}'.includes(c)) depth--;
    else if (depth === 0 && c === quote) return at;
    if (c === '\\' || two === '${') at++;
  }
  return text.length;
}

/** One pass over the tokens of a text. */
interface Scan {
  readonly found: Statement[];
  block: Block | undefined;
  tokens: Token[];
  /** How many brackets are open in the statement. */
  depth: number;
}

/** The statements of a text in its order. A bracket that is still open does not hide the next call. */
export function statementsOf(text: string): Statement[] {
  const scan: Scan = { found: [], block: undefined, tokens: [], depth: 0 };
  const all = tokensOf(text);
  for (const [at, token] of all.entries()) {
    if (token.isFirst && isBeginning(token, all[at - 1], all[at + 1], scan.depth)) close(scan);
    if (token.kind === 'sign') readSign(scan, token);
    else scan.tokens.push(token);
  }
  close(scan);
  return scan.found;
}

function readSign(scan: Scan, sign: Token): void {
  const header = scan.tokens;
  if ('{};'.includes(sign.value)) close(scan);
  else scan.tokens.push(sign);
  if (sign.value === '{') scan.block = { header, parent: scan.block };
  else if (sign.value === '}') scan.block = scan.block?.parent;
  else if ('(['.includes(sign.value)) scan.depth++;
  else if (')]'.includes(sign.value)) scan.depth = Math.max(0, scan.depth - 1);
}

function close(scan: Scan): void {
  if (scan.tokens.length) scan.found.push({ tokens: scan.tokens, block: scan.block });
  scan.tokens = [];
  scan.depth = 0;
}

/** Whether a statement begins with the first token of a line. */
function isBeginning(token: Token, before: Token | undefined, after: Token | undefined, depth: number): boolean {
  const isCall = token.kind === 'word' && (after?.kind === 'string' || after?.value === '(');
  return isCall || (depth === 0 && before?.value !== ',' && token.value !== '.');
}
