import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver';
import type { Answer } from '../../core/features/codeActions';
import type { Finding } from '../../core/model';
import { texts } from '../../core/texts';
import type { Judged, Session } from '../session';

/** “Why?” for each finding: opens the row of the stack document that it follows, in clients that have views. */
export async function whyActions(
  { hasViews, guidances }: Session,
  { catalog, document }: Judged,
  answers: readonly Answer[],
  diagnosticFor: (finding: Finding) => Diagnostic,
): Promise<CodeAction[]> {
  if (!hasViews) return [];
  const governing = await guidances.of(document.uri);
  const rows = answers.flatMap(({ finding }) => {
    const row = catalog.byRole.get(finding.role ?? '')?.[0];
    return row ? [{ finding, row }] : [];
  });
  const { title } = texts[catalog.locale].why;
  return [...new Map(rows.map((one) => [one.row, one])).values()].map(({ finding, row: { line, component } }) => ({
    title: title(component),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticFor(finding)],
    command: {
      title: title(component),
      command: 'stackGuidance.openRow',
      arguments: [{ row: { line }, document: governing?.document ?? null }],
    },
  }));
}
