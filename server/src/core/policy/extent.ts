import { lineAt } from '../fixes/changes';
import type { Span } from '../model';
import { once } from '../once';
import { type HclBlock, outline } from '../syntax/hclOutline';
import { scanToml } from '../syntax/toml';
import { scanXml } from '../syntax/xml';
import { firstFrom } from './first';

/** What an exception above a line covers: the line, or the whole of what begins on it. */
export type Extent = (text: string) => (offset: number) => Span;

export const lineExtent: Extent = (text) => (offset) => lineAt(text, offset);

/** What of some things begins on a line, in the order of the text; not all are looked at for each line. */
export function beginningOn<One extends { readonly start: number }>(all: readonly One[]): (line: Span) => One[] {
  const sorted = [...all].sort((one, other) => one.start - other.start);
  const starts = sorted.map(({ start }) => start);
  return ({ start, end }) => sorted.slice(firstFrom(starts, start), firstFrom(starts, end));
}

/** A block of Terraform from its header to its closing brace: the outermost that begins on the line. */
export const blockExtent: Extent = (text) => {
  const blocksOn = beginningOn(withDepth(outline(text).blocks));
  return (offset) => {
    const line = lineAt(text, offset);
    const [first, ...rest] = blocksOn(line);
    const outermost = first && rest.reduce((one, other) => (other.depth < one.depth ? other : one), first);
    return { start: line.start, end: outermost?.end ?? line.end };
  };
};

/** All blocks, those inside of others too. */
function withDepth(blocks: readonly HclBlock[]) {
  const found: { readonly start: number; readonly end: number; readonly depth: number }[] = [];
  let inside = blocks;
  for (let depth = 0; inside.length; depth++) {
    for (const { start, end } of inside) found.push({ start, end, depth });
    inside = inside.flatMap((one) => one.blocks);
  }
  return found;
}

/** A key or an item of YAML with all that is indented below it. */
export const indentedExtent: Extent = (text) => {
  const ends = once(() => indentedEnds(text));
  return (offset) => {
    const { start, end } = lineAt(text, offset);
    return { start, end: ends().get(start) ?? end };
  };
};

/** Where what is indented below each line ends, by the beginning of the line: where one begins that is not further in. */
function indentedEnds(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const around: { readonly start: number; readonly indent: number }[] = [];
  for (let line = lineAt(text, 0); line.start < line.end; line = lineFrom(text, line.end)) {
    if (text.slice(line.start, line.end).trim() === '') continue;
    const indent = indentOf(text, line);
    for (let last = around.at(-1); last && last.indent >= indent; last = around.at(-1)) {
      ends.set(last.start, line.start);
      around.pop();
    }
    around.push({ start: line.start, indent });
  }
  for (const { start } of around) ends.set(start, text.length);
  return ends;
}

/** The line that begins at an offset; an empty one where the text has ended. */
const lineFrom = (text: string, start: number): Span => ({ start, end: lineAt(text, start).end });

/** A line with all that is inside the brackets that it opens: a block, a call over several lines. */
export const bracketExtent: Extent = (text) => {
  const closings = once(() => closingsOf(text));
  return (offset) => {
    const line = lineAt(text, offset);
    for (let at = line.start; at < line.end; at++) {
      const closing = opening.has(text.charAt(at)) ? (closings().get(at) ?? text.length) : at;
      if (closing >= line.end) return { start: line.start, end: Math.min(closing + 1, text.length) };
      at = closing;
    }
    return line;
  };
};

const opening = new Set('([{');
const closing = new Set(')]}');

/** Where each bracket is closed, whichever kind it is of: all in one pass, whatever is asked for. */
function closingsOf(text: string): ReadonlyMap<number, number> {
  const closings = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const c = text.charAt(at);
    if (opening.has(c)) open.push(at);
    else if (closing.has(c)) closings.set(open.pop() ?? -1, at);
  }
  return closings;
}

/** A header of TOML with the lines below it, or a key with all of its value. */
export const tomlExtent: Extent = (text) => {
  const tablesOn = beginningOn(scanToml(text).tables.filter(({ path }) => path.length > 0));
  const bracketsAt = bracketExtent(text);
  return (offset) => {
    const line = lineAt(text, offset);
    const [table] = tablesOn(line);
    return table ? { start: line.start, end: table.end } : bracketsAt(offset);
  };
};

/** An element of XML that begins on the line. */
export const elementExtent: Extent = (text) => {
  const elementsOn = beginningOn(scanXml(text));
  return (offset) => {
    const line = lineAt(text, offset);
    const [element] = elementsOn(line);
    return { start: line.start, end: Math.max(line.end, element?.end ?? 0) };
  };
};

const indentOf = (text: string, { start, end }: Span) => /^ */.exec(text.slice(start, end))?.[0].length ?? 0;
