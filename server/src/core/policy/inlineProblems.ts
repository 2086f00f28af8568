import type { Catalog } from '../catalog/catalog';
import { mostAlike, namedBy } from '../catalog/likeness';
import { fold } from '../catalog/names';
import { suggestTechnologies } from '../catalog/suggestions';
import { type Finding, type RuleId, ruleIds, type Severity, type Span } from '../model';
import { texts } from '../texts';
import { isDate } from './date';
import { enforcingTechnology } from './enforced';
import { enforcingRow } from './exceptions';
import { findingOn } from './finding';
import { type InlineException, isAbout } from './inline';

/**
 * What is wrong with the exceptions of a file, on the comments themselves.
 *
 * @param findings all of the file, those that are excepted too
 */
export const inlineProblems = (
  exceptions: readonly InlineException[],
  findings: readonly Finding[],
  catalog: Catalog,
): Finding[] => exceptions.flatMap((one) => problemsOf(one, findings, catalog));

function problemsOf(exception: InlineException, findings: readonly Finding[], catalog: Catalog): Finding[] {
  const words = texts[catalog.locale].exception;
  const { about, reason, expires, span } = exception;
  if (!isKnown(about, catalog)) return [problem('warning', span, unknownName(about, catalog))];
  const enforced = enforcedComponent(exception, findings, catalog);
  return [
    ...(enforced ? [problem('error', span, words.enforced(enforced))] : []),
    ...(reason ? [] : [problem('warning', span, words.withoutReason)]),
    ...(expires && !isDate(expires.value) ? [problem('warning', expires.span, words.noDate(expires.value))] : []),
  ];
}

const problem = (severity: Severity, span: Span, message: string) =>
  findingOn('configuration', severity, span, message);

/** Whether an exception is about something that there is: a rule or a technology. */
export const isKnown = (about: string, { knowledge }: Catalog): boolean =>
  ruleIds.includes(about as RuleId) || knowledge.lexicon.technologies.has(fold(about));

function unknownName(about: string, catalog: Catalog): string {
  const { exception, configuration } = texts[catalog.locale];
  if (!about) return exception.withoutName;
  const meant =
    mostAlike(about, namedBy(ruleIds.map((id) => [id, id])), 0.7)[0] ??
    suggestTechnologies(about, catalog.knowledge).ids[0];
  return [exception.unknown(about), ...(meant ? [configuration.didYouMean(meant)] : [])].join(' ');
}

/** The component whose row is enforced, where the exception is about what that is against. */
function enforcedComponent(exception: InlineException, findings: readonly Finding[], catalog: Catalog) {
  const technology = catalog.knowledge.lexicon.technologies.get(fold(exception.about));
  const covered = findings.filter((finding) => isAbout(exception, finding, catalog));
  const rows = [
    ...covered.map(({ role }) => enforcingRow(role, catalog)),
    technology === undefined ? undefined : enforcingTechnology(technology, catalog),
  ];
  return rows.find((row) => row !== undefined)?.component;
}
