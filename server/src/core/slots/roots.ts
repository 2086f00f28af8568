import { lineEndOf } from '../fixes/changes';
import type { Slot } from '../model';
import { maskTemplate } from '../syntax/template';
import { type Entry, scanYaml } from '../syntax/yaml';
import { probed } from './probe';
import { lineAround, type Words, wordsAlone } from './yaml';

/** Blocks of values: where the first column has words, or nothing yet, and nothing further in follows. */
export function valuesSnippetSlot(text: string, offset: number): Slot | undefined {
  const found = rootAt(text, offset);
  return found && found.entry.end === found.entry.index + 1 ? snippetSlot(text, offset, found.words) : undefined;
}

/** Whole objects: where the document has nothing else in it. */
export function objectSlot(text: string, offset: number): Slot | undefined {
  const found = rootAt(text, offset);
  const isAlone = found?.entries.every((one) => one === found.entry || one.document !== found.entry.document);
  // What defines a template is no object, though no YAML may be in it.
  return found && isAlone && !/\{\{-?\s*define\b/.test(text) ? snippetSlot(text, offset, found.words) : undefined;
}

/** The words of a line as a key at the root, if that is what YAML makes of them. */
function rootAt(text: string, offset: number) {
  const words = wordsAlone(lineAround(text, offset));
  if (!words || words.indent || words.dash) return undefined;
  const entries = scanYaml(maskTemplate(probed(text, words.span, { before: '', word: 'zz9', after: ': 0' })));
  const entry = entries.find((one) => one.keySpan.start === words.span.start && isRoot(one));
  return entry && { words, entry, entries };
}

const isRoot = ({ key, parent }: Entry) => key === 'zz9' && parent < 0;

function snippetSlot(text: string, offset: number, { span, prefix }: Words): Slot {
  const writeSnippet = (body: string) => body.split('\n').join(lineEndOf(text));
  return { kind: 'snippet', span, insertEnd: offset, prefix, write: ({ name }) => name, writeSnippet };
}
