import type { Ring, Span } from '../model';
import { type Cell, placeIn } from '../syntax/markdownCell';
import { type Column, readEnforcement, readRing } from './columns';

export interface StackRow {
  readonly section: string;
  /** Line from 0. */
  readonly line: number;
  readonly component: Cell;
  readonly technology: Cell;
  readonly justification: string;
  /** Undefined where the word for it is not known: the row says nothing that could be followed. */
  readonly ring: Ring | undefined;
  readonly isEnforced: boolean;
  readonly owner?: string;
  /** An address. */
  readonly link?: string;
}

/** What is wrong with the tables of a document; a span is that of the header or the cell that it is about. */
export type TableProblem =
  | { readonly kind: 'no-table' | 'empty-table' | 'extra-cells'; readonly span: Span }
  | { readonly kind: 'missing-cell'; readonly span: Span; readonly column: 'component' | 'technology' }
  | { readonly kind: 'unknown-word'; readonly span: Span; readonly column: 'ring' | 'enforce'; readonly name: string }
  | {
      readonly kind: 'missing-column';
      readonly span: Span;
      readonly column: 'component' | 'technology';
      /** The header that is there, and whether it can mean nothing else. */
      readonly name: string;
      readonly isPlain: boolean;
    };

/** The cells of a row by their column. */
export type Cells = (column: Column) => Cell | undefined;

/**
 * Reads one row of a table that has the columns.
 *
 * @param extra cells with a text for which the table has no column
 */
export function readRow(
  cells: Cells,
  extra: readonly Cell[],
  section: string,
  line: number,
): { row?: StackRow; problems: TableProblem[] } {
  const component = filled(cells('component'));
  const technology = filled(cells('technology'));
  const ring = readRing(textOf(cells('ring')));
  const isEnforced = readEnforcement(textOf(cells('enforce')));
  if (!component || !technology) return { problems: [missingCell(cells, component, technology)] };
  const [owner, link] = [textOf(cells('owner')), addressIn(cells('link'))];
  const row: StackRow = {
    ...{ section, line, ring, isEnforced: isEnforced ?? false, justification: textOf(cells('justification')) },
    component: { ...component, value: textOf(component) },
    // On the lines of a cell stand alternatives.
    technology: { ...technology, value: technology.value.replaceAll('\n', '/') },
    ...(owner ? { owner } : {}),
    ...(link ? { link } : {}),
  };
  // The words are not in their own columns then.
  if (extra.length) return { row, problems: [{ kind: 'extra-cells', span: spanOver(extra) }] };
  const problems = [
    ...(ring ? [] : unknownWord('ring', cells('ring'))),
    ...(isEnforced === undefined ? unknownWord('enforce', cells('enforce')) : []),
  ];
  return { row, problems };
}

const filled = (cell: Cell | undefined) => (cell?.value ? cell : undefined);
const textOf = (cell: Cell | undefined) => (cell?.value ?? '').replaceAll('\n', ' ');

/** On the one that is there, or else on the justification. */
function missingCell(cells: Cells, component: Cell | undefined, technology: Cell | undefined): TableProblem {
  const others = (['justification', 'ring', 'enforce', 'owner', 'link'] as const).map((column) =>
    filled(cells(column)),
  );
  const there = [component, technology, ...others, cells('component')].find((cell) => cell !== undefined);
  return {
    kind: 'missing-cell',
    span: there ? placeIn(there) : { start: 0, end: 0 },
    column: component ? 'technology' : 'component',
  };
}

const unknownWord = (column: 'ring' | 'enforce', cell: Cell | undefined): TableProblem[] =>
  cell ? [{ kind: 'unknown-word', span: placeIn(cell), column, name: textOf(cell) }] : [];

/** The address of a Markdown link, or one that is written as it is. */
function addressIn(cell: Cell | undefined): string | undefined {
  const found = [cell?.link, ...(cell?.value.split(/\s/) ?? [])];
  return found.find((text) => text && /^https?:\/\//.test(text));
}

/** From the first to the last of some cells of a row. */
export const spanOver = (cells: readonly Cell[]): Span => ({
  start: cells[0]?.span.start ?? 0,
  end: cells[cells.length - 1]?.span.end ?? 0,
});
