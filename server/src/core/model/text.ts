/** A half-open range of UTF-16 offsets into one text: `start` is inside, `end` is not. Never crosses a line. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A literal text of the file and where it stands. `value` may be normalised; the span is what was written. */
export interface Located {
  readonly value: string;
  readonly span: Span;
}

/** A literal value with the key that it has. */
export interface Attribute extends Located {
  readonly keySpan?: Span;
}

/** Changes of one text; the spans are those of the text before, and do not overlap. */
export interface TextChange {
  readonly span: Span;
  readonly text: string;
}

/** The languages that we speak ourselves; documents are shown as written. */
export type Locale = 'en' | 'fr';
export type Texts = Readonly<Record<Locale, string>>;
