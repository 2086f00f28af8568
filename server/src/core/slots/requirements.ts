import { lineEndOf } from '../fixes/changes';
import type { Slot } from '../model';
import { normalisedName, type VersionStyle, versionStyles } from '../syntax/requirement';
import { placeAt, type Read } from './probe';
import { requirementSlot } from './requirement';
import { lineAround } from './yaml';

/** Packages with their versions, versions, and lines of snippets. */
export function slotInRequirements(text: string, offset: number, read: Read): Slot | undefined {
  const { tail } = lineAround(text, offset);
  const slot = slotInLines(text, offset, read, versionStyles.requirements);
  const isLine = slot?.kind === 'name' && slot.span.end === offset + tail.trimEnd().length;
  const writeSnippet = (body: string) => body.split('\n').filter(isNew).join(lineEndOf(text));
  const isNew = (line: string) => !slot?.taken?.has(normalisedName(/^[\w.-]+/.exec(line)?.[0] ?? ''));
  return slot && (isLine ? { ...slot, writeSnippet } : slot);
}

/** Packages with their versions, and versions, on lines of their own. */
export function slotInLines(text: string, offset: number, read: Read, style: VersionStyle): Slot | undefined {
  const { start, head, tail } = lineAround(text, offset);
  const end = offset + (/^[^;#\\]*/.exec(tail)?.[0].trimEnd().length ?? 0);
  const indent = /^[ \t]*/.exec(head)?.[0].length ?? 0;
  const span = { start: start + indent, end };
  const place = placeAt(text, span, { before: '', word: 'zz9', after: ' ' }, read);
  if (place?.kind !== 'name' || /[#;\\]/.test(head)) return undefined;
  return requirementSlot({ text, offset, span, dependency: place.dependency, style, read });
}
