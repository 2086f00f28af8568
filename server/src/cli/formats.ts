import { type Severity, severities } from '../core/model';
import type { Located, Report } from './check';

export type Format = (report: Report, options: FormatOptions) => string;

export interface FormatOptions {
  /** Whether text shows hints. */
  readonly hints: boolean;
}

/** What `--format` takes. */
export const formats: Readonly<Record<string, Format>> = { text, json };

/** How many findings there are of each severity. */
export function counts(findings: readonly Located[]): Record<Severity, number> {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return Object.fromEntries(severities.map((severity) => [severity, count(severity)])) as Record<Severity, number>;
}

function text({ files, findings }: Report, { hints }: FormatOptions): string {
  const shown = findings.filter((finding) => hints || finding.severity !== 'hint');
  const lines = shown.map(
    (one) => `${one.file}:${one.line}:${one.column}: ${one.severity}: ${one.message} (${one.rule})`,
  );
  return [...lines, ...(lines.length ? [''] : []), summary(files, findings, hints)].join('\n');
}

function summary(files: number, findings: readonly Located[], hints: boolean): string {
  const by = counts(findings);
  const parts = severities.filter((severity) => by[severity]).map((severity) => plural(by[severity], severity));
  const hidden = !hints && by.hint ? ' (hints are shown with --hints)' : '';
  return `${plural(files, 'file')} checked: ${parts.join(', ') || 'nothing to say'}${hidden}`;
}

const plural = (count: number, what: string) => `${count} ${what}${count === 1 || what === 'information' ? '' : 's'}`;

function json({ files, findings, suppressed }: Report): string {
  const summary = { files, ...counts(findings), suppressed: suppressed.length };
  const report = {
    version: 1,
    summary,
    findings: findings.map(shown),
    suppressed: suppressed.map((one) => ({ ...shown(one), exception: one.exception })),
  };
  return JSON.stringify(report, null, 2);
}

function shown({
  file,
  rule,
  severity,
  line,
  column,
  endLine,
  endColumn,
  technology,
  role,
  recommended,
  message,
}: Located) {
  return { file, rule, severity, line, column, endLine, endColumn, technology, role, recommended, message };
}
