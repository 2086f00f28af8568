import { type ExtensionContext, languages, type TextDocument, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { configurationPattern, documentSelector, manifests } from './documents';
import { registerInsertSnippet } from './snippets/insertSnippet';

/** What both hosts share; how the server is started is theirs. */
export type StartClient = (options: LanguageClientOptions) => BaseLanguageClient;

const section = 'stackGuidance';
let client: BaseLanguageClient | undefined;
let running: Promise<void> | undefined;

/** Starts the server with the first manifest, or where a workspace has a configuration; until then nothing runs. */
export function activate(context: ExtensionContext, startClient: StartClient): void {
  const start = () => {
    if (client) return;
    client = startClient(clientOptions());
    running = client.start();
    waiting.dispose();
  };
  const startFor = (document: TextDocument) => {
    if (languages.match(manifests, document) > 0) start();
  };
  const waiting = workspace.onDidOpenTextDocument(startFor);
  context.subscriptions.push(
    waiting,
    workspace.onDidGrantWorkspaceTrust(() => client?.sendNotification(`${section}/trusted`)),
    registerInsertSnippet(async ({ document }) => {
      if (languages.match(manifests, document) === 0) return undefined;
      await running;
      return client;
    }),
  );
  for (const document of workspace.textDocuments) startFor(document);
  void workspace.findFiles(configurationPattern, undefined, 1).then((found) => found.length && start());
}

const clientOptions = (): LanguageClientOptions => ({
  documentSelector,
  diagnosticPullOptions: { onChange: true, onTabs: true, onFocus: true },
  initializationOptions: { isTrusted: workspace.isTrusted, settings: workspace.getConfiguration(section) },
  synchronize: { configurationSection: section },
});

export async function deactivate(): Promise<void> {
  await client?.stop();
  client = undefined;
}
