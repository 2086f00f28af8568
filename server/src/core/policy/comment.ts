import { lineAt } from '../fixes/changes';
import type { LineComment } from '../model';
import { blockAt } from '../syntax/hclBlock';

/** YAML: above the line. */
export const hashComment = (text: string, offset: number): LineComment => ({
  ...{ above: lineStart(text, offset), opening: '# ', closing: '' },
});

/** Go, Gradle, Swift: above the line. */
export const slashComment = (text: string, offset: number): LineComment => ({
  ...hashComment(text, offset),
  opening: '// ',
});

/**
 * Where a template has actions, the comment is one: it leaves nothing behind, whatever trims the space around it. A
 * text without any may be read by something else than Helm.
 */
export const templateComment = (text: string, offset: number): LineComment =>
  text.includes('{{')
    ? { above: lineStart(text, offset), opening: '{{/* ', closing: ' */}}' }
    : hashComment(text, offset);

/** Terraform: above the header of the block. The one called `terraform` has many providers, each with its own line. */
export function blockComment(text: string, offset: number): LineComment {
  const block = blockAt(text, offset);
  return hashComment(text, block && block.type !== 'terraform' ? block.start : offset);
}

/** After the byte order mark, which is no part of the line. */
function lineStart(text: string, offset: number): number {
  const { start } = lineAt(text, offset);
  return text.charCodeAt(start) === 0xfeff ? start + 1 : start;
}
