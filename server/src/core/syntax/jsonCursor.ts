import { createScanner, type SyntaxKind } from 'jsonc-parser';
import type { Span } from '../model';

/** What stands around an offset of a JSON text, however broken: where something is typed, and what is on either side. */
export interface JsonCursor {
  /** The string with its quotes or the bare words at the offset; empty where nothing is typed yet. */
  readonly span: Span;
  /** A string with its quotes, one whose closing quote is missing, words without quotes, nothing. */
  readonly form: 'string' | 'open' | 'words' | 'nothing';
  /** The last sign before: `value` for the end of any value, `key` for a string that is followed by no colon. */
  readonly before: 'start' | 'brace' | 'comma' | 'colon' | 'value' | 'key' | 'other';
  /** Where that ends. */
  readonly beforeEnd: number;
  /** It stands on the same line. */
  readonly isBeforeNear: boolean;
}

// The numbers of jsonc-parser's SyntaxKind, which is a const enum and so no value to import.
const [openBrace, closeBrace, closeBracket, comma, colon, string, end] = [1, 2, 4, 5, 6, 10, 17] as SyntaxKind[];
/** `null`, `true`, `false`, a string, a number. */
const scalars: ReadonlySet<SyntaxKind> = new Set([7, 8, 9, 10, 11] as SyntaxKind[]);
/** What is no part of a word that is being typed, as `null` and `12` may be. */
const signs: ReadonlySet<SyntaxKind> = new Set([1, 2, 3, 4, 5, 6, 10] as SyntaxKind[]);

interface Token extends Span {
  readonly kind: SyntaxKind;
  /** A string that has its closing quote. */
  readonly isClosed: boolean;
}

/** Looks at the words of the text only: whether a place is a comment, or in which object, is for a reader to say. */
export function jsonCursor(text: string, offset: number): JsonCursor {
  const tokens = tokensUntil(text, offset);
  const at = tokens.findIndex((token) => token.kind === string && isInside(token, offset));
  const found = at < 0 ? wordsAt(text, offset, tokens) : stringAt(text, offset, tokens, at);
  const last = tokens.findLast((token) => token.end <= found.span.start && token.kind !== end);
  if (!last) return { ...found, before: 'start', beforeEnd: 0, isBeforeNear: false };
  const isBeforeNear = !text.slice(last.end, found.span.start).includes('\n');
  return { ...found, before: signOf(last, tokens[tokens.indexOf(last) - 1]), beforeEnd: last.end, isBeforeNear };
}

/** The first sign after an offset, comments skipped; `''` at the end of the text. */
export function nextSign(text: string, offset: number): string {
  blanks.lastIndex = offset;
  blanks.exec(text);
  return text.charAt(blanks.lastIndex);
}

/** The same where it must stand on the same line. */
export function nextSignOfLine(text: string, offset: number): string {
  return /^[ \t]*(\S?)/.exec(text.slice(offset, offset + 200))?.[1] ?? '';
}

const blanks = /(?:\s|\/\/[^\n]*|\/\*[\s\S]*?\*\/)*/y;

/** All tokens up to the one after the offset. */
function tokensUntil(text: string, offset: number): Token[] {
  const scanner = createScanner(text.replace(/^\ufeff/, ' '), true);
  const tokens: Token[] = [];
  for (let kind = scanner.scan(); ; kind = scanner.scan()) {
    const start = scanner.getTokenOffset();
    tokens.push({ kind, start, end: start + scanner.getTokenLength(), isClosed: scanner.getTokenError() !== 2 });
    if (kind === end || start > offset) return tokens;
  }
}

/** Between the quotes, or after the opening one where there is no other. */
const isInside = ({ start, end, isClosed }: Token, offset: number) =>
  start < offset && (isClosed ? offset < end : offset <= end);

/** Characters of names and versions; a quote that is not closed on the same line must not take the rest of it along. */
const rest = /[^\s",:{}]*/y;

function stringAt(text: string, offset: number, tokens: readonly Token[], at: number) {
  const { start, end, isClosed } = tokens[at] ?? { start: offset, end: offset, isClosed: false };
  const isTorn = /[\w^~@]/.test(text.charAt(end)) || /[{}]|[:,]\s/.test(text.slice(start, end));
  if (isClosed && !isTorn) return { form: 'string', span: { start, end } } as const;
  rest.lastIndex = offset;
  rest.exec(text);
  return { form: 'open', span: { start, end: rest.lastIndex } } as const;
}

const wordBefore = /(?:[\p{L}\p{N}@~^._/-]+(?: [\p{L}\p{N}]+)*)$/u;
const wordAfter = /[\p{L}\p{N}@._/-]*/uy;

/** Nobody types more before the first result. */
const longestWords = 200;

/** The words right before and after the offset, no part of another token than unknown ones. */
function wordsAt(text: string, offset: number, tokens: readonly Token[]) {
  const from = tokens.findLast((one) => signs.has(one.kind) && one.end <= offset)?.end ?? 0;
  const line = text.slice(Math.max(from, offset - longestWords, text.lastIndexOf('\n', offset - 1) + 1), offset);
  const start = offset - (wordBefore.exec(line)?.[0].length ?? 0);
  wordAfter.lastIndex = offset;
  wordAfter.exec(text);
  const span = { start, end: wordAfter.lastIndex };
  return { form: span.start < span.end ? 'words' : 'nothing', span } as const;
}

function signOf(last: Token, before: Token | undefined): JsonCursor['before'] {
  if (last.kind === openBrace) return 'brace';
  if (last.kind === comma) return 'comma';
  if (last.kind === colon) return 'colon';
  if (last.kind === closeBrace || last.kind === closeBracket) return 'value';
  if (!scalars.has(last.kind)) return 'other';
  return before?.kind === colon ? 'value' : 'key';
}
