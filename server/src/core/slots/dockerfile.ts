import type { Slot } from '../model';
import { imagePrefix, imageText } from './images';
import { placeAt, type Read, subjectOf } from './probe';
import { lineAround } from './yaml';

/** The images of stages, of arguments that name one, and of what files are copied from. */
export function slotInDockerfile(text: string, offset: number, read: Read): Slot | undefined {
  const { head, tail } = lineAround(text, offset);
  const prefix = /[^\s=,"']*$/.exec(head.slice(-longest))?.[0] ?? '';
  const end = offset + (/^[^\s=,"']*/.exec(tail.slice(0, longest))?.[0].length ?? 0);
  const span = { start: offset - prefix.length, end };
  const place = placeAt(text, span, { before: '', word: 'zz9/zz9', after: '' }, read);
  if (place?.kind !== 'name') return undefined;
  return { ...subjectOf(place), span, insertEnd: offset, prefix: imagePrefix(prefix), write: imageText };
}

const longest = 512;
