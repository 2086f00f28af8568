import type { Finding, RuleId, Severity, Span } from '../model';

/** A finding about what somebody wrote for us: it names no technology, so that nothing excepts it. */
export const findingOn = (rule: RuleId, severity: Severity, span: Span, message: string): Finding => ({
  ...{ rule, severity, span, message },
  ...{ identifier: null, technology: null, role: null, recommended: [], struck: false },
});

/** The part of a span that is on its first line with text; what is missing at the end is shown at the last word. */
export function onOneLine(content: string, { start, end }: Span): Span {
  const last = content.trimEnd().length;
  if (start >= last) return { start: Math.max(0, last - 1), end: last };
  const line = content.slice(start, end).search(/[\r\n]/);
  return { start, end: line < 0 ? Math.min(end, content.length) : start + line };
}
