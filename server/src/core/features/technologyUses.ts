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
  const uses = usesOf(source, catalog).flatMap((use) => {
    const technology = counts(use.verdict) ? appearsAs(use, catalog) : undefined;
    return technology === undefined ? [] : [{ technology, span: use.span }];
  });
  return [...new Map(uses.map((use) => [`${use.technology} ${use.span.start}`, use])).values()];
}

const counts = ({ kind, severity, lifecycle }: Verdict) =>
  kind === 'unjudged' ? lifecycle !== undefined : kind !== 'not-recommended' || severity !== undefined;

/** The technology that the deciding rows name; its own where they recommend something else. */
function appearsAs({ identifier, verdict: { technology, rows } }: Use, catalog: Catalog): string {
  const named = new Set(rows.flatMap((row) => namedTechnologies(row.expression)));
  const line = [technology.id, ...identifier.speaks].flatMap((id) => [
    id,
    ...ancestors(catalog.knowledge.technologies, id),
  ]);
  const isSeenAs = (id: string) => named.has(id) && !isPassedOver(technology.id, id, catalog);
  return line.find(isSeenAs) ?? technology.id;
}
