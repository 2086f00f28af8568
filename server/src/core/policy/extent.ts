import { lineAt } from '../fixes/changes';
import type { Span } from '../model';
import { type HclBlock, outline } from '../syntax/hclOutline';

/** What an exception above a line covers: the line, or the whole of what begins on it. */
export type Extent = (text: string) => (offset: number) => Span;

export const lineExtent: Extent = (text) => (offset) => lineAt(text, offset);

/** A block of Terraform from its header to its closing brace. */
export const blockExtent: Extent = (text) => {
  const { blocks } = outline(text);
  return (offset) => blockFrom(lineAt(text, offset), blocks);
};

/** The first block that begins on a line; the line itself where none does. */
function blockFrom(line: Span, blocks: readonly HclBlock[]): Span {
  let inside = blocks;
  for (;;) {
    const around = inside.filter((one) => one.start < line.end && line.start <= one.end);
    const block = around.find((one) => line.start <= one.start) ?? around[0];
    if (!block) return line;
    if (line.start <= block.start) return { start: line.start, end: block.end };
    inside = block.blocks;
  }
}

/** A key or an item of YAML with all that is indented below it. */
export const indentedExtent: Extent = (text) => (offset) => {
  const line = lineAt(text, offset);
  const indent = indentOf(text, line);
  let end = line.end;
  while (end < text.length) {
    const next = lineAt(text, end);
    const isEmpty = text.slice(next.start, next.end).trim() === '';
    if (!isEmpty && indentOf(text, next) <= indent) break;
    end = next.end;
  }
  return { start: line.start, end };
};

const indentOf = (text: string, { start, end }: Span) => /^ */.exec(text.slice(start, end))?.[0].length ?? 0;
