import { type Connection, type InitializeParams, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI, Utils } from 'vscode-uri';
import { type Bundled, bundledCatalog } from '../core/catalog/bundled';
import type { Catalog } from '../core/catalog/catalog';
import { keepLast } from '../core/keepLast';
import type { Locale, Source } from '../core/model';
import { catalogFor } from '../core/policy/assigned';
import { dayOf, type Policy, unconfigured } from '../core/policy/policy';
import type { Neighbours } from '../core/rules/rule';
import { configurationName, isInside, pathBelow, readInside } from '../host/boundary';
import type { Host } from '../host/host';
import { andThen } from './andThen';
import { mayBeChecked, openDocument, openSources, type Sources } from './documents';
import type { WorkspaceCheck } from './features/workspaceCheck';
import { type Governing, type Guidances, openGuidances, type Readers } from './guidances';
import { readSettings, type Settings } from './settings';
import { openSurroundings, type Surroundings } from './surroundings';

/** What the features of one connection share. The only state is what is open and what the client has said. */
export interface Session {
  readonly connection: Connection;
  readonly host: Host;
  readonly documents: TextDocuments<TextDocument>;
  readonly sources: Sources;
  readonly surroundings: Surroundings;
  readonly guidances: Guidances;
  client: InitializeParams['capabilities'];
  /** URIs of the workspace folders. */
  folders: readonly string[];
  isTrusted: boolean;
  /** The client shows the stack and wants to know when it changes. */
  hasViews: boolean;
  /** The client answers when it is asked for files that are not on this disk. */
  readsFiles: boolean;
  /** As the client was started in. */
  clientLocale: Locale;
  settings: Settings;
  /** Read when it is first asked for: a client does not wait for it to start. */
  bundled(): Bundled;
  /** Undefined until a user has asked for one. */
  lastCheck: WorkspaceCheck | undefined;
  /** What is loaded when it is first needed. */
  readers(): Promise<Readers>;
  /** Called when all open documents are to be checked again. */
  onGuidanceChange: () => void;
  /** Called when a file appeared, went or has another content on the disk. */
  onFileChange: (uri: string) => void;
  /** Called when the client has opened or closed folders. */
  onFoldersChange: () => void;
}

export function openSession(
  connection: Connection,
  host: Host,
  bundled: () => Bundled,
  readers: () => Promise<Readers>,
): Session {
  const documents = new TextDocuments(TextDocument);
  const text = (uri: string) => openDocument(documents, uri)?.getText();
  const session: Session = {
    ...{ connection, host, documents, bundled },
    ...{
      client: {},
      folders: [],
      isTrusted: true,
      hasViews: false,
      readsFiles: false,
      clientLocale: 'en',
      settings: readSettings(undefined),
    },
    sources: openSources(),
    surroundings: openSurroundings(host, text, () => session.folders),
    guidances: openGuidances({
      ...{ connection, host, documents, bundled, readers },
      limits: () => session,
      locale: () => localeIn(session),
      onChange() {
        session.onGuidanceChange();
        if (session.hasViews) void connection.sendNotification('stackGuidance/changed');
      },
    }),
    lastCheck: undefined,
    readers,
    onGuidanceChange: () => {},
    onFileChange: () => {},
    onFoldersChange: () => {},
  };
  return session;
}

/** The language of messages. */
export const localeIn = ({ settings, clientLocale }: Pick<Session, 'settings' | 'clientLocale'>): Locale =>
  settings.locale ?? clientLocale;

/** An open document as read, with the stack and the policy that govern it. */
export interface Viewed {
  readonly document: TextDocument;
  readonly source: Source;
  readonly catalog: Catalog;
  readonly policy: Policy;
  /** Fingerprints of findings that are known already. */
  readonly known: ReadonlySet<string> | undefined;
}

/** An open document with what stands around it. */
export interface Judged extends Viewed {
  readonly neighbours: Neighbours;
  /** The configuration that governs it, or could: without a text it is not there yet. `path` leads from its folder. */
  readonly configuration?: { readonly uri: string; readonly text: string | undefined; readonly path: string };
}

/** At once, but for the first document that a configuration governs. Undefined where there is nothing to say. */
export function viewed(session: Session, uri: string): Viewed | undefined | Promise<Viewed | undefined> {
  const document = session.documents.get(uri);
  const source = document && session.sources.of(document);
  if (!document || !source || !session.settings.isEnabled) return undefined;
  const { version } = document;
  // Whoever typed meanwhile asks again.
  return andThen(session.guidances.of(uri), (governing) =>
    document.version === version ? viewOf(session, document, source, governing) : undefined,
  );
}

/** What governs a text; undefined where nothing valid does. */
export function viewOf(
  session: Session,
  document: TextDocument,
  source: Source,
  governing: Governing | null | undefined,
): Viewed | undefined {
  if (governing === undefined) return undefined;
  if (governing) return viewUnder(governing, document, source, dayOf(Date.now()));
  return plainView(bundledCatalog(session.bundled(), localeIn(session)), document, source, dayOf(Date.now()));
}

/** Whoever points about in a file asks for the same again. */
const plainView = keepLast(
  (catalog: Catalog, document: TextDocument, source: Source, today: string): Viewed => ({
    ...{ document, source, catalog, policy: unconfigured(source.path, today), known: undefined },
  }),
);

const viewUnder = keepLast((governing: Governing, document: TextDocument, source: Source, today: string): Viewed => {
  const { configuration, known, uri } = governing;
  const policy = { configuration, path: pathBelow(uri, document.uri), today };
  const catalog = catalogFor(policy, governing.catalog);
  return { document, source, catalog, policy, known: known?.baseline.get(pathBelow(known.uri, document.uri)) };
});

/** Undefined where nothing is to be found, or where somebody typed while the surroundings were read. */
export async function judged(session: Session, uri: string): Promise<Judged | undefined> {
  const view = mayBeChecked(uri) ? await viewed(session, uri) : undefined;
  if (!view) return undefined;
  const { version } = view.document;
  const around = session.surroundings.of(view.document, view.source);
  const neighbours = around instanceof Promise ? await around : around;
  return view.document.version === version ? { ...view, neighbours } : undefined;
}

/** The configuration that governs a document or, where there is none yet, the one that could. */
export async function configurationOf(session: Session, { document }: Viewed): Promise<Judged['configuration']> {
  const place = await session.guidances.placeOf(document.uri);
  const folder = session.folders.find((one) => isInside(document.uri, one)) ?? Utils.dirname(URI.parse(document.uri));
  const uri = place?.configuration ?? Utils.joinPath(URI.parse(String(folder)), configurationName).toString();
  const text =
    place && (openDocument(session.documents, uri)?.getText() ?? (await readInside(uri, place.boundary, session.host)));
  return { uri, text, path: pathBelow(uri, document.uri) };
}

/** Runs a handler; an error in it is one line in the log and an empty answer, never a crash. At once where it answers at once. */
export function guarded<Params, Result>(
  { connection }: Pick<Session, 'connection'>,
  what: string,
  empty: Result,
  handler: (params: Params) => Result | Promise<Result>,
): (params: Params) => Result | Promise<Result> {
  const failed = (error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    connection.console.error(`${what}: ${text.split('\n').slice(0, 2).join(' ')}`);
    return empty;
  };
  return (params) => {
    try {
      const answer = handler(params);
      return answer instanceof Promise ? answer.catch(failed) : answer;
    } catch (error) {
      return failed(error);
    }
  };
}
