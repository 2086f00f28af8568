import type { Dependency, Edit, Replacement, Source, TextChange } from '../model';
import { rewrite } from './changes';

/** Another action at its own version. */
export function replaceAction({ text }: Source, dependency: Dependency, by: Replacement): Edit | undefined {
  const { ecosystem, nameSpan, version } = dependency;
  // A workflow of another repository takes other inputs, and is called otherwise.
  if (ecosystem !== 'github-action' || text[nameSpan.end] === '/' || (by.version && !version)) return undefined;
  const note = by.version && version ? removedNote(text, version.span.end) : [];
  return { changes: [...rewrite(text, nameSpan, by.name), ...rewrite(text, version, by.version), ...note] };
}

/** What a comment says of a commit (`# v4.1.0`) is not so of another. */
function removedNote(text: string, end: number): TextChange[] {
  const found = /^(["']?)([ \t]+#[ \t]*v?\d[\w.]*)[ \t]*\r?(?:\n|$)/.exec(text.slice(end, end + 100));
  if (!found) return [];
  const [, quote = '', note = ''] = found;
  const start = end + quote.length;
  return [{ span: { start, end: start + note.length }, text: '' }];
}
