import {
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  FileChangeType,
} from 'vscode-languageserver';
import { check } from '../../core/features/diagnostics';
import { softened } from '../../core/policy/baseline';
import { diagnosticOf } from '../convert';
import { mayBeChecked } from '../documents';
import { guarded, judged, type Session } from '../session';
import { openReports } from './pull';
import { pushDiagnostics, type Timed } from './push';

const nothing: DocumentDiagnosticReport = { kind: DocumentDiagnosticReportKind.Full, items: [] };

/** Pulled where the client asks, pushed where it does not, never both. */
export function registerDiagnostics(session: Session): void {
  const { connection, documents, surroundings, sources, guidances } = session;
  const pulls = () => session.client.textDocument?.diagnostic !== undefined;

  async function diagnosticsOf(uri: string): Promise<Timed> {
    const found = await judged(session, uri);
    if (!found) return { diagnostics: [], ms: 0 };
    const start = performance.now();
    const findings = check(found.source, found.catalog, found.neighbours, found.policy);
    const shown = softened(findings, found.known).filter((finding) => !finding.suppression);
    const diagnostics = shown.map((finding) => diagnosticOf(found.document, finding));
    return { diagnostics, ms: performance.now() - start };
  }

  const reports = openReports();
  const push = pushDiagnostics(session, diagnosticsOf);

  /** A file changed: whoever looked at it is checked again. Pulling clients ask again by themselves while typing. */
  function changed(uri: string, byTyping: boolean): void {
    const touched = surroundings.changed(uri, byTyping);
    if (!pulls()) for (const other of touched) push.soon(other);
    else if (touched.length && !byTyping) refresh();
  }

  function refresh(): void {
    if (session.client.workspace?.diagnostics?.refreshSupport) connection.languages.diagnostics.refresh();
  }

  session.onGuidanceChange = () => {
    if (pulls()) return refresh();
    for (const document of documents.all())
      if (sources.of(document) && !guidances.own(document.uri)) push.soon(document.uri);
  };

  const answer = async ({ textDocument: { uri }, previousResultId }: DocumentDiagnosticParams) => {
    const { diagnostics } = await diagnosticsOf(uri);
    // What was closed meanwhile is not remembered.
    return documents.get(uri) ? reports.of(uri, previousResultId, diagnostics) : nothing;
  };
  connection.languages.diagnostics.on(guarded(session, 'diagnostics', nothing, answer));

  /** A document of an organisation, perhaps: it is read also where no manifest is open that it governs. */
  const readOwn = guarded(session, 'configuration', undefined, async (uri: string) => {
    guidances.changed(uri);
    if (mayBeChecked(uri)) await guidances.of(uri);
  });

  documents.onDidOpen(({ document }) => guidances.opened(document.uri));
  documents.onDidChangeContent(({ document }) => {
    // Own technologies may have the name of a manifest.
    if (!sources.of(document) || document.uri.includes('/.stack-guidance/')) void readOwn(document.uri);
    if (!pulls() && !guidances.own(document.uri)) push.soon(document.uri);
    changed(document.uri, true);
  });
  // Not every client says what happens on the disk: a configuration that nobody knew may be there now.
  documents.onDidSave(({ document: { uri } }) => {
    if (!guidances.own(uri)) guidances.moved(uri);
  });
  documents.onDidClose(({ document }) => {
    sources.forget(document.uri);
    reports.forget(document.uri);
    surroundings.forget(document.uri);
    guidances.changed(document.uri);
    if (!pulls() && !guidances.own(document.uri)) push.clear(document.uri);
    changed(document.uri, true);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri, type } of changes) {
      if (type === FileChangeType.Changed) guidances.changed(uri);
      else guidances.moved(uri);
      changed(uri, false);
      session.onFileChange(uri);
    }
  });
}
