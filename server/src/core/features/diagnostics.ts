import { type Catalog, groupBy } from '../catalog/catalog';
import { isVendored } from '../files/vendored';
import { type Finding, type Source, severities } from '../model';
import { applyExceptions } from '../policy/exceptions';
import { inlineExceptions } from '../policy/inline';
import { inlineProblems } from '../policy/inlineProblems';
import { applySeverities, type Policy } from '../policy/policy';
import { rules } from '../rules';
import { type Neighbours, usesOf } from '../rules/rule';

export { isVendored };

/**
 * All findings of one source, in the order of the text; those that an exception covers carry their suppression. Pure:
 * the same arguments give the same findings in every editor and on the command line.
 *
 * @param neighbours what stands around the file; undefined where the shell does not know it (yet).
 */
export function check(source: Source, catalog: Catalog, neighbours?: Neighbours, policy?: Policy): Finding[] {
  if (isVendored(source.path) || neighbours?.isVendored) return [];
  const uses = usesOf(source, catalog);
  const found = onePerPlace(rules.flatMap((rule) => rule.check({ source, catalog, uses, neighbours })));
  const judged = policy ? underPolicy(found, source, policy, catalog) : found;
  const counted = judged.filter((finding) => !finding.suppression);
  const suppressed = judged.filter((finding) => finding.suppression);
  return [...firstCarries(counted), ...suppressed].sort((a, b) => a.span.start - b.span.start);
}

/** What is wrong with an exception is a finding of its own, which no exception covers. */
function underPolicy(findings: readonly Finding[], source: Source, policy: Policy, catalog: Catalog): Finding[] {
  const inline = inlineExceptions(source);
  const problems = applySeverities(inlineProblems(inline, findings, catalog), policy, catalog);
  return [...applyExceptions(applySeverities(findings, policy, catalog), inline, policy, catalog), ...problems];
}

/** In Terraform's JSON syntax many resources share the place of their type. */
function onePerPlace(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length < 2) return findings;
  const places = new Map(
    findings.map((finding) => [`${finding.rule} ${finding.technology} ${finding.span.start}`, finding]),
  );
  return [...places.values()];
}

/** The first of a technology's loudest places in a file carries the severity; its others are hints. */
function firstCarries(findings: readonly Finding[]): Finding[] {
  return [...groupBy(findings, (finding) => finding.technology ?? finding).values()].flatMap((places) => {
    const first = places.reduce((one, other) => (isLouderOrEarlier(other, one) ? other : one));
    return places.map((place) => (place === first ? place : { ...place, severity: 'hint' as const }));
  });
}

function isLouderOrEarlier(one: Finding, other: Finding): boolean {
  const louder = severities.indexOf(other.severity) - severities.indexOf(one.severity);
  return louder > 0 || (louder === 0 && one.span.start < other.span.start);
}
