import { type ChildProcess, spawn } from 'node:child_process';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  type Hover,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type Position,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver-protocol/node';

/** The real server process, spoken to over stdio as an editor would. */
export interface Session {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly process: ChildProcess;
  /** Everything that the server logged. */
  readonly log: string[];
  /** What came over its standard error. */
  readonly errors: string[];
  open(uri: string, text: string, languageId?: string): void;
  change(uri: string, ...changes: TextDocumentContentChangeEvent[]): void;
  close(uri: string): void;
  hover(uri: string, position: Position): Promise<Hover | null>;
  /** Says what it has already, as editors do. */
  pull(uri: string): Promise<Diagnostic[]>;
  /** The next diagnostics that are pushed for a document. */
  pushed(uri: string): Promise<PublishDiagnosticsParams>;
  /** The latest diagnostics pushed for a document, once they are as expected. */
  shown(uri: string, isExpected: (diagnostics: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>;
  /** The next time that the server asks the client to pull again. */
  refreshed(): Promise<void>;
  /** Shuts down as the protocol says; the exit code of the process. */
  stop(): Promise<number | null>;
}

/** What a diagnostic says. */
export const messageOf = ({ message }: Pick<Diagnostic, 'message'>): string =>
  typeof message === 'string' ? message : message.value;

export const pulling: ClientCapabilities = { textDocument: { diagnostic: {} } };

/** Starts `stack-guidance lsp --stdio` from the build. */
export async function startSession(
  capabilities: ClientCapabilities = pulling,
  locale = 'en',
  folder?: string | readonly string[],
  initializationOptions: object = {},
): Promise<Session> {
  const child = spawn(process.execPath, ['dist/cli.js', 'lsp', '--stdio'], { stdio: 'pipe' });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const log: string[] = [];
  const errors: string[] = [];
  child.stderr.on('data', (chunk) => {
    errors.push(String(chunk));
    process.stderr.write(chunk);
  });
  const waiting = new Map<string, (params: PublishDiagnosticsParams) => void>();
  connection.onNotification(LogMessageNotification.type, ({ message }) => void log.push(message));
  const latest = new Map<string, readonly Diagnostic[]>();
  const watching = new Set<(uri: string) => void>();
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    latest.set(params.uri, params.diagnostics);
    waiting.get(params.uri)?.(params);
    for (const look of watching) look(params.uri);
  });
  // Progress that nobody shows.
  connection.onRequest(WorkDoneProgressCreateRequest.type, () => {});
  let refresh = () => {};
  connection.onRequest(DiagnosticRefreshRequest.type, () => refresh());
  connection.listen();
  const workspaceFolders = folder ? [folder].flat().map((uri) => ({ uri, name: 'folder' })) : null;
  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities,
    locale,
    workspaceFolders,
    initializationOptions,
  });
  await connection.sendNotification(InitializedNotification.type, {});
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const versions = new Map<string, number>();
  return {
    connection,
    initialized,
    process: child,
    log,
    errors,
    open(uri, text, languageId = 'plaintext') {
      versions.set(uri, 1);
      void connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      });
    },
    change(uri, ...contentChanges) {
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      void connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges,
      });
    },
    close: (uri) => void connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    hover: (uri, position) => connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position }),
    pull: openPull(connection),
    pushed: (uri) => new Promise((resolve) => waiting.set(uri, resolve)),
    shown: (uri, isExpected) =>
      new Promise((resolve) => {
        const look = (changed: string) => {
          const now = latest.get(uri);
          if (changed !== uri || !now || !isExpected(now)) return;
          watching.delete(look);
          resolve(now);
        };
        watching.add(look);
        look(uri);
      }),
    refreshed: () =>
      new Promise((resolve) => {
        refresh = resolve;
      }),
    async stop() {
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      const code = await exited;
      connection.dispose();
      return code;
    },
  };
}

function openPull(connection: ProtocolConnection): Session['pull'] {
  const had = new Map<string, { readonly resultId?: string; readonly items: Diagnostic[] }>();
  return async (uri) => {
    const before = had.get(uri);
    const previous = before?.resultId === undefined ? {} : { previousResultId: before.resultId };
    const params = { textDocument: { uri }, ...previous };
    const report = await connection.sendRequest(DocumentDiagnosticRequest.type, params);
    if (report.kind === 'unchanged') return before?.items ?? [];
    had.set(uri, report);
    return report.items;
  };
}
