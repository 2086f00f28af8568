import type { Located, Span, TextChange } from '../model';

/** A change of what is written at a place; none where it is the same already. */
export function rewrite(text: string, place: Located | Span | undefined, by: string | undefined): TextChange[] {
  if (!place || by === undefined) return [];
  const span = 'span' in place ? place.span : place;
  return text.slice(span.start, span.end) === by ? [] : [{ span, text: by }];
}

/** The whole line of an offset, its line end included. */
export function lineAt(text: string, offset: number): Span {
  const start = offset > 0 ? text.lastIndexOf('\n', offset - 1) + 1 : 0;
  const end = text.indexOf('\n', offset);
  return { start, end: end < 0 ? text.length : end + 1 };
}

/** What stands before the first other character of a line. */
export const indentationAt = (text: string, offset: number): string =>
  /^[ \t]*/.exec(text.slice(lineAt(text, offset).start))?.[0] ?? '';

/** `\r\n` where the text has it. */
export const lineEndOf = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** A text after changes. They must not overlap. */
export function applied(text: string, changes: readonly TextChange[]): string {
  const last = [...changes].sort((a, b) => b.span.start - a.span.start);
  return last.reduce((result, { span, text: by }) => result.slice(0, span.start) + by + result.slice(span.end), text);
}
