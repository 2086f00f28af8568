import { spawn } from 'node:child_process';
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type ProtocolConnection,
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

/** A running server, and a client that says as little as it can. */
export type Connected = ReturnType<typeof connect>;

const secondsToAnswer = 20;
const msToEnd = 1000;

/** Starts a server in a folder. */
export function connect(server: Server, folder: string) {
  const child = spawn(process.execPath, server.args, { cwd: folder, stdio: ['pipe', 'pipe', 'ignore'] });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const waiting = new Map<string, (diagnostics: readonly Diagnostic[]) => void>();
  connection.onError(() => {});
  connection.onNotification('textDocument/publishDiagnostics', (params) =>
    waiting.get(params.uri)?.(params.diagnostics),
  );
  answerRequests(connection, server);
  connection.listen();
  return {
    child,
    tell: (method: string, params: object) => void connection.sendNotification(method, params),
    ask: <Answer>(method: string, params: object) => inTime(connection.sendRequest<Answer>(method, params), server),
    /** The next diagnostics that are pushed for a document. */
    pushed: (uri: string) => inTime(new Promise<readonly Diagnostic[]>((resolve) => waiting.set(uri, resolve)), server),
    async stop(): Promise<void> {
      await inTime(connection.sendRequest('shutdown'), server).catch(() => {});
      void connection.sendNotification('exit').catch(() => {});
      await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, msToEnd).unref())]);
      connection.dispose();
      if (child.exitCode === null) child.kill('SIGKILL');
    },
  };
}

function answerRequests(connection: ProtocolConnection, { settings }: Server): void {
  connection.onRequest('workspace/configuration', ({ items }: { items: readonly { section?: string }[] }) =>
    items.map(({ section }) => settings?.[section ?? ''] ?? null),
  );
  for (const method of ['client/registerCapability', 'window/workDoneProgress/create', 'workspace/diagnostic/refresh'])
    connection.onRequest(method, () => null);
}

/** What the client says that it can; `pulls`: whether it asks for diagnostics instead of waiting for them. */
export const capabilitiesOf = (pulls: boolean): ClientCapabilities => ({
  workspace: { configuration: true, workspaceFolders: true },
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['', 'quickfix', 'source'] } } },
    publishDiagnostics: { versionSupport: true },
    ...(pulls ? { diagnostic: {} } : {}),
  },
});

function inTime<T>(answer: Promise<T>, { name }: Server): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const say = () => reject(new Error(`${name} gave no answer in ${secondsToAnswer} s`));
    timer = setTimeout(say, secondsToAnswer * 1000);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
