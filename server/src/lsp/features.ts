import { type Connection, DidChangeWatchedFilesNotification, type InitializeParams } from 'vscode-languageserver';
import { type Bundled, bundledCatalog } from '../core/catalog/bundled';
import { localeOf } from '../core/texts';
import { type Ask, clientHost } from '../host/client';
import { installed } from '../host/guidance';
import type { Host } from '../host/host';
import { registerAssistant } from './features/assistant';
import { registerCodeActions } from './features/codeActions';
import { registerCompletion } from './features/completion';
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
  `**/node_modules/{${installed}}`,
];

/** What the features need besides a connection. */
export interface Needs {
  /** Makes the host; it is given one that reads through the client. */
  hostWith(client: Host): Host;
  /** Read when it is first asked for. */
  bundled(): Bundled;
  readers(): Promise<Readers>;
}

/**
 * Everything that the server does once it is initialized: connects the core with a client. Requests are stateless;
 * nothing but the surroundings of a document is ever waited for, and hover waits for nothing.
 */
export function serve(connection: Connection, params: InitializeParams, needs: Needs): void {
  const { bundled, readers, hostWith } = needs;
  const ask: Ask = async (method, asked) => (session.readsFiles ? connection.sendRequest(method, asked) : null);
  const session = openSession(connection, hostWith(clientHost(ask)), bundled, readers);
  greet(session, params);
  watch(session);
  // Whoever opens the first document should not wait for it.
  setTimeout(() => bundledCatalog(session.bundled(), localeIn(session)));
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
}

/** What the client has said of itself. */
function greet(session: Session, params: InitializeParams): void {
  session.client = params.capabilities;
  session.folders = (params.workspaceFolders ?? []).map((folder) => folder.uri);
  const { isTrusted, hasViews, readsFiles, settings } = params.initializationOptions ?? {};
  session.isTrusted = isTrusted !== false;
  session.hasViews = hasViews === true;
  session.readsFiles = readsFiles === true;
  session.clientLocale = localeOf(params.locale);
  session.settings = readSettings(settings);
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
    session.onFoldersChange();
  });
}
