import { ancestors, type Catalog } from '../catalog/catalog';
import { namedTechnologies } from '../catalog/recommendation';
import type { Use, Verdict } from '../catalog/verdict';
import type {
  Dependency,
  Finding,
  Identifier,
  Recommendation,
  Role,
  Scope,
  Severity,
  Suppression,
  Technology,
} from '../model';
import { exceptionFor, isExpired } from '../policy/exceptions';
import type { InlineException } from '../policy/inline';
import { applySeverities, type Override, overrideOf, type Policy } from '../policy/policy';
import { capped } from '../rules/rule';

/** One step from a name to what is said of it. */
export type Step =
  | { readonly kind: 'skipped'; readonly reason: NonNullable<Dependency['skipReason']> }
  | { readonly kind: 'unknown' | 'vendored' | 'silent' | 'further' | 'baseline' }
  | { readonly kind: 'beside'; readonly names: readonly string[] }
  | { readonly kind: 'recognised'; readonly use: Use }
  | { readonly kind: 'technology'; readonly technology: Technology; readonly identifiers: readonly Identifier[] }
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'candidates'; readonly technologies: readonly string[] }
  | { readonly kind: 'evidence'; readonly identifier: Identifier }
  | { readonly kind: 'roles'; readonly roles: readonly string[]; readonly of: 'all' | 'name' | 'file' }
  /** A row that was looked at: which of the technologies it names, and whether it is one of those that decide. */
  | { readonly kind: 'row'; readonly row: Recommendation; readonly names: readonly string[]; readonly decides: boolean }
  /** The verdict, which of its technologies the deciding rows name, and which of its relatives. */
  | {
      readonly kind: 'verdict';
      readonly verdict: Verdict;
      readonly named: readonly string[];
      readonly relatives: readonly string[];
    }
  | { readonly kind: 'lifecycle'; readonly use: Use }
  | { readonly kind: 'rule'; readonly finding: Finding; readonly cappedIn?: Scope }
  | { readonly kind: 'override'; readonly override: Override; readonly from: Severity }
  | { readonly kind: 'exception'; readonly exception: Suppression; readonly state: 'counts' | 'expired' | 'enforced' }
  | { readonly kind: 'result'; readonly severity: Severity | 'suppressed' | 'off' };

type RowStep = Extract<Step, { readonly kind: 'row' }>;

/** From an identifier to the verdict on it. */
export function verdictSteps(use: Use, catalog: Catalog): Step[] {
  const { identifier, verdict } = use;
  const roles = identifier.roles ?? verdict.technology.roles;
  const rows = consideredRows(verdict, catalog);
  const named = rows.flatMap((row) => (row.decides ? row.names : []));
  return [
    { kind: 'evidence', identifier },
    { kind: 'roles', roles, of: verdict.isAssigned ? 'file' : identifier.roles ? 'name' : 'all' },
    ...rows,
    { kind: 'verdict', verdict, named: [...new Set(named)], relatives: relativesOf(verdict, catalog) },
    ...(verdict.lifecycle ? [{ kind: 'lifecycle', use } as const] : []),
  ];
}

/** The rows that name what it serves or the families of that, and those for its roles, in the document's order. */
function consideredRows({ identifier, technology, rows }: Verdict, catalog: Catalog): RowStep[] {
  const { technologies } = catalog.knowledge;
  const own = new Set(identifier.speaks.flatMap((id) => [id, ...ancestors(technologies, id)]));
  const naming = [...own].flatMap((id) => catalog.byTechnology.get(id) ?? []);
  const ofRoles = (identifier.roles ?? technology.roles).flatMap((role) => catalog.byRole.get(role) ?? []);
  const considered = new Set([...naming, ...ofRoles, ...rows]);
  return catalog.recommendations
    .filter((row) => considered.has(row))
    .map((row) => {
      const names = namedTechnologies(row.expression).filter((id) => own.has(id));
      return { kind: 'row', row, names, decides: rows.includes(row) };
    });
}

/** What the deciding rows name and it is compatible or of one family with. */
function relativesOf({ technology, rows, relation }: Verdict, catalog: Catalog): string[] {
  const all = catalog.knowledge.technologies;
  const line = (id: string) => [id, ...ancestors(all, id)];
  const own = line(technology.id);
  const spoken = own.flatMap((id) => all.get(id)?.compatibleWith ?? []).flatMap(line);
  const related = relation === 'variant' ? own : relation === 'compatible' ? spoken : [];
  const named = rows.flatMap((row) => namedTechnologies(row.expression));
  return [...new Set(named)].filter((id) => line(id).some((one) => related.includes(one)));
}

/** What policy and surroundings make of the findings of a use. */
export interface Judging {
  readonly catalog: Catalog;
  readonly policy: Policy;
  readonly exceptions: readonly InlineException[];
  /** The findings that the check of the whole gives. */
  readonly results: readonly Finding[];
  /** Those of them that the baseline knows. */
  readonly known: ReadonlySet<Finding>;
}

/** From what a rule finds to what is said. */
export function findingSteps(finding: Finding, use: Use, judging: Judging): Step[] {
  const { policy, catalog, results, known } = judging;
  const override = overrideOf(finding, policy, catalog);
  const [loud] = applySeverities([finding], policy, catalog);
  const result = results.find((one) => isSame(one, finding));
  const isFurther = loud && result && !result.suppression && result.severity !== loud.severity;
  const isCapped = finding.rule !== 'missing-companion' && capped('warning', use) !== 'warning';
  return [
    { kind: 'rule', finding, ...(isCapped ? { cappedIn: use.dependency.scope } : {}) },
    ...(override ? [{ kind: 'override', override, from: finding.severity } as const] : []),
    ...(loud ? exceptionSteps(loud, result, judging) : []),
    ...(isFurther ? [{ kind: 'further' } as const] : []),
    { kind: 'result', severity: result?.suppression ? 'suppressed' : (result?.severity ?? 'off') },
    ...(result && known.has(result) ? [{ kind: 'baseline' } as const] : []),
  ];
}

/** Whether two findings are the same, however loud. */
export const isSame = (one: Finding, other: Finding): boolean =>
  one.rule === other.rule && one.technology === other.technology && one.span.start === other.span.start;

function exceptionSteps(finding: Finding, result: Finding | undefined, judging: Judging): Step[] {
  const { catalog, policy, exceptions } = judging;
  const exception = exceptionFor(finding, exceptions, policy, catalog);
  if (!exception) return [];
  const state = isExpired(exception, policy.today) ? 'expired' : result?.suppression ? 'counts' : 'enforced';
  return [{ kind: 'exception', exception, state }];
}
