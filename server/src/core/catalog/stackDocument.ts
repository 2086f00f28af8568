import type { Locale, Span } from '../model';
import { type MarkdownTable, readMarkdown } from '../syntax/markdown';
import type { Cell } from '../syntax/markdownCell';
import { type Column, columnsIn, isPlainName } from './columns';
import { type Cells, readRow, type StackRow, spanOver, type TableProblem } from './stackRow';

export type { StackRow, TableProblem };

/** A stack document as written: names are not resolved yet. */
export interface StackDocument {
  readonly title: string;
  /** As the front matter says. */
  readonly language?: Locale;
  readonly rows: readonly StackRow[];
  /** What of the tables could not be read. */
  readonly problems: readonly TableProblem[];
}

interface ReadTable {
  readonly rows: readonly StackRow[];
  readonly problems: readonly TableProblem[];
  readonly isUsable: boolean;
}

/**
 * Reads every table that has a component and a technology column, found by header in French or English, in any
 * order, among any others. A row without a ring is `adopt`. What cannot be read is a problem; nothing is left out
 * without one.
 */
export function readStackDocument(text: string): StackDocument {
  const { front, start, title, tables } = readMarkdown(text);
  const read = tables.map(readTable);
  const none: TableProblem[] = read.some((table) => table.isUsable)
    ? []
    : [{ kind: 'no-table', span: firstLine(text, start) }];
  const language = languageOf(front.get('language') ?? front.get('lang'));
  return {
    title: front.get('title') || title,
    ...(language ? { language } : {}),
    rows: read.flatMap((table) => table.rows),
    problems: [...none, ...read.flatMap((table) => table.problems)],
  };
}

function languageOf(tag = ''): Locale | undefined {
  const [language] = tag.toLowerCase().split(/[-_]/);
  return language === 'fr' || language === 'en' ? language : undefined;
}

/** The first line with anything on it, for what is to be said of the whole document. */
function firstLine(text: string, from: number): Span {
  const start = from + Math.max(0, text.slice(from).search(/\S/));
  const line = /^.*/.exec(text.slice(start))?.[0].trimEnd() ?? '';
  return { start, end: start + line.length };
}

function readTable(table: MarkdownTable): ReadTable {
  const header = table.rows[0] ?? [];
  const columns = columnsIn(header.map((cell) => cell.value));
  const cellsOf = (cells: readonly Cell[]) => (column: Column) => cells[columns.get(column) ?? -1];
  if (!columns.has('component') || !columns.has('technology'))
    return { rows: [], problems: missingColumn(cellsOf(header)), isUsable: false };
  const section = table.headings[table.headings.length - 1] ?? '';
  const read = table.rows.flatMap((cells, at) => {
    if (at === 0 || cells.every((cell) => !cell.value)) return [];
    const extra = cells.slice(header.length).filter((cell) => cell.value);
    return [readRow(cellsOf(cells), extra, section, table.lines[at] ?? 0)];
  });
  const empty: TableProblem[] = read.length ? [] : [{ kind: 'empty-table', span: spanOver(header) }];
  return {
    rows: read.flatMap(({ row }) => row ?? []),
    problems: [...empty, ...read.flatMap(({ problems }) => problems)],
    isUsable: true,
  };
}

/** A table that has the one column but not the other; one that has neither is none of ours. */
function missingColumn(header: Cells): TableProblem[] {
  const there = header('component') ?? header('technology');
  if (!there) return [];
  const column = header('component') ? 'technology' : 'component';
  return [{ kind: 'missing-column', span: there.span, column, name: there.value, isPlain: isPlainName(there.value) }];
}
