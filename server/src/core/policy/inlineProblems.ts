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
import type { InlineException } from './inline';

/**
 * What is wrong with the exceptions of a file, on the comments themselves.
 *
 * @param findings all of the file, those that are excepted too
 */
export function inlineProblems(
  exceptions: readonly InlineException[],
  findings: readonly Finding[],
  catalog: Catalog,
): Finding[] {
  if (!exceptions.length) return [];
  const enforced = findings.filter(({ role }) => enforcingRow(role, catalog));
  const unknown = exceptions.filter(({ about }) => !isKnown(about, catalog));
  const guessed = new Set(unknown.slice(0, mostGuesses));
  return exceptions.flatMap((one) => problemsOf(one, enforced, guessed.has(one), catalog));
}

/** To guess what a name means takes longer than all else: nobody reads that many. */
const mostGuesses = 100;

function problemsOf(
  exception: InlineException,
  enforcedFindings: readonly Finding[],
  isGuessed: boolean,
  catalog: Catalog,
): Finding[] {
  const words = texts[catalog.locale].exception;
  const { about, reason, expires, span } = exception;
  if (!isKnown(about, catalog)) return [problem('warning', span, unknownName(about, isGuessed, catalog))];
  const enforced = enforcedComponent(exception, enforcedFindings, catalog);
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

function unknownName(about: string, isGuessed: boolean, catalog: Catalog): string {
  const { exception, configuration } = texts[catalog.locale];
  if (!about) return exception.withoutName;
  if (!isGuessed) return exception.unknown(about);
  const meant =
    mostAlike(about, namedBy(ruleIds.map((id) => [id, id])), 0.7)[0] ??
    suggestTechnologies(about, catalog.knowledge).ids[0];
  return [exception.unknown(about), ...(meant ? [configuration.didYouMean(meant)] : [])].join(' ');
}

/**
 * The component whose row is enforced, where the exception is about what that is against.
 *
 * @param findings those whose row is enforced
 */
function enforcedComponent(exception: InlineException, findings: readonly Finding[], catalog: Catalog) {
  const { about, covers } = exception;
  const technology = catalog.knowledge.lexicon.technologies.get(fold(about));
  const covered = findings.find(
    ({ rule, technology: found, span }) =>
      span.start >= covers.start && span.start < covers.end && (about === rule || technology === found),
  );
  const row =
    (covered && enforcingRow(covered.role, catalog)) ??
    (technology === undefined ? undefined : enforcingTechnology(technology, catalog));
  return row?.component;
}
