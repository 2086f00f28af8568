import assert from 'node:assert/strict';
import { applied } from '../../server/src/core/fixes/changes';
import type { Finding, Span, TextChange } from '../../server/src/core/model';

/** Fails unless spans lie inside a text, each on one line. */
export function assertSpans(what: string, text: string, spans: readonly Span[]): void {
  for (const { start, end } of spans) {
    assert.ok(
      0 <= start && start <= end && end <= text.length,
      `${what} outside: ${start} to ${end} of ${text.length}`,
    );
    assert.ok(!/[\r\n]/.test(text.slice(start, end)), `${what} on several lines: ${start} to ${end}`);
  }
}

export const assertFindings = (text: string, findings: readonly Finding[]): void => {
  assertSpans(
    'finding',
    text,
    findings.map(({ span }) => span),
  );
  for (const { message } of findings) assert.ok(message && !/undefined|\[object/.test(message), `message: ${message}`);
};

/** The text after changes that lie inside of it and do not overlap. */
export function changedBy(what: string, text: string, changes: readonly TextChange[]): string {
  const inOrder = [...changes].sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
  let end = 0;
  for (const { span } of inOrder) {
    assert.ok(end <= span.start && span.start <= span.end, `${what} overlaps: ${JSON.stringify(changes)}`);
    end = span.end;
  }
  assert.ok(end <= text.length, `${what} outside: ${JSON.stringify(changes)}`);
  return applied(text, changes);
}
