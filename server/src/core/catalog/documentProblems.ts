import type { Choice, Span } from '../model';
import { placeIn } from '../syntax/markdownCell';
import { groupBy, type KnowledgeIndex } from './catalog';
import { fold } from './names';
import { mentions, parseRecommendation } from './recommendation';
import type { StackDocument, StackRow, TableProblem } from './stackDocument';

/** What of a document cannot be understood, or contradicts itself. */
export type DocumentProblem =
  | TableProblem
  | { readonly kind: 'unknown-role'; readonly span: Span; readonly name: string }
  | { readonly kind: 'unknown-technology'; readonly span: Span; readonly name: string; readonly role: string | null }
  | Contradiction;

/** A row that recommends what another holds back, or the other way round. */
export interface Contradiction {
  readonly kind: 'contradiction';
  readonly span: Span;
  readonly technology: string;
  readonly role: string;
  /** What the row says. */
  readonly side: 'recommended' | 'hold';
  /** Of the row before, from 0. */
  readonly otherLine: number;
}

/** Everything that is wrong with a document, in its order. */
export function documentProblems(document: StackDocument, knowledge: KnowledgeIndex): DocumentProblem[] {
  const found = [
    ...document.problems,
    ...document.rows.flatMap((row) => unknownNames(row, knowledge)),
    ...contradictions(document, knowledge),
  ];
  return found.sort((one, other) => one.span.start - other.span.start);
}

function unknownNames({ component, technology }: StackRow, knowledge: KnowledgeIndex): DocumentProblem[] {
  const role = knowledge.roleNames.get(fold(component.value)) ?? null;
  const { unknown } = parseRecommendation(technology.value, knowledge.lexicon);
  return [
    ...(role ? [] : [{ kind: 'unknown-role' as const, span: placeIn(component), name: component.value }]),
    ...unknown.map(({ value: name, span }) => {
      return { kind: 'unknown-technology' as const, span: placeIn(technology, span), name, role };
    }),
  ];
}

type Side = Contradiction['side'];

/** A row says that a technology is to be used for a role, or that it is not. */
interface Claim {
  readonly row: StackRow;
  readonly role: string;
  readonly technology: string;
  readonly side: Side;
}

function contradictions({ rows }: StackDocument, knowledge: KnowledgeIndex): Contradiction[] {
  const claims = groupBy(
    rows.flatMap((row) => claimsOf(row, knowledge)),
    ({ role, technology }) => `${role} ${technology}`,
  );
  return [...claims.values()].flatMap((same) => {
    const first = (side: Side) => same.find((claim) => claim.side === side);
    const others = { recommended: first('hold'), hold: first('recommended') };
    return same.flatMap((claim) => contradiction(claim, others[claim.side], knowledge));
  });
}

/** The second of two rows is told. */
function contradiction(claim: Claim, other: Claim | undefined, { lexicon }: KnowledgeIndex): Contradiction[] {
  const { row, role, technology, side } = claim;
  if (!other || other.row.line >= row.line) return [];
  const named = mentions(row.technology.value, lexicon).find(({ id }) => id === technology);
  const span = placeIn(row.technology, named?.at.span);
  return [{ kind: 'contradiction', span, technology, role, side, otherLine: other.row.line }];
}

function claimsOf(row: StackRow, knowledge: KnowledgeIndex): Claim[] {
  const role = knowledge.roleNames.get(fold(row.component.value));
  if (!role || !row.ring || row.ring === 'assess') return [];
  const side = row.ring === 'hold' ? 'hold' : 'recommended';
  const choices = parseRecommendation(row.technology.value, knowledge.lexicon).allOf.flat();
  const ids = new Set(choices.flatMap((choice) => meant(choice, side)));
  return [...ids].map((technology) => ({ row, role, technology, side }));
}

/** `Kubernetes (EKS)` means EKS alone; `Rust (Rocket)` holds back Rocket, but recommends Rust as well. */
function meant({ technology, variants, frameworks }: Choice, side: Side): readonly string[] {
  if (variants.length) return variants;
  return side === 'hold' && frameworks.length ? frameworks : [technology, ...frameworks];
}
