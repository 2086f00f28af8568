import type { Dependency, Ecosystem, Scope } from './dependency';
import type { Span, TextChange } from './text';

/** What tells whether a file is of a kind. */
export interface FileName {
  /** With `/` as separator; may be the bare name of an untitled document. */
  readonly path: string;
  readonly languageId?: string;
  /** The first few thousand characters: kinds with generic names are recognised by content. */
  readonly head: string;
}

/** How to read one kind of file, and to write in it. */
export interface FileKind {
  readonly id: string;
  matches(file: FileName): boolean;
  /** Never throws; a broken text gives what was understood. */
  read(text: string): readonly Dependency[];
  /** What was read before, after a change of one name or version; undefined where more has changed. Same result. */
  reread?(before: Source, text: string): readonly Dependency[] | undefined;
  /** For files that grow large: how they are read part by part, with the same result. */
  readonly parts?: PartReader;
  /** Puts something else in the place of a dependency; undefined where the text has no place for it. */
  replace(source: Source, dependency: Dependency, by: Replacement): Edit | undefined;
  /** Puts a text where somebody wants it near an offset; undefined where files of this kind take none. */
  insert(text: string, near: number, inserted: Inserted): TextChange | undefined;
  /** What an exception above the line of an offset covers: the line, or the whole block that begins there. */
  extent(text: string): (offset: number) => Span;
  /** How a comment is put above what stands at an offset; left out for files that have no comments. */
  comment?(text: string, offset: number): LineComment;
  /** What may be inserted at an offset; half-typed text is the normal case. Never throws. */
  slotAt(text: string, offset: number): Slot | undefined;
}

/** Reads a text in parts that say nothing of each other, so that typing in one does not mean to read the others again. */
export interface PartReader {
  /** Where parts may begin, in order, but for the first; each at the beginning of a line. */
  cuts(text: string): readonly number[];
  /** Reads a part as if it were all there is; never throws. */
  read(text: string): PartReading;
}

/** What was understood of a part. */
export interface PartReading {
  readonly dependencies: readonly Dependency[];
  /**
   * Half typed, so that what was understood is a guess; `open` where it may go on in what looks like the next part, or
   * has something to do with it: then only the text as a whole can be read.
   */
  readonly state: 'complete' | 'broken' | 'open';
}

/** A part of a text as it was read, and where it stands now. */
export interface Part {
  readonly text: string;
  readonly start: number;
  /** With the places that they have in the part. */
  readonly reading: PartReading;
  /** With the places that they have in the whole text. */
  readonly dependencies: readonly Dependency[];
}

/** A comment that has a line of its own. */
export interface LineComment {
  /** Beginning of the line that it goes above. */
  readonly above: number;
  readonly opening: string;
  readonly closing: string;
}

/** A place in a text, what may be inserted there, and how it is written there. */
export interface Slot {
  /** A value is that of an attribute which decides what its block is. */
  readonly kind: 'name' | 'version' | 'repository' | 'value' | 'snippet';
  /** What is replaced: what stands around the offset. */
  readonly span: Span;
  /** Where the replaced part ends if the rest of the word is to stay; the end of the span where it cannot. */
  readonly insertEnd: number;
  /** What was typed before the offset, without its quote. */
  readonly prefix: string;
  readonly ecosystem?: Ecosystem;
  readonly scope?: Scope;
  /** Whose version, repository or attribute it is, and where that comes from. */
  readonly name?: string;
  readonly repository?: string;
  /** Path of the attribute that a value is for. */
  readonly attribute?: string;
  /** Names that stand there already and must not stand there twice. */
  readonly taken?: ReadonlySet<string>;
  /** Whether a name of the ecosystem makes sense here: a plugin is no library. All do where it is left out. */
  fits?(name: string): boolean;
  /** The text that takes the place of the span. */
  write(entry: SlotEntry): string;
  /** The same for a snippet, in snippet syntax; left out where none fits, `''` where all of it stands there already. */
  writeSnippet?(body: string): string;
  /** What has to change elsewhere: the comma after the property before, the keys that belong to a name. */
  also?(entry?: SlotEntry): readonly TextChange[];
}

/** What is inserted in a slot: a name with what belongs to it; for other slots than those of names, the text itself. */
export interface SlotEntry {
  readonly name: string;
  readonly version?: string | undefined;
  readonly repository?: string | undefined;
}

/** What is put in: plain text or a snippet, lines joined by `\n`, without a line end after the last. */
export interface Inserted {
  readonly body: string;
  /** The map of package.json that it belongs in. */
  readonly scope?: Scope;
}

/** What a dependency is replaced by: another name of the same ecosystem. */
export interface Replacement {
  readonly name: string;
  /** Left out where the version that is written stays right. */
  readonly version?: string;
  readonly repository?: string;
  /** Attributes that have to have these values. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** How something is done, and what the title of the fix has to admit. */
export interface Edit {
  readonly changes: readonly TextChange[];
  /** Attributes that had to go. */
  readonly removed?: readonly string[];
}

/** One text that was read. */
export interface Source {
  readonly path: string;
  readonly kind: FileKind;
  readonly text: string;
  readonly dependencies: readonly Dependency[];
  /** In order, without gaps; left out where the text had to be read as a whole. */
  readonly parts?: readonly Part[] | undefined;
}
