import type { PhrasingContent, TableCell } from 'mdast';
import type { Located, Span } from '../model';

/** The text of a cell without marks (`**`, `[…](…)`); its span covers what was written, marks included. */
export interface Cell extends Located {
  /** From which offset of the value on the text stands where, without anything between; -1 where that is not known. */
  readonly parts: readonly Part[];
  /** Where the first link in it leads to. */
  readonly link?: string;
}
type Part = readonly [at: number, start: number];

/** Reads a cell of a table. A line break (`<br>`) is a line feed in its value; other HTML is left out. */
export function readCell(cell: TableCell, text: string): Cell {
  const parts: Part[] = [];
  let value = '';
  let link: string | undefined;
  for (const node of inline(cell.children)) {
    if (node.type === 'link') link ??= node.url;
    const shown = shownText(node);
    if (shown) parts.push(...partsOf(shown, value.length, written(node, text)));
    value += shown;
  }
  return { value, span: spanOf(cell), parts, ...(link === undefined ? {} : { link }) };
}

/** Where a part of a cell's value was written; undefined where that is not one piece of the document. */
function spanWithin({ parts }: Cell, { start, end }: Span): Span | undefined {
  const at = parts.findLastIndex(([from]) => from <= start);
  const [from, place] = parts[at] ?? [0, -1];
  const next = parts[at + 1]?.[0] ?? end;
  return place < 0 || next < end ? undefined : { start: place + start - from, end: place + end - from };
}

/** Where a part of a cell's value was written, or all of it; the whole cell where that cannot be said exactly. */
export const placeIn = (cell: Cell, span: Span = { start: 0, end: cell.value.length }): Span =>
  spanWithin(cell, span) ?? cell.span;

/** All inline nodes in their order, what is inside of others after them. */
function* inline(nodes: readonly PhrasingContent[]): Generator<PhrasingContent> {
  const rest = [...nodes].reverse();
  for (let node = rest.pop(); node; node = rest.pop()) {
    yield node;
    if ('children' in node) rest.push(...[...node.children].reverse());
  }
}

function shownText(node: PhrasingContent): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  return node.type === 'html' && /^<br\b/i.test(node.value) ? '\n' : '';
}

interface Written {
  readonly start: number;
  readonly text: string;
}

/** What was written for a text, from its first letter on; undefined for what says its text in other words. */
function written({ type, position }: PhrasingContent, text: string): Written | undefined {
  const [start, end] = [position?.start.offset, position?.end.offset];
  if (start === undefined || (type !== 'text' && type !== 'inlineCode')) return undefined;
  const whole = text.slice(start, end);
  const marks = type === 'inlineCode' ? (/^`+/.exec(whole)?.[0].length ?? 0) : 0;
  return { start: start + marks, text: whole.slice(marks) };
}

/** Compares a value with what was written for it, letter by letter: an escape is a part of its own. */
function partsOf(value: string, at: number, source: Written | undefined): Part[] {
  if (!source) return [[at, -1]];
  // Code that begins or ends with a backtick has a space that does not count.
  let from = source.text[0] === ' ' && value[0] !== ' ' ? 1 : 0;
  const parts: Part[] = [];
  let isWhole = false;
  for (let i = 0; i < value.length; i++, from++) {
    const isEscaped = source.text[from] === '\\' && source.text[from + 1] === value[i];
    if (isEscaped) from++;
    if (source.text[from] !== value[i]) return [...parts, [at + i, -1]];
    if (isEscaped || !isWhole) parts.push([at + i, isEscaped ? -1 : source.start + from]);
    isWhole = !isEscaped;
  }
  return parts;
}

/** From the first to the last inline node, its marks included; an empty cell has an empty span. */
function spanOf({ children, position }: TableCell): Span {
  const start = children[0]?.position?.start.offset ?? position?.start.offset ?? 0;
  return { start, end: children[children.length - 1]?.position?.end.offset ?? start };
}
