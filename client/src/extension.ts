import { type ExtensionContext, languages, type TextDocument, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { documentSelector } from './documents';
import { registerInsertSnippet } from './snippets/insertSnippet';

/** What both hosts share; how the server is started is theirs. */
export type StartClient = (options: LanguageClientOptions) => BaseLanguageClient;

let client: BaseLanguageClient | undefined;
let running: Promise<void> | undefined;

/** Starts the server with the first document that it has something to say of; until then nothing runs. */
export function activate(context: ExtensionContext, start: StartClient): void {
  const startFor = (document: TextDocument) => {
    if (client || languages.match(documentSelector, document) === 0) return;
    client = start({ documentSelector, diagnosticPullOptions: { onChange: true, onTabs: true, onFocus: true } });
    running = client.start();
    waiting.dispose();
  };
  const waiting = workspace.onDidOpenTextDocument(startFor);
  context.subscriptions.push(
    waiting,
    registerInsertSnippet(async ({ document }) => {
      if (languages.match(documentSelector, document) === 0) return undefined;
      await running;
      return client;
    }),
  );
  for (const document of workspace.textDocuments) startFor(document);
}

export async function deactivate(): Promise<void> {
  await client?.stop();
  client = undefined;
}
