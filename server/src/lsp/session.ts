import { type Connection, type InitializeParams, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Catalog } from '../core/catalog/catalog';
import type { Snippet, Source } from '../core/model';
import { dayOf, type Policy, unconfigured } from '../core/policy/policy';
import type { Neighbours } from '../core/rules/rule';
import type { Host } from '../host/host';
import { mayBeChecked, openSources, type Sources } from './documents';
import { openSurroundings, type Surroundings } from './surroundings';

/** What the features of one connection share. The only state is what is open and what the client said at the start. */
export interface Session {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly sources: Sources;
  readonly surroundings: Surroundings;
  client: InitializeParams['capabilities'];
  /** URIs of the workspace folders. */
  folders: readonly string[];
  /** Replaced as a whole. */
  catalog: Catalog;
  readonly snippets: readonly Snippet[];
}

/** @param catalog until the client has said its language */
export function openSession(
  connection: Connection,
  host: Host,
  catalog: Catalog,
  snippets: readonly Snippet[],
): Session {
  const documents = new TextDocuments(TextDocument);
  const text = (uri: string) => documents.get(uri)?.getText();
  const session: Session = {
    connection,
    documents,
    sources: openSources(),
    surroundings: openSurroundings(host, text, () => session.folders),
    client: {},
    folders: [],
    catalog,
    snippets,
  };
  return session;
}

/** An open document as read, with what stands around it. */
export interface Judged {
  readonly document: TextDocument;
  readonly source: Source;
  readonly neighbours: Neighbours;
  readonly policy: Policy;
}

/** Undefined where nothing is to be found, or where somebody typed while the surroundings were read. */
export async function judged({ documents, sources, surroundings }: Session, uri: string): Promise<Judged | undefined> {
  const document = documents.get(uri);
  const source = document && mayBeChecked(uri) ? sources.of(document) : undefined;
  if (!document || !source) return undefined;
  const { version } = document;
  const around = surroundings.of(document, source);
  const neighbours = around instanceof Promise ? await around : around;
  const policy = unconfigured(source.path, dayOf(new Date()));
  return document.version === version ? { document, source, neighbours, policy } : undefined;
}

/** Runs a handler; an error in it is one line in the log and an empty answer, never a crash. */
export function guarded<Params, Result>(
  { connection }: Pick<Session, 'connection'>,
  what: string,
  empty: Result,
  handler: (params: Params) => Result | Promise<Result>,
): (params: Params) => Promise<Result> {
  return async (params) => {
    try {
      return await handler(params);
    } catch (error) {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      connection.console.error(`${what}: ${text.split('\n').slice(0, 2).join(' ')}`);
      return empty;
    }
  };
}
