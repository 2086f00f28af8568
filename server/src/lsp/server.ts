import {
  type Connection,
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  MarkupKind,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Bundled, bundledCatalog } from '../core/catalog/bundled';
import type { Catalog } from '../core/catalog/catalog';
import { check } from '../core/features/diagnostics';
import { hover } from '../core/features/hover';
import { localeOf } from '../core/texts';
import type { Host } from '../host/host';
import { diagnosticOf, rangeOf } from './convert';
import { mayBeChecked, openSources } from './documents';
import { pushDiagnostics } from './push';
import { openSurroundings } from './surroundings';

/** Files whose coming and going changes the findings of open documents. */
const watched = ['**/package.json', '**/tsconfig.json', '**/*.{tf,tofu,tf.json}', '**/Chart.yaml'];

/**
 * The language server: connects the core with a client. Requests are stateless; nothing but the surroundings of a
 * document is ever waited for, and hover waits for nothing.
 */
export function startServer(connection: Connection, host: Host, bundled: Bundled): void {
  const documents = new TextDocuments(TextDocument);
  const sources = openSources();
  let catalog: Catalog;
  let folders: readonly string[] = [];
  let client: InitializeParams['capabilities'] = {};
  const surroundings = openSurroundings(
    host,
    (uri) => documents.get(uri)?.getText(),
    () => folders,
  );

  connection.onInitialize((params): InitializeResult => {
    client = params.capabilities;
    folders = (params.workspaceFolders ?? []).map((folder) => folder.uri);
    catalog = bundledCatalog(bundled, localeOf(params.initializationOptions?.locale ?? params.locale));
    return {
      serverInfo: { name: 'stack-guidance' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        ...(pulls() ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } } : {}),
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(() => {
    if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const watchers = watched.map((globPattern) => ({ globPattern }));
      void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    if (client.workspace?.workspaceFolders) {
      connection.workspace.onDidChangeWorkspaceFolders(async () => {
        folders = ((await connection.workspace.getWorkspaceFolders()) ?? []).map((folder) => folder.uri);
      });
    }
  });

  const pulls = () => client.textDocument?.diagnostic !== undefined;

  async function diagnosticsOf(document: TextDocument): Promise<Diagnostic[]> {
    const source = mayBeChecked(document.uri) ? sources.of(document) : undefined;
    if (!source) return [];
    const around = surroundings.of(document, source);
    const neighbours = around instanceof Promise ? await around : around;
    return check(source, catalog, neighbours).map((finding) => diagnosticOf(document, finding));
  }

  const push = pushDiagnostics(connection, diagnosticsOf, (uri) => documents.get(uri));

  /** A file changed: whoever looked at it is checked again. Pulling clients ask again by themselves while typing. */
  function changed(uri: string, byTyping: boolean): void {
    const touched = surroundings.changed(uri);
    if (!pulls()) for (const other of touched) push.soon(other);
    else if (touched.length && !byTyping && client.workspace?.diagnostics?.refreshSupport)
      connection.languages.diagnostics.refresh();
  }

  connection.languages.diagnostics.on(async ({ textDocument }) => {
    const document = documents.get(textDocument.uri);
    const items = document ? await diagnosticsOf(document).catch(logged('diagnostics', [])) : [];
    return { kind: DocumentDiagnosticReportKind.Full, items };
  });

  connection.onHover(({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    const source = document && sources.of(document);
    const found = source && hover(source, document.offsetAt(position), catalog);
    return found
      ? { range: rangeOf(document, found.span), contents: { kind: MarkupKind.Markdown, value: found.markdown } }
      : null;
  });

  documents.onDidChangeContent(({ document }) => {
    if (!pulls()) push.soon(document.uri);
    changed(document.uri, true);
  });
  documents.onDidClose(({ document }) => {
    sources.forget(document.uri);
    surroundings.forget(document.uri);
    if (!pulls()) push.clear(document.uri);
    changed(document.uri, true);
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (const { uri } of changes) changed(uri, false);
  });

  const logged =
    <T>(what: string, fallback: T) =>
    (error: unknown): T => {
      connection.console.error(
        `${what}: ${error instanceof Error ? (error.stack ?? error.message) : error}`.split('\n').slice(0, 2).join(' '),
      );
      return fallback;
    };

  documents.listen(connection);
  connection.listen();
}
