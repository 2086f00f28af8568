import type { Span, TextChange } from '../model';
import { lineAt } from './changes';

/** Takes something out with the lines that it has for itself, a comma behind it included; alone where it has none. */
export function removal(text: string, { start, end }: Span): TextChange {
  const first = lineAt(text, start);
  const last = lineAt(text, end);
  const [before, behind] = [text.slice(first.start, start).trim(), text.slice(end, last.end).trim()];
  const isAlone = before === '' && (behind === '' || behind === ',');
  return { span: isAlone ? { start: first.start, end: last.end } : { start, end }, text: '' };
}
