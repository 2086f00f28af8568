import type { KnowledgeIndex } from '../catalog/catalog';
import { lineAt } from '../fixes/changes';
import { keepLast } from '../keepLast';
import type { Located, Source, Span } from '../model';
import { named, namedTechnology } from './about';
import { isDate } from './date';

/** `stack-guidance-ignore <rule or technology>: reason (until 2027-03-31)` in a comment. */
export interface InlineException {
  /** The whole comment with its marks. */
  readonly span: Span;
  /** A rule or the name of a technology. */
  readonly about: string;
  /** Empty where it is missing, which makes the exception void. */
  readonly reason: string;
  /** As written; what is no date makes the exception void. */
  readonly expires?: Located;
  /** What it covers: its line, the next line, or the block that begins there. */
  readonly covers: Span;
}

/** A comment that was read; those that stand alone on their line cover what comes after them. */
type Comment = Omit<InlineException, 'covers'> & { readonly isAlone: boolean; readonly line: Span };

const marker = 'stack-guidance-ignore';

/** All exceptions that stand in a file. Only kinds with comments have any. Each check asks twice, and each hover again. */
export const inlineExceptions: (source: Source) => readonly InlineException[] = keepLast(readExceptions);

function readExceptions({ text, kind }: Source): InlineException[] {
  if (!kind.comment || !text.includes(marker)) return [];
  const extentAt = kind.extent(text);
  const found: InlineException[] = [];
  let below: { line: number; covers: Span } | undefined;
  // From the last to the first: comments in a row cover the same.
  for (const { isAlone, line, ...one } of commentsIn(text).reverse()) {
    const next = isAlone ? nextLine(text, line.end, below?.line) : undefined;
    const covers = next === undefined ? line : below?.line === next ? below.covers : extentAt(next);
    if (isAlone) below = { line: line.start, covers };
    found.push({ ...one, covers });
  }
  return found.reverse();
}

function commentsIn(text: string): Comment[] {
  const found: Comment[] = [];
  for (let at = text.indexOf(marker); at >= 0; at = text.indexOf(marker, at)) {
    const comment = readComment(text, at);
    if (comment) found.push(comment);
    at = comment?.line.end ?? at + marker.length;
  }
  return found;
}

/** The exception whose marker stands at an offset; undefined where that is in no comment, or not its first word. */
function readComment(text: string, at: number): Comment | undefined {
  const opened = openingBefore(text, at);
  const from = at + marker.length;
  if (!opened || /[\w-]/.test(text.charAt(from))) return undefined;
  const line = lineAt(text, at);
  // Editors take a carriage return alone for a line end, too.
  const [written = ''] = text.slice(from, line.end).split('\r', 1);
  const end = from + written.trimEnd().length;
  const closing = opened.closing ? written.indexOf(opened.closing) : -1;
  const closed = closing < 0 ? end : from + closing + opened.closing.length;
  const star = opened.closing ? written.indexOf('*/') : -1;
  const words = wordsOf(written.slice(0, star < 0 ? closed - from : star), from);
  const isAlone = text.slice(line.start, opened.start).trim() === '' && closed >= end;
  return { ...words, span: { start: opened.start, end: closed }, isAlone, line };
}

/** Where the comment begins whose first word is at an offset, and what closes it before the end of the line. */
function openingBefore(text: string, at: number): { start: number; closing: string } | undefined {
  const end = blanksBefore(text, at);
  if (text.startsWith('/*', end - 2)) {
    const before = blanksBefore(text, end - 2);
    const action = (text[before - 1] === '-' ? before - 1 : before) - 2;
    return text.startsWith('{{', action) ? { start: action, closing: '}}' } : { start: end - 2, closing: '*/' };
  }
  if (text.startsWith('//', end - 2)) return { start: end - 2, closing: '' };
  let start = end;
  while (text[start - 1] === '#') start--;
  return start < end ? { start, closing: '' } : undefined;
}

function blanksBefore(text: string, at: number): number {
  let p = at;
  while (text[p - 1] === ' ' || text[p - 1] === '\t') p--;
  return p;
}

const ends = ['until ', "jusqu'au ", 'jusqu’au ', "jusqu'à ", 'jusqu’à '];

/** ` mysql: reporting (until 2027-03-31)`; the colon ends the name, brackets at the end of the line hold the date. */
function wordsOf(written: string, offset: number): Pick<InlineException, 'about' | 'reason' | 'expires'> {
  const colon = written.indexOf(':');
  if (colon < 0) return { about: written.trim(), reason: '' };
  const about = written.slice(0, colon).trim();
  const said = written.slice(colon + 1).trimEnd();
  const open = said.endsWith(')') ? said.lastIndexOf('(') + 1 : 0;
  const end = open ? ends.find((word) => said.startsWith(word, open)) : undefined;
  if (!end) return { about, reason: said.trim() };
  const value = said.slice(open + end.length, -1).trim();
  const start = offset + colon + 1 + open + end.length;
  return {
    about,
    reason: said.slice(0, open - 1).trim(),
    expires: { value, span: { start, end: start + value.length } },
  };
}

/** The beginning of the next line that is neither empty nor a comment of its own, or of one that is known. */
function nextLine(text: string, from: number, known: number | undefined): number {
  for (let start = from; start < text.length; start = lineAt(text, start).end) {
    if (start === known) return start;
    const line = text.slice(start, lineAt(text, start).end).trim();
    if (line !== '' && !isComment(line)) return start;
  }
  return text.length;
}

/** Nothing else stands on the line: what opens a comment has to close it there, at its end. */
const isComment = (line: string) =>
  /^(?:#|\/\/)/.test(line) ||
  (/^(?:\/\*|\{\{-?\s*\/\*)/.test(line) && /^\*\/(?:\s*-?\}\})?$/.test(line.slice(line.indexOf('*/', 2))));

/** Whether it says why, and until when if it says that at all: any other is void. */
export const isCounted = ({ reason, expires }: InlineException) =>
  reason !== '' && (expires === undefined || isDate(expires.value));

/** What an exception is about: the rule, or the technology, that is called so. */
export const namesOf = ({ about }: InlineException, knowledge: KnowledgeIndex): string[] => [
  named.rule(about),
  ...namedTechnology(about, knowledge),
];
