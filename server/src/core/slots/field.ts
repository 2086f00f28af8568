import type { Slot, Span } from '../model';

/** Where a value stands or is being typed. */
export interface Field {
  /** What the line says the value is of. */
  readonly key: string;
  /** With its quotes. */
  readonly span: Span;
  readonly quote: '"' | "'" | '';
  readonly isClosed: boolean;
  /** What stands before the offset, without its quote. */
  readonly prefix: string;
  /** Nothing else stands on the line after it. */
  readonly isLast: boolean;
}

/** Where the whole value ends and what a quote that is still open needs. */
export type Extent = Pick<Slot, 'span' | 'insertEnd' | 'prefix'>;

/** What of a field is replaced: the inside of its quotes, or all of it where a quote is missing. */
export function extentOf({ span, quote, isClosed, prefix }: Field): Extent {
  if (quote && !isClosed) return { span, insertEnd: span.end, prefix };
  const inside = quote ? { start: span.start + 1, end: span.end - 1 } : span;
  return { span: inside, insertEnd: inside.start + prefix.length, prefix };
}

/** The same where the rest of a word says nothing about what is inserted, as of a version. */
export function wholeOf(field: Field): Extent {
  const extent = extentOf(field);
  return { ...extent, insertEnd: extent.span.end };
}
