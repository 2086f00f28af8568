import { counts, type Report, type Reported, type Suppressed } from '../report';

/** For programs; a contract, see the README. */
export function json({ files, findings, suppressed }: Report): string {
  const summary = { files, ...counts(findings), suppressed: suppressed.length };
  const report = {
    version: 1,
    summary,
    findings: findings.map(shown),
    suppressed: suppressed.map((one) => ({ ...shown(one), exception: exceptionOf(one) })),
  };
  return JSON.stringify(report, null, 2);
}

const exceptionOf = ({ exception: { kind: _, ...said } }: Suppressed) => said;

/** Written out, so that nothing becomes part of the contract unnoticed, and in this order. */
const shown = (one: Reported): Reported => ({
  file: one.file,
  rule: one.rule,
  severity: one.severity,
  line: one.line,
  column: one.column,
  endLine: one.endLine,
  endColumn: one.endColumn,
  technology: one.technology,
  role: one.role,
  recommended: one.recommended,
  message: one.message,
  fingerprint: one.fingerprint,
});
