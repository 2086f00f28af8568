import { type Diagnostic, DiagnosticSeverity, DiagnosticTag, type Range } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Severity, Span } from '../core/model';
import { ruleAddress } from '../core/rules/address';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export const rangeOf = (document: TextDocument, span: Span): Range => ({
  start: document.positionAt(span.start),
  end: document.positionAt(span.end),
});

export function diagnosticOf(document: TextDocument, finding: Finding): Diagnostic {
  return {
    range: rangeOf(document, finding.span),
    severity: severities[finding.severity],
    source: 'stack-guidance',
    code: finding.rule,
    codeDescription: { href: ruleAddress(finding.rule) },
    message: finding.message,
    ...(finding.struck ? { tags: [DiagnosticTag.Deprecated] } : {}),
  };
}
