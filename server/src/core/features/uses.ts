import { ancestors, type Catalog } from '../catalog/catalog';
import { namedTechnologies } from '../catalog/recommendation';
import type { Use } from '../catalog/verdict';
import type { Source, Span } from '../model';
import { usesOf } from '../rules/rule';

/** One place where a file uses a technology. */
export interface UsePlace {
  /** Id of the technology as the stack names it: Kubernetes for EKS, where a row names Kubernetes alone. */
  readonly technology: string;
  readonly span: Span;
}

/** The technologies that a file uses, in the order of the text; what proves nothing is not counted. */
export const usesIn = (source: Source, catalog: Catalog): UsePlace[] =>
  usesOf(source, catalog)
    .filter(({ identifier }) => identifier.evidence !== 'neutral')
    .map((use) => ({ technology: namedAs(use, catalog), span: use.span }));

/** What the deciding rows call it; its own name where they recommend something else, or say nothing. */
function namedAs({ identifier, verdict: { kind, technology, rows } }: Use, catalog: Catalog): string {
  const isNamed = kind !== 'not-recommended' || rows.some((row) => row.ring === 'hold');
  if (!isNamed) return technology.id;
  const named = new Set(rows.flatMap((row) => namedTechnologies(row.expression)));
  const all = [technology.id, ...identifier.speaks];
  const line = all.flatMap((id) => [id, ...ancestors(catalog.knowledge.technologies, id)]);
  return line.find((id) => named.has(id)) ?? technology.id;
}
