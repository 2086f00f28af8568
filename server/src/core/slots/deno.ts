import type { Slot } from '../model';
import { jsonCursor } from '../syntax/jsonCursor';
import { placeAt, type Read, subjectOf } from './probe';

/** What is imported from npm, in the quotes of a value. */
export function slotInDeno(text: string, offset: number, read: Read): Slot | undefined {
  const { before, form, span } = jsonCursor(text, offset);
  if (before !== 'colon' || (form !== 'string' && form !== 'open') || text.slice(span.start, span.end).includes('\n'))
    return undefined;
  const typed = text.slice(span.start + 1, offset);
  const isFromNpm = 'npm:'.startsWith(typed) || typed.startsWith('npm:');
  const place = isFromNpm ? placeAt(text, span, { before: '"npm:', word: 'zz9', after: '"' }, read) : undefined;
  if (place?.kind !== 'name') return undefined;
  const [open, close] = form === 'string' ? ['', ''] : ['"', '"'];
  const inside = form === 'string' ? { start: span.start + 1, end: span.end - 1 } : span;
  return {
    ...subjectOf(place),
    span: inside,
    insertEnd: form === 'string' ? offset : inside.end,
    prefix: typed.replace(/^npm?:?\/?|^n$/, '').replace(/(?!^)@.*$/, ''),
    write: ({ name, version }) => `${open}npm:${name}${version ? `@${version}` : ''}${close}`,
  };
}
