import { type ExtensionContext, Uri, workspace } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser';
import * as extension from './extension';

/** What of the browser's worker is used here. */
declare class Worker {
  constructor(address: string);
  postMessage(message: unknown): void;
  terminate(): void;
}

/** Entry point in the browser: the server is a worker, which is given its knowledge first. */
export function activate(context: ExtensionContext): void {
  const inDist = (name: string) => Uri.joinPath(context.extensionUri, 'dist', name);
  const startServer = async () => {
    const knowledge = await workspace.fs.readFile(inDist('knowledge.json'));
    const worker = new Worker(inDist('serverWorker.js').toString(true));
    context.subscriptions.push({ dispose: () => worker.terminate() });
    worker.postMessage({ knowledge });
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  extension.activate(context, (options) => new LanguageClient('stackGuidance', 'Stack Guidance', startServer, options));
}

export const deactivate = extension.deactivate;
