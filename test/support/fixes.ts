import type { Catalog } from '../../server/src/core/catalog/catalog';
import { codeActions } from '../../server/src/core/features/codeActions';
import { applied } from '../../server/src/core/fixes/changes';
import type { Fix, Snippet } from '../../server/src/core/model';
import type { Neighbours } from '../../server/src/core/rules/rule';
import { sourceOf } from './findings';

/** All fixes of a text's findings, in the order of the text, with the text after each. */
export function fixesIn(
  path: string,
  text: string,
  catalog: Catalog,
  neighbours?: Neighbours,
  snippets: readonly Snippet[] = [],
): (Fix & { after: string })[] {
  const answers = codeActions(sourceOf(path, text), { start: 0, end: text.length }, catalog, snippets, neighbours);
  return answers.flatMap(({ fixes }) => fixes.map((fix) => ({ ...fix, after: applied(text, fix.changes) })));
}

/** The text after the fix whose title begins so; the titles there are, where none does. */
export function fixed(path: string, text: string, title: string, catalog: Catalog, neighbours?: Neighbours): string {
  const fixes = fixesIn(path, text, catalog, neighbours);
  return (
    fixes.find((fix) => fix.title.startsWith(title))?.after ??
    `no fix “${title}” among: ${fixes.map((fix) => fix.title).join(' | ')}`
  );
}
