import { type Finding, type Severity, type Suppression, severities } from '../core/model';
import type { Place } from './places';
import { rememberLast } from './recent';

/** A finding as it is reported: what can be read back from JSON and SARIF, and nothing else. */
export interface Reported
  extends Place,
    Pick<Finding, 'rule' | 'severity' | 'message' | 'technology' | 'role' | 'recommended'> {
  /** Relative to the working directory, with `/`. */
  readonly file: string;
  /** Names it among the findings of its file, whatever line it moves to. */
  readonly fingerprint: string;
}

/** What is reported of a finding. Written out: to copy what is left of an object takes ten times as long. */
export function reportedOf(finding: Finding, file: string, fingerprint: string, place: Place): Reported {
  const { rule, severity, technology, role, recommended } = finding;
  const message = oneOf(finding.message);
  const { line, column, endLine, endColumn } = place;
  return {
    file,
    rule,
    severity,
    message,
    technology,
    role,
    recommended,
    fingerprint,
    line,
    column,
    endLine,
    endColumn,
  };
}

/** Thousands of findings say the same few hundred things. */
const oneOf = rememberLast((message: string) => message);

/** A finding that an exception covers. */
export interface Suppressed extends Reported {
  readonly exception: Suppression;
}

export interface Report {
  /** How many files were of a kind that is read. */
  readonly files: number;
  readonly findings: readonly Reported[];
  readonly suppressed: readonly Suppressed[];
}

/** How many findings there are of each severity. */
export function counts(findings: readonly Reported[]): Record<Severity, number> {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return Object.fromEntries(severities.map((severity) => [severity, count(severity)])) as Record<Severity, number>;
}

/** 0 where there is nothing at warning or above, or no error and at most so many warnings; else 1. */
export function exitCodeOf({ findings }: Report, maxWarnings = 0): 0 | 1 {
  const { error, warning } = counts(findings);
  return error > 0 || warning > maxWarnings ? 1 : 0;
}

/** The findings that a test lets through, suppressed ones too. */
export const only = (report: Report, isWanted: (finding: Reported) => boolean): Report => ({
  ...report,
  findings: report.findings.filter(isWanted),
  suppressed: report.suppressed.filter(isWanted),
});
