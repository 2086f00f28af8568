import type { Located, Ring } from '../model';
import { rings } from '../model';
import { type MarkdownTable, readMarkdown } from '../syntax/markdown';
import { fold } from './names';

/** A stack document as written: names are not resolved yet. */
export interface StackDocument {
  readonly title: string;
  readonly rows: readonly StackRow[];
  /** Tables with the right columns that hold no row, by line from 0; a document without any table has line 0. */
  readonly empty: readonly number[];
}

export interface StackRow {
  readonly section: string;
  /** Line from 0. */
  readonly line: number;
  readonly component: Located;
  readonly technology: Located;
  readonly justification: string;
  readonly ring: Ring;
  readonly isEnforced: boolean;
}

const columns = {
  component: ['composant', 'component', 'role', 'rôle', 'besoin', 'need', 'category', 'catégorie', 'domaine'],
  technology: [
    'technologie',
    'technologies',
    'technology',
    'choix',
    'choice',
    'solution',
    'recommandation',
    'recommendation',
    'tool',
    'outil',
  ],
  justification: [
    'justification',
    'raison',
    'reason',
    'rationale',
    'pourquoi',
    'why',
    'commentaire',
    'comment',
    'notes',
  ],
  enforce: ['enforce', 'enforced', 'obligatoire', 'imposé', 'mandatory'],
  ring: ['ring', 'anneau', 'status', 'statut', 'état', 'state'],
} as const;
type Column = keyof typeof columns;
const columnOf: ReadonlyMap<string, Column> = new Map(
  (Object.keys(columns) as Column[]).flatMap((column) => columns[column].map((name) => [fold(name), column] as const)),
);

const affirmative = new Set([
  'yes',
  'oui',
  'true',
  'x',
  '✓',
  '✔',
  '✅',
  'enforced',
  'impose',
  'obligatoire',
  'mandatory',
]);

const ringNames: ReadonlyMap<string, Ring> = new Map([
  ...rings.map((ring) => [ring, ring] as const),
  ...(
    [
      ['adopter', 'adopt'],
      ['adopte', 'adopt'],
      ['recommended', 'adopt'],
      ['recommande', 'adopt'],
      ['essayer', 'trial'],
      ['essai', 'trial'],
      ['evaluer', 'assess'],
      ['evaluation', 'assess'],
      ['suspendre', 'hold'],
      ['suspendu', 'hold'],
      ['eviter', 'hold'],
      ['deprecated', 'hold'],
      ['deconseille', 'hold'],
    ] as const
  ).map(([name, ring]) => [name, ring] as const),
]);

/**
 * Reads every table that has a component and a technology column, found by header in French or English, in any
 * order, among any others. A row without a ring is `adopt`.
 */
export function readStackDocument(text: string): StackDocument {
  const { title, tables } = readMarkdown(text);
  const read = tables.map(readTable).filter((table) => table !== undefined);
  const empty = read.filter((table) => table.rows.length === 0).map((table) => table.line);
  return { title, rows: read.flatMap((table) => table.rows), empty: read.length ? empty : [0] };
}

function readTable(table: MarkdownTable): { line: number; rows: StackRow[] } | undefined {
  const header = (table.rows[0] ?? []).map((cell) => columnOf.get(fold(cell.value)));
  const at = (column: Column) => header.indexOf(column);
  if (at('component') < 0 || at('technology') < 0) return undefined;
  const section = table.headings[table.headings.length - 1] ?? '';
  const rows = table.rows.slice(1).flatMap((cells, index): StackRow[] => {
    const [component, technology] = [cells[at('component')], cells[at('technology')]];
    if (!component?.value || !technology) return [];
    const ring = ringNames.get(fold(cells[at('ring')]?.value ?? '')) ?? 'adopt';
    const justification = cells[at('justification')]?.value ?? '';
    const isEnforced = affirmative.has(fold(cells[at('enforce')]?.value ?? ''));
    return [{ section, line: table.lines[index + 1] ?? 0, component, technology, justification, ring, isEnforced }];
  });
  return { line: table.lines[0] ?? 0, rows };
}
