// The floor: a server of the same library as ours that reads nothing and always gives the same answers.
import {
  createConnection,
  DocumentDiagnosticReportKind,
  ProposedFeatures,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);

connection.onInitialize(({ capabilities }) => {
  const pulls = capabilities.textDocument?.diagnostic !== undefined;
  if (!pulls) {
    documents.onDidChangeContent(({ document: { uri, version } }) => {
      void connection.sendDiagnostics({ uri, version, diagnostics: [] });
    });
  }
  return {
    capabilities: {
      textDocumentSync: TextDocumentSyncKind.Incremental,
      hoverProvider: true,
      completionProvider: {},
      codeActionProvider: true,
      ...(pulls ? { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } } : {}),
    },
  };
});
connection.onHover(() => ({ contents: { kind: 'markdown', value: 'Hello.' } }));
connection.onCompletion(() => [{ label: 'hello' }]);
connection.onCodeAction(() => [{ title: 'Say hello', kind: 'quickfix' }]);
connection.languages.diagnostics.on(() => ({ kind: DocumentDiagnosticReportKind.Full, items: [] }));
documents.listen(connection);
connection.listen();
