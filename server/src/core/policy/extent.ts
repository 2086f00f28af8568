import { lineAt } from '../fixes/changes';
import type { Span } from '../model';
import { type HclBlock, outline } from '../syntax/hclOutline';
import { scanToml, type TomlTable } from '../syntax/toml';
import { scanXml } from '../syntax/xml';

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

/** A line with all that is inside the brackets that it opens: a block, a call over several lines. */
export const bracketExtent: Extent = (text) => (offset) => {
  const line = lineAt(text, offset);
  let depth = 0;
  for (let at = line.start; at < text.length && (at < line.end || depth > 0); at++) {
    const c = text.charAt(at);
    if ('([{'.includes(c)) depth++;
    else if (')]}'.includes(c)) depth = Math.max(0, depth - 1);
    if (at >= line.end && depth === 0) return { start: line.start, end: at + 1 };
  }
  return depth > 0 ? { start: line.start, end: text.length } : line;
};

/** A header of TOML with the lines below it, or a key with all of its value. */
export const tomlExtent: Extent = (text) => {
  const { tables } = scanToml(text);
  return (offset) => tableFrom(lineAt(text, offset), tables) ?? bracketExtent(text)(offset);
};

function tableFrom(line: Span, tables: readonly TomlTable[]): Span | undefined {
  const table = tables.find(({ path, start }) => path.length > 0 && line.start <= start && start < line.end);
  return table && { start: line.start, end: table.end };
}

/** An element of XML that begins on the line. */
export const elementExtent: Extent = (text) => {
  const elements = scanXml(text);
  return (offset) => {
    const line = lineAt(text, offset);
    const element = elements.find(({ start }) => line.start <= start && start < line.end);
    return { start: line.start, end: Math.max(line.end, element?.end ?? 0) };
  };
};

const indentOf = (text: string, { start, end }: Span) => /^ */.exec(text.slice(start, end))?.[0].length ?? 0;
