import type { Finding, RuleId, Severity, Span } from '../model';

/** A finding about what somebody wrote for us: it names no technology, so that nothing excepts it. */
export const findingOn = (rule: RuleId, severity: Severity, span: Span, message: string): Finding => ({
  ...{ rule, severity, span, message },
  ...{ identifier: null, technology: null, role: null, recommended: [], struck: false },
});
