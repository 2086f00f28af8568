import type { Heading, PhrasingContent, Root, RootContent, Table, TableCell } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toString as plainText } from 'mdast-util-to-string';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Located } from '../model';

/** A table with the headings that it stands under. */
export interface MarkdownTable {
  readonly headings: readonly string[];
  /** The first is the header. Cell texts are without marks (`**`), their spans cover what was written. */
  readonly rows: readonly (readonly Located[])[];
  /** Lines of the rows, from 0. */
  readonly lines: readonly number[];
}

export interface MarkdownDocument {
  readonly title: string;
  readonly tables: readonly MarkdownTable[];
}

/** Reads headings and GitHub tables of any Markdown text. */
export function readMarkdown(text: string): MarkdownDocument {
  const root: Root = fromMarkdown(text, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] });
  const headings: string[] = [];
  const tables: MarkdownTable[] = [];
  for (const node of root.children) {
    if (node.type === 'heading') enterHeading(headings, node);
    if (node.type === 'table') tables.push(readTable(node, headings.filter(Boolean)));
  }
  return { title: titleOf(root.children), tables };
}

function enterHeading(headings: string[], node: Heading): void {
  headings.length = Math.min(headings.length, node.depth - 1);
  while (headings.length < node.depth - 1) headings.push('');
  headings.push(plainText(node));
}

function titleOf(nodes: readonly RootContent[]): string {
  const heading = nodes.find((node) => node.type === 'heading' && node.depth === 1);
  return heading ? plainText(heading) : '';
}

function readTable(node: Table, headings: readonly string[]): MarkdownTable {
  return {
    headings,
    rows: node.children.map((row) => row.children.map(readCell)),
    lines: node.children.map((row) => (row.position?.start.line ?? 1) - 1),
  };
}

function readCell(cell: TableCell): Located {
  return { value: plainText(cell), span: spanOf(cell.children, cell) };
}

/** From the first to the last inline node, its marks included; an empty cell has an empty span. */
function spanOf(nodes: readonly PhrasingContent[], cell: TableCell): { start: number; end: number } {
  const start = nodes[0]?.position?.start.offset ?? cell.position?.start.offset ?? 0;
  return { start, end: nodes[nodes.length - 1]?.position?.end.offset ?? start };
}
