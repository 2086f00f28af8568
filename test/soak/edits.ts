import { TextDocument, type TextDocumentContentChangeEvent } from 'vscode-languageserver-textdocument';
import type { Random } from '../bench/random';
import { tokens } from '../fuzz/texts';

/** A document as both sides have to see it. */
export interface Copy {
  readonly uri: string;
  readonly path: string;
  /** What it begins with, and is now and then brought back to. */
  readonly seed: string;
  /** Undefined while it is closed. */
  document: TextDocument | undefined;
}

/** One edit of a text: a token typed or pasted, a piece cut out or doubled. */
export function someEdit(document: TextDocument, random: Random): TextDocumentContentChangeEvent {
  const text = document.getText();
  const start = random.below(text.length + 1);
  const end = Math.min(text.length, start + (random.below(3) ? 0 : random.below(30)));
  const piece = text.slice(start, end);
  const token = tokens[random.below(tokens.length)] ?? '';
  const range = { start: document.positionAt(start), end: document.positionAt(end) };
  return { range, text: random.pick([token, token, '', piece + piece, 'mysql']) };
}

/** The text again as it was at first, or a text of its own. */
export const whole = (text: string): TextDocumentContentChangeEvent => ({ text });

/** Applies changes to our copy. */
export function edited(copy: Copy, changes: TextDocumentContentChangeEvent[]): void {
  const { document } = copy;
  if (document) copy.document = TextDocument.update(document, changes, document.version + 1);
}
