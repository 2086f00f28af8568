import type { Dependency, Edit, Inserted, Replacement, Source, Span, TextChange } from '../model';
import { normalisedName, readRequirement, specifier, stringEnd, type VersionStyle } from '../syntax/requirement';
import { lineEndOf, rewrite } from './changes';

/** A requirement under another name: with that one's version, and without the extras of the old one. */
export function replaceRequirement(
  { text }: Source,
  { nameSpan, version }: Dependency,
  by: Replacement,
  style: VersionStyle,
): Edit {
  const requirement = readRequirement(text, nameSpan.start, stringEnd(text, nameSpan.end));
  const extras = by.version ? requirement?.extras : undefined;
  const changes = [
    ...rewrite(text, nameSpan, by.name),
    ...rewrite(text, extras, extras && ''),
    ...rewrite(text, version, by.version && specifier(by.version, version?.value, style)),
  ];
  return { changes, ...(extras ? { removed: [text.slice(extras.start, extras.end).trim()] } : {}) };
}

/** Whether what is put in stands beside a dependency already, and so must not be written twice. */
export function isThere({ dependencies }: Source, { scope, ecosystem }: Dependency, { name }: Replacement): boolean {
  const written = normalisedName(name);
  return dependencies.some((one) => one.scope === scope && one.ecosystem === ecosystem && one.name === written);
}

/** A change that takes a part of the text out. */
export const taken = (span: Span): Edit => ({ changes: [{ span, text: '' }] });

/** Lines at the end of a list. */
export function insertLastLines(text: string, _near: number, { body }: Inserted): TextChange {
  const lineEnd = lineEndOf(text);
  const before = text === '' || text.endsWith('\n') ? '' : lineEnd;
  const span = { start: text.length, end: text.length };
  return { span, text: `${before}${body.split('\n').join(lineEnd)}${lineEnd}` };
}
