import type { BlockContent, Heading, Root, RootContent, Table } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toString as plainText } from 'mdast-util-to-string';
import { gfmTable } from 'micromark-extension-gfm-table';
import { type Cell, readCell } from './markdownCell';
import { withoutExcess } from './markdownMarks';
import { withoutEndlessLists } from './markdownRuns';

/** A table with the headings that it stands under. */
export interface MarkdownTable {
  readonly headings: readonly string[];
  /** The first is the header. */
  readonly rows: readonly (readonly Cell[])[];
  /** Lines of the rows, from 0. */
  readonly lines: readonly number[];
}

export interface MarkdownDocument {
  /** The keys of the front matter in small letters, and their values. */
  readonly front: ReadonlyMap<string, string>;
  /** Where the front matter ends and the text begins. */
  readonly start: number;
  /** The first heading. */
  readonly title: string;
  readonly tables: readonly MarkdownTable[];
}

/** Reads front matter, headings and GitHub tables of any Markdown text. */
export function readMarkdown(text: string): MarkdownDocument {
  const front = frontMatterOf(text);
  // Blanks in its place: the offsets and lines of all that follows stay as they are.
  const body =
    text.slice(0, front.end).replace(/[^\r\n]/g, ' ') +
    withoutExcess(withoutEndlessLists(withoutDeep(text.slice(front.end))));
  const root: Root = fromMarkdown(body, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const headings: string[] = [];
  const tables: MarkdownTable[] = [];
  for (const node of blocks(root.children)) {
    if (node.type === 'heading') enterHeading(headings, node);
    if (node.type === 'table') tables.push(readTable(node, headings.filter(Boolean), text));
  }
  const first = root.children.find((node) => node.type === 'heading');
  return { front: front.values, start: front.end, title: first ? plainText(first) : '', tables };
}

/** Nobody nests lists and quotes that deep; reading them takes the square of the depth. Offsets stay. */
const withoutDeep = (text: string) => text.replace(/^[\s>*+-]{100}.*/gm, (line) => line.replace(/[^\r\n]/g, ' '));

/** The lines of `key: value` between `---` at the very beginning; where that ends, or the byte order mark does. */
function frontMatterOf(text: string): { end: number; values: Map<string, string> } {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const lines = text.slice(start).split('\n');
  const close = lines[0]?.trimEnd() === '---' ? lines.findIndex((line, at) => at > 0 && isFence(line)) : -1;
  if (close < 0) return { end: start, values: new Map() };
  const end = start + lines.slice(0, close + 1).join('\n').length;
  return { end, values: new Map(lines.slice(1, close).flatMap(pairOf)) };
}

const isFence = (line: string) => ['---', '...'].includes(line.trimEnd());

function pairOf(line: string): [key: string, value: string][] {
  const colon = line.indexOf(':');
  return colon > 0 ? [[line.slice(0, colon).trim().toLowerCase(), scalar(line.slice(colon + 1).trim())]] : [];
}

/** Without the quotes or the comment of YAML. */
function scalar(text: string): string {
  const quote = text[0];
  const end = quote === '"' || quote === "'" ? text.indexOf(quote, 1) : -1;
  return end > 0 ? text.slice(1, end) : text.replace(/(^|\s)#.*$/, '').trim();
}

type Block = RootContent | BlockContent;

/** All blocks in their order, those in quotes and lists, too. */
function* blocks(nodes: readonly Block[]): Generator<Block> {
  const rest = [...nodes].reverse();
  for (let node = rest.pop(); node; node = rest.pop()) {
    yield node;
    if (node.type === 'blockquote' || node.type === 'list' || node.type === 'listItem')
      rest.push(...([...node.children].reverse() as Block[]));
  }
}

function enterHeading(headings: string[], node: Heading): void {
  headings.length = Math.min(headings.length, node.depth - 1);
  while (headings.length < node.depth - 1) headings.push('');
  headings.push(plainText(node));
}

function readTable(node: Table, headings: readonly string[], text: string): MarkdownTable {
  return {
    headings,
    rows: node.children.map((row) => row.children.map((cell) => readCell(cell, text))),
    lines: node.children.map((row) => (row.position?.start.line ?? 1) - 1),
  };
}
