import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** Far more than is ever shown: what is nested deeper than that takes reading without end. */
const most = 2000;

/** The words of a text that may be HTML, Markdown or both, on one line; those at its beginning where it is long. */
export function plainText(markup: string): string {
  const withoutTags = markup.slice(0, most).replace(blockTag, '\n\n').replace(anyTag, '');
  return wordsOf(fromMarkdown(withoutTags)).replace(/\s+/g, ' ').trim();
}

const blockTag = /<\/?(?:p|br|div|li|ul|ol|h[1-6]|table|tr|td|th|pre|blockquote)(?:[\s/][^<>]*)?>/gi;
const anyTag = /<(?:\/?[a-z]|!--)[^<>]*>/gi;

/** Blocks are apart, what is inside of one is not. */
function wordsOf(node: Nodes): string {
  if ('value' in node) return node.value;
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if (node.type === 'break') return ' ';
  if (!('children' in node)) return '';
  const isBlock = node.children.some((child) => blocks.has(child.type));
  return node.children.map(wordsOf).join(isBlock ? ' ' : '');
}

const blocks = new Set(['paragraph', 'heading', 'list', 'listItem', 'blockquote', 'code', 'html', 'thematicBreak']);

/** The first sentences of a text that fit into a length; where none does, its first words. */
export function beginningOf(text: string, length: number): string {
  if (text.length <= length) return text;
  const head = text.slice(0, length);
  const ends = [...head.matchAll(/[.!?…](?=\s)/g)].map((end) => end.index + 1);
  const end = ends.pop();
  return end ? head.slice(0, end) : `${head.slice(0, Math.max(head.lastIndexOf(' '), 1))}…`;
}

/** A text as Markdown that shows the very same text, in a table too. */
export const asMarkdown = (text: string): string =>
  text.replace(/[\\`*_[\]|<~]/g, '\\$&').replace(/&(?=[#a-z])/gi, '\\&');
