import { allIdentifiers, type Catalog } from '../catalog/catalog';
import { recognise } from '../catalog/recognise';
import { judge, type Use } from '../catalog/verdict';
import { packageJson } from '../files/packageJson';
import type { Dependency, Finding, Source, Span, Technology } from '../model';
import { softened } from '../policy/baseline';
import { applyExceptions } from '../policy/exceptions';
import { inlineExceptions } from '../policy/inline';
import { applySeverities, type Policy } from '../policy/policy';
import { rules } from '../rules';
import { identifierOf, type Neighbours, usesOf } from '../rules/rule';
import { check, isVendored } from './diagnostics';
import { findingSteps, isSame, type Judging, type Step, verdictSteps } from './explainSteps';

/** Why something is said, or is not. */
export interface Explanation {
  /** `npm:mysql2`, or the name of a technology or a role. */
  readonly subject: string;
  /** The place in the file that was asked about. */
  readonly span?: Span;
  readonly steps: readonly Step[];
  /** What a check says of it. */
  readonly findings: readonly Finding[];
}

/** A file with what it is judged by. */
export interface Asked {
  readonly source: Source;
  readonly catalog: Catalog;
  readonly policy: Policy;
  readonly neighbours?: Neighbours | undefined;
  /** Fingerprints of findings that the baseline knows. */
  readonly known?: ReadonlySet<string> | undefined;
}

/** Explains every dependency that stands at least in part on a line, in the order of the text. */
export function explainLine(asked: Asked, line: Span): Explanation[] {
  const isHere = (span: Span | undefined) => span !== undefined && span.start >= line.start && span.start <= line.end;
  return explainDependencies(
    asked,
    asked.source.dependencies.filter((one) => placesOf(one).some(isHere)),
  );
}

function placesOf({ nameSpan, version, repository, attributes }: Dependency): (Span | undefined)[] {
  const inside = [...(attributes?.().values() ?? [])].flatMap((one) => [one?.span, one?.keySpan]);
  return [nameSpan, version?.span, repository?.span, ...inside];
}

/** Explains some of the dependencies of a source: all uses of each. */
export function explainDependencies(asked: Asked, dependencies: readonly Dependency[]): Explanation[] {
  const { source, catalog, neighbours, policy } = asked;
  const uses = usesOf(source, catalog);
  const found = rules.flatMap((rule) => rule.check({ source, catalog, uses, neighbours }));
  const results = check(source, catalog, neighbours, policy);
  const known = knownOf(results, asked.known);
  const judging = { catalog, policy, exceptions: inlineExceptions(source), results, known };
  return dependencies.flatMap((dependency) => {
    const own = uses.filter((use) => use.dependency === dependency);
    if (!own.length) return [withoutUse(dependency, asked)];
    return own.map((use) => {
      const steps: Step[] = [{ kind: 'recognised', use }, ...verdictSteps(use, catalog)];
      if (isVendored(source.path) || neighbours?.isVendored) steps.push({ kind: 'vendored' });
      else steps.push(...stepsTo(found, use, judging));
      return { ...explanation(use, results), span: use.span, steps };
    });
  });
}

function knownOf(results: readonly Finding[], known: Asked['known']): ReadonlySet<Finding> {
  const soft = softened(results, known);
  return new Set(results.filter((result, at) => soft[at] !== result));
}

/** Why nothing is said of what stands there. */
function withoutUse(dependency: Dependency, { catalog }: Asked): Explanation {
  const { ecosystem, name, nameSpan: span, skipReason } = dependency;
  const names = recognise(dependency, catalog.knowledge).flatMap(({ identifier }) => identifier.exceptBeside ?? []);
  const step: Step = skipReason
    ? { kind: 'skipped', reason: skipReason }
    : names.length
      ? { kind: 'beside', names }
      : { kind: 'unknown' };
  return { subject: `${ecosystem}:${name}`, span, steps: [step], findings: [] };
}

/** Explains a technology: what is said where nothing but its name counts. */
export function explainTechnology(technology: Technology, catalog: Catalog, policy: Policy): Explanation[] {
  const { knowledge } = catalog;
  const identifier = { ecosystem: 'npm', name: technology.name, speaks: [technology.id], evidence: 'strong' } as const;
  const verdict = judge(identifier, catalog);
  if (!verdict) return [];
  const span = { start: 0, end: 0 };
  const dependency: Dependency = { ecosystem: 'npm', name: technology.name, nameSpan: span, scope: 'dependencies' };
  const use: Use = { dependency, identifier, span, verdict };
  const source = sourceWith([dependency]);
  const found = rules.flatMap((rule) => rule.check({ source, catalog, uses: [use], neighbours: undefined }));
  const results = applyExceptions(applySeverities(found, policy, catalog), [], policy, catalog);
  const all = allIdentifiers(knowledge);
  const identifiers = all.filter((one) => one.speaks[0] === technology.id);
  const [, ...rest] = verdictSteps(use, catalog);
  const steps: Step[] = [
    { kind: 'technology', technology, identifiers },
    ...rest,
    ...stepsTo(found, use, { catalog, policy, exceptions: [], results, known: new Set() }),
  ];
  return [{ ...explanation(use, results), subject: technology.name, steps }];
}

/** A source of no text, for what stands in no file: of what kind it is makes no difference. */
export const sourceWith = (dependencies: readonly Dependency[]): Source => ({
  ...{ path: '', kind: packageJson, text: '' },
  dependencies,
});

function stepsTo(found: readonly Finding[], use: Use, judging: Judging): Step[] {
  const own = found
    .filter((finding) => isOf(finding, use))
    .filter((one, at, all) => all.findIndex((other) => isSame(one, other)) === at);
  return own.length ? own.flatMap((finding) => findingSteps(finding, use, judging)) : [{ kind: 'silent' }];
}

const isOf = (finding: Finding, { span, verdict }: Use) =>
  finding.span.start === span.start && finding.technology === verdict.technology.id;

const explanation = (use: Use, results: readonly Finding[]) => ({
  subject: identifierOf(use),
  findings: results.filter((finding) => isOf(finding, use)),
});
