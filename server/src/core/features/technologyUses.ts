import { ancestors, type Catalog } from '../catalog/catalog';
import { namedTechnologies } from '../catalog/recommendation';
import type { Use, Verdict } from '../catalog/verdict';
import type { Source, Span } from '../model';
import { usesOf } from '../rules/rule';
import { isVendored } from './diagnostics';

/** One place where a source uses a technology. */
export interface TechnologyUse {
  /** Id of the technology as the stack names it: Kubernetes for EKS, where a row names Kubernetes alone. */
  readonly technology: string;
  readonly span: Span;
}

/**
 * What of the stack, and of what it recommends against, a source uses; in the order of the text. What proves too
 * little for a finding does not count against anything.
 */
export function technologyUses(source: Source, catalog: Catalog): TechnologyUse[] {
  if (isVendored(source.path)) return [];
  const judged = usesOf(source, catalog).filter((use) => isCounted(use.verdict));
  const uses = judged.map((use) => ({ technology: namedAs(use, catalog), span: use.span }));
  return [...new Map(uses.map((use) => [`${use.technology} ${use.span.start}`, use])).values()];
}

const isCounted = ({ kind, severity }: Verdict) =>
  kind !== 'unjudged' && (kind !== 'not-recommended' || severity !== undefined);

/** What the deciding rows call it; its own name where they recommend something else. */
function namedAs({ identifier, verdict: { kind, technology, rows } }: Use, catalog: Catalog): string {
  const isNamed = kind !== 'not-recommended' || rows.some((row) => row.ring === 'hold');
  if (!isNamed) return technology.id;
  const named = new Set(rows.flatMap((row) => namedTechnologies(row.expression)));
  const all = [technology.id, ...identifier.speaks];
  const line = all.flatMap((id) => [id, ...ancestors(catalog.knowledge.technologies, id)]);
  return line.find((id) => named.has(id)) ?? technology.id;
}
