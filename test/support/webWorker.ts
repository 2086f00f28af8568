import { Worker } from 'node:worker_threads';
import {
  createProtocolConnection,
  type Diagnostic,
  DocumentDiagnosticRequest,
  type Hover,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  PortMessageReader,
  PortMessageWriter,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
} from 'vscode-languageserver-protocol/node';
import { pulling } from './languageServer';

/** Files as an editor holds them, by URI. */
export type Files = Readonly<Record<string, string>>;

/** The server of the web bundle, in a worker that has nothing of Node, spoken to as an editor in a browser would. */
export interface WebServer {
  readonly connection: ProtocolConnection;
  readonly log: string[];
  /** What the server asked the editor for. */
  readonly asked: string[];
  /** The latest diagnostics that were pushed. */
  readonly pushed: Map<string, readonly Diagnostic[]>;
  open(uri: string): void;
  pull(uri: string): Promise<Diagnostic[]>;
  hover(uri: string, position: Position): Promise<Hover | null>;
  stop(): Promise<void>;
}

/** A worker of the web: the names below, and no others, lead to something. */
const workerOfTheWeb = `
const { parentPort, workerData } = require('node:worker_threads');
const { createContext, runInContext } = require('node:vm');
const { readFileSync } = require('node:fs');
const heard = [];
const self = {
  TextDecoder, TextEncoder, URL, performance, queueMicrotask, setTimeout, clearTimeout, setInterval, clearInterval, console,
  addEventListener: (type, listener) => heard.push(listener),
  postMessage: (message) => parentPort.postMessage(message),
};
self.self = self;
createContext(self);
parentPort.on('message', (data) => {
  for (const listen of [...heard.splice(0), self.onmessage]) listen?.({ data });
});
runInContext(readFileSync(workerData, 'utf8'), self, { filename: workerData });
`;

/**
 * @param files what the editor answers with when it is asked for files; a text `→` is a link.
 * @param folder URI of the opened folder
 */
export async function startWebServer(
  files: Files,
  folder: string,
  knowledge: Uint8Array,
  options = {},
): Promise<WebServer> {
  const worker = new Worker(workerOfTheWeb, { eval: true, workerData: 'dist/serverWorker.js' });
  const connection = createProtocolConnection(new PortMessageReader(worker), new PortMessageWriter(worker));
  const [log, asked, pushed]: [string[], string[], WebServer['pushed']] = [[], [], new Map()];
  connection.onNotification(LogMessageNotification.type, ({ message }) => void log.push(message));
  connection.onNotification(PublishDiagnosticsNotification.type, (one) => void pushed.set(one.uri, one.diagnostics));
  answerReads(connection, files, asked);
  worker.postMessage({ knowledge });
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities: pulling,
    locale: 'en',
    workspaceFolders: [{ uri: folder, name: 'folder' }],
    initializationOptions: { readsFiles: true, ...options },
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return {
    ...{ connection, log, asked, pushed },
    open(uri) {
      const textDocument = { uri, languageId: 'plaintext', version: 1, text: files[uri] ?? '' };
      void connection.sendNotification('textDocument/didOpen', { textDocument });
    },
    async pull(uri) {
      const report = await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } });
      return report.kind === 'full' ? report.items : [];
    },
    hover: (uri, position) => connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position }),
    async stop() {
      connection.dispose();
      await worker.terminate();
    },
  };
}

function answerReads(connection: ProtocolConnection, files: Files, asked: string[]): void {
  const answer = (request: string, of: (uri: string) => unknown) =>
    connection.onRequest(`stackGuidance/${request}`, ({ uri }: { uri: string }) => {
      asked.push(`${request} ${uri}`);
      return of(uri.replace(/\/$/, '')) ?? null;
    });
  answer('readFile', (uri) => files[uri]);
  answer('stat', (uri) => kindOf(files, uri));
  answer('readDirectory', (uri) => {
    const below = Object.keys(files).filter((one) => one.startsWith(`${uri}/`));
    const names = new Set(below.map((one) => one.slice(uri.length + 1).split('/')[0] ?? ''));
    return [...names].map((name) => ({ name, ...kindOf(files, `${uri}/${name}`) }));
  });
}

function kindOf(files: Files, uri: string) {
  const isDirectory = Object.keys(files).some((one) => one.startsWith(`${uri}/`));
  return files[uri] !== undefined || isDirectory ? { isDirectory, isLink: `${uri} →` in files } : undefined;
}
