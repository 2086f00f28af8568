import type { Span } from '../model';

/**
 * What to take out so that a JSON property is gone and the others stay as they are: with the comma after it, or with
 * the one before where it is the last.
 *
 * @param property from the quote before its key to the end of its value
 */
export function removedProperty(text: string, { start, end }: Span): Span {
  const after = skip(text, end);
  if (text[after] === ',') return { start, end: skip(text, after + 1) };
  let before = start;
  while (before > 0 && /\s/.test(text[before - 1] ?? '')) before--;
  return text[before - 1] === ',' ? { start: before - 1, end } : { start, end };
}

function skip(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text[at] ?? '')) at++;
  return at;
}
