import { type Catalog, groupBy } from '../catalog/catalog';
import { type Answer, type RowAnswer, rowAnswer, rowLine } from './assistant';

export interface StackContent {
  readonly stack: string;
  readonly rows: readonly RowAnswer[];
}

/** The whole stack, a line for each row, in the order of the document. */
export function wholeStack(catalog: Catalog): Answer<StackContent> {
  const rows = catalog.recommendations.map((row) => rowAnswer(row, catalog));
  const sections = [...groupBy(rows, ({ section }) => section)];
  const lines = sections.flatMap(([section, own]) => [
    '',
    `## ${section}`,
    ...own.map((row) => `- ${rowLine(row, catalog)}`),
  ]);
  return { text: [`# ${catalog.title}`, ...lines].join('\n'), content: { stack: catalog.title, rows } };
}
