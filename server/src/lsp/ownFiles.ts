import type { Connection, Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { OwnFile, Reading } from '../core/guidance/guidance';
import { diagnosticOf } from './convert';

/** What is wrong stands on the files themselves, open or not; on files that are read no longer it goes. Told once. */
export function publish(connection: Connection, before: Reading | undefined, now: Reading | undefined): void {
  const files = now?.files ?? [];
  const gone = (before?.files ?? []).filter(({ uri }) => !files.some((one) => one.uri === uri));
  for (const { uri } of gone) void connection.sendDiagnostics({ uri, diagnostics: [] });
  for (const file of files) {
    const { uri } = file;
    const diagnostics = diagnosticsOn(file);
    const earlier = before?.files.find((one) => one.uri === uri);
    if (!earlier || !isSameJson(diagnosticsOn(earlier), diagnostics))
      void connection.sendDiagnostics({ uri, diagnostics });
  }
}

function diagnosticsOn({ uri, text, findings }: OwnFile): Diagnostic[] {
  const document = TextDocument.create(uri, '', 0, text);
  return findings.map((one) => diagnosticOf(document, one));
}

const isSameJson = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
