import { pathToFileURL } from 'node:url';
import type { Diagnostic, InitializeResult, Position } from 'vscode-languageserver-protocol/node';
import { type Connected, capabilitiesOf, connect, type Server } from './connection';

/** An initialized server. Times are in milliseconds, from the request to its answer. */
export interface Session {
  /** From the start of the process until the server is initialized. */
  readonly startMs: number;
  readonly pid: number | undefined;
  /** Sends a change of a document; how long it took until its diagnostics were there. */
  diagnosed(method: string, params: object, uri: string): Promise<number>;
  /** The latest diagnostics of a document. */
  diagnostics(uri: string): readonly Diagnostic[];
  tell(method: string, params: object): void;
  /** Asks a question; how long it took. */
  timed(method: string, params: object): Promise<number>;
  /** Waits until the server has done what it was told about a document so far. */
  settled(uri: string): Promise<unknown>;
  /** How many answers had something in them. */
  answered(): number;
  stop(): Promise<void>;
}

/** Starts a server in a folder; `pulls`: whether the client would rather ask for diagnostics than wait for them. */
export async function startSession(server: Server, folder: string, pulls: boolean): Promise<Session> {
  const begin = performance.now();
  const connected = connect(server, folder);
  const { capabilities } = await connected.ask<InitializeResult>('initialize', greetings(folder, pulls));
  const startMs = performance.now() - begin;
  connected.tell('initialized', {});
  if (server.settings) connected.tell('workspace/didChangeConfiguration', { settings: server.settings });
  const { child, tell, stop } = connected;
  const questions = questionsTo(connected);
  const diagnoses = diagnosesOf(connected, pulls && capabilities.diagnosticProvider !== undefined);
  return { startMs, pid: child.pid, tell, stop, ...questions, ...diagnoses };
}

function greetings(folder: string, pulls: boolean) {
  const uri = pathToFileURL(folder).href;
  const workspaceFolders = [{ uri, name: 'bench' }];
  return { processId: process.pid, rootUri: uri, workspaceFolders, capabilities: capabilitiesOf(pulls) };
}

interface Pulled {
  readonly kind: string;
  readonly items?: Diagnostic[];
  readonly resultId?: string;
}

function diagnosesOf({ tell, ask, pushed }: Connected, isPulled: boolean): Pick<Session, 'diagnosed' | 'diagnostics'> {
  const known = new Map<string, readonly Diagnostic[]>();
  const ids = new Map<string, string | undefined>();
  // Editors say what they have, and a server may answer that it is still right.
  const pull = async (uri: string) => {
    const previous = ids.get(uri);
    const params = { textDocument: { uri }, ...(previous !== undefined && { previousResultId: previous }) };
    const { kind, items = [], resultId } = await ask<Pulled>('textDocument/diagnostic', params);
    ids.set(uri, resultId);
    return kind === 'unchanged' ? (known.get(uri) ?? []) : items;
  };
  return {
    diagnostics: (uri) => known.get(uri) ?? [],
    async diagnosed(method, params, uri) {
      const next = isPulled ? undefined : pushed(uri);
      const begin = performance.now();
      tell(method, params);
      known.set(uri, await (next ?? pull(uri)));
      return performance.now() - begin;
    },
  };
}

function questionsTo({ ask }: Connected): Pick<Session, 'timed' | 'settled' | 'answered'> {
  let answered = 0;
  return {
    answered: () => answered,
    settled: (uri) => ask('textDocument/hover', at(uri, { line: 0, character: 0 })),
    async timed(method, params) {
      const begin = performance.now();
      const answer = await ask<unknown>(method, params);
      const took = performance.now() - begin;
      if (holdsSomething(answer)) answered++;
      return took;
    },
  };
}

function holdsSomething(answer: unknown): boolean {
  const items = (answer as { items?: unknown } | null)?.items ?? answer;
  return Array.isArray(items) ? items.length > 0 : items !== null && items !== undefined;
}

/** The parameters of a question about a place. */
export const at = (uri: string, position: Position) => ({ textDocument: { uri }, position });
