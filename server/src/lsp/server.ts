import {
  CodeActionKind,
  type Connection,
  DidChangeWatchedFilesNotification,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { type Bundled, bundledCatalog } from '../core/catalog/bundled';
import { localeOf } from '../core/texts';
import { type Ask, clientHost } from '../host/client';
import type { Host } from '../host/host';
import { registerAssistant } from './features/assistant';
import { fixAllKind, registerCodeActions } from './features/codeActions';
import { completionTriggers, registerCompletion } from './features/completion';
import { registerDiagnostics } from './features/diagnostics';
import { registerHover } from './features/hover';
import { registerSnippetPicker } from './features/snippetPicker';
import { registerStack } from './features/stack';
import { registerWorkspaceCheck } from './features/workspaceCheck';
import type { Readers } from './guidances';
import { localeIn, openSession, type Session } from './session';
import { readSettings } from './settings';

/** Files whose coming and going changes the findings of open documents: neighbours, and what organisations write. */
const watched = [
  ...['**/package.json', '**/tsconfig.json', '**/*.{tf,tofu,tf.json}', '**/Chart.yaml'],
  ...['**/.stack-guidance.yaml', '**/.stack-guidance/**/*.{yaml,yml}', '**/*.md', '**/*baseline*.json'],
];

/**
 * The language server: connects the core with a client. Requests are stateless; nothing but the surroundings of a
 * document is ever waited for, and hover waits for nothing.
 *
 * @param hostWith makes the host; it is given one that reads through the client.
 */
export function startServer(
  connection: Connection,
  hostWith: (client: Host) => Host,
  bundled: () => Bundled,
  readers: () => Promise<Readers>,
): void {
  const ask: Ask = async (method, params) => (session.readsFiles ? connection.sendRequest(method, params) : null);
  const session = openSession(connection, hostWith(clientHost(ask)), bundled, readers);
  connection.onInitialize((params) => {
    session.client = params.capabilities;
    session.folders = (params.workspaceFolders ?? []).map((folder) => folder.uri);
    const { isTrusted, hasViews, readsFiles, settings } = params.initializationOptions ?? {};
    session.isTrusted = isTrusted !== false;
    session.hasViews = hasViews === true;
    session.readsFiles = readsFiles === true;
    session.clientLocale = localeOf(params.locale);
    session.settings = readSettings(settings);
    return { serverInfo: { name: 'stack-guidance' }, capabilities: capabilitiesFor(params) };
  });
  connection.onInitialized(() => {
    watch(session);
    // Whoever opens the first document should not wait for it either.
    setTimeout(() => bundledCatalog(session.bundled(), localeIn(session)));
  });
  connection.onDidChangeConfiguration(({ settings }) => {
    // Some editors tell of the settings that they know, not of ours.
    if (settings?.stackGuidance === undefined) return;
    session.settings = readSettings(settings.stackGuidance);
    session.guidances.reset();
  });
  connection.onNotification('stackGuidance/trusted', () => {
    session.isTrusted = true;
    session.guidances.reset();
  });
  registerHover(session);
  registerDiagnostics(session);
  registerCodeActions(session);
  registerCompletion(session);
  registerSnippetPicker(session);
  registerWorkspaceCheck(session);
  registerStack(session);
  registerAssistant(session);
  session.documents.listen(connection);
  connection.listen();
}

function capabilitiesFor({ capabilities }: InitializeParams): ServerCapabilities {
  const pulls = capabilities.textDocument?.diagnostic !== undefined;
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    completionProvider: { triggerCharacters: completionTriggers, resolveProvider: true },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
    ...(pulls ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } } : {}),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}

function watch(session: Session): void {
  const { connection, client } = session;
  if (client.workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    const watchers = watched.map((globPattern) => ({ globPattern }));
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  }
  if (!client.workspace?.workspaceFolders) return;
  connection.workspace.onDidChangeWorkspaceFolders(async () => {
    session.folders = ((await connection.workspace.getWorkspaceFolders()) ?? []).map((folder) => folder.uri);
    session.guidances.reset();
  });
}
