import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeResult,
  type Position,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** A program of Node that speaks the protocol over stdio. */
export interface Server {
  readonly name: string;
  readonly args: readonly string[];
  /** What it is answered when it asks for its configuration. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A running server. Times are in milliseconds, from the request to its answer. */
export type Session = Awaited<ReturnType<typeof startSession>>;

const seconds = 20;

/** Starts a server in a folder; `pulls`: whether the client asks for diagnostics instead of waiting for them. */
export async function startSession(server: Server, folder: string, pulls: boolean) {
  const begin = performance.now();
  const child = spawn(process.execPath, server.args, { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const waiting = new Map<string, (diagnostics: Diagnostic[]) => void>();
  const known = new Map<string, readonly Diagnostic[]>();
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  connection.onError(() => {});
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }) =>
    waiting.get(uri)?.(diagnostics),
  );
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section?: string }[] }) =>
    items.map(({ section }) => server.settings?.[section ?? ''] ?? null),
  );
  for (const method of [
    'client/registerCapability',
    'window/workDoneProgress/create',
    'workspace/diagnostic/refresh',
  ]) {
    connection.onRequest(method, () => null);
  }
  connection.listen();
  const ask = <Answer>(method: string, params: object) =>
    inTime(connection.sendRequest<Answer>(method, params), server);
  const uri = pathToFileURL(folder).href;
  const { capabilities } = await ask<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'bench' }],
    capabilities: capabilitiesOf(pulls),
  });
  const startMs = performance.now() - begin;
  let answered = 0;
  const isPulled = pulls && capabilities.diagnosticProvider !== undefined;
  await connection.sendNotification('initialized', {});
  if (server.settings)
    await connection.sendNotification('workspace/didChangeConfiguration', { settings: server.settings });

  /** Sends a change of a document and waits for the diagnostics after it. */
  async function diagnosed(method: string, params: object, document: string): Promise<number> {
    const pushed = isPulled ? undefined : new Promise<Diagnostic[]>((resolve) => waiting.set(document, resolve));
    const start = performance.now();
    void connection.sendNotification(method, params);
    const pull = () =>
      ask<{ items?: Diagnostic[] }>('textDocument/diagnostic', { textDocument: { uri: document } }).then(
        ({ items }) => items ?? [],
      );
    const diagnostics = await (pushed ? inTime(pushed, server) : pull());
    const took = performance.now() - start;
    waiting.delete(document);
    known.set(document, diagnostics);
    return took;
  }

  return {
    startMs,
    process: child,
    diagnosed,
    diagnostics: (document: string) => known.get(document) ?? [],
    tell: (method: string, params: object) => void connection.sendNotification(method, params),
    /** How many answers had something in them. */
    answered: () => answered,
    /** Asks a question; how long it took. */
    async timed(method: string, params: object): Promise<number> {
      const start = performance.now();
      const answer = await ask<unknown>(method, params);
      const took = performance.now() - start;
      if (holdsSomething(answer)) answered++;
      return took;
    },
    async stop(): Promise<void> {
      await inTime(connection.sendRequest('shutdown'), server).catch(() => {});
      void connection.sendNotification('exit').catch(() => {});
      await Promise.race([exited, later(1000)]);
      connection.dispose();
      if (child.exitCode === null) child.kill('SIGKILL');
    },
  };
}

/** The parameters of a question about a place. */
export const at = (uri: string, position: Position) => ({ textDocument: { uri }, position });

function capabilitiesOf(pulls: boolean): ClientCapabilities {
  return {
    workspace: { configuration: true, workspaceFolders: true },
    textDocument: {
      hover: { contentFormat: ['markdown', 'plaintext'] },
      completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
      codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source'] } } },
      publishDiagnostics: { versionSupport: true },
      ...(pulls ? { diagnostic: {} } : {}),
    },
  };
}

function holdsSomething(answer: unknown): boolean {
  const items = (answer as { items?: unknown } | null)?.items ?? answer;
  return Array.isArray(items) ? items.length > 0 : items !== null && items !== undefined;
}

const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());

function inTime<T>(answer: Promise<T>, { name }: Server): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`${name} gave no answer in ${seconds} s`)), seconds * 1000);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
