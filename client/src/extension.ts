import { type ExtensionContext, languages, type TextDocument, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerAssistant } from './assistant';
import { registerCheckWorkspace } from './checkWorkspace';
import { crashHandler } from './crashes';
import { configurationPattern, documentSelector, manifests } from './documents';
import { registerExplorer } from './explorer/explorer';
import { answerReads } from './files';
import { registerNewStack } from './newStack';
import { registerRadar } from './radar/radarView';
import { serverOf } from './server';
import { registerInsertSnippet } from './snippets/insertSnippet';
import { registerStatusBar } from './statusBar';

/** What both hosts share; how the server is started is theirs. */
export type StartClient = (options: LanguageClientOptions) => BaseLanguageClient;

const section = 'stackGuidance';
let stop: (() => Promise<void>) | undefined;

/** Starts the server with the first manifest, or where a workspace has a configuration; until then nothing runs. */
export function activate(context: ExtensionContext, startClient: StartClient): void {
  const server = serverOf(() => {
    const errorHandler = crashHandler(() => client.start());
    const client = startClient({ ...clientOptions(), errorHandler });
    answerReads(client);
    return client;
  });
  stop = server.stop;
  const startFor = (document: TextDocument) => {
    if (!server.isRunning && languages.match(manifests, document) > 0) void server.started();
  };
  context.subscriptions.push(
    workspace.onDidOpenTextDocument(startFor),
    workspace.onDidGrantWorkspaceTrust(async () => {
      if (server.isRunning) await (await server.started()).sendNotification(`${section}/trusted`);
    }),
    registerInsertSnippet(server),
    registerCheckWorkspace(server),
    registerExplorer(context, server),
    registerStatusBar(server),
    registerRadar(context, server),
    registerNewStack(context, server),
    registerAssistant(server),
  );
  for (const document of workspace.textDocuments) startFor(document);
  void workspace
    .findFiles(configurationPattern, undefined, 1)
    .then((found) => (found.length ? server.started() : undefined));
}

const clientOptions = (): LanguageClientOptions => ({
  documentSelector,
  diagnosticPullOptions: { onChange: true, onTabs: true, onFocus: true },
  // Asked for each start: a server that is started again knows what has been said since.
  initializationOptions: () => ({
    isTrusted: workspace.isTrusted,
    hasViews: true,
    readsFiles: true,
    // Without its functions, which cannot be sent to a worker.
    settings: JSON.parse(JSON.stringify(workspace.getConfiguration(section))),
  }),
  synchronize: { configurationSection: section },
});

export const deactivate = (): Promise<void> | undefined => stop?.();
