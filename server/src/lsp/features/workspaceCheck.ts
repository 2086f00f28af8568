import type { CancellationToken, Diagnostic, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { check, isVendored } from '../../core/features/diagnostics';
import { usesIn } from '../../core/features/uses';
import { mayBeManifest, readSource } from '../../core/files';
import { softened } from '../../core/policy/baseline';
import { texts } from '../../core/texts';
import { isInside } from '../../host/boundary';
import { readNeighbours } from '../../host/neighbours';
import { filesBelow } from '../../host/walk';
import { diagnosticOf, rangeOf } from '../convert';
import { normalised, openDocument } from '../documents';
import { guarded, localeIn, type Session, viewOf } from '../session';

/** Where the workspace uses a technology. */
export interface WorkspaceUse {
  readonly uri: string;
  readonly range: Range;
}

/** What the last check of the workspace found. */
export interface WorkspaceCheck {
  readonly files: number;
  /** By id of the technology. */
  readonly uses: ReadonlyMap<string, readonly WorkspaceUse[]>;
  /** Findings that are shown, hints left out, by id of the technology. */
  readonly findings: ReadonlyMap<string, number>;
}

/** What a client is told when a check ends. */
export interface CheckSummary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly isCancelled: boolean;
}

/** How long is checked without a look at what the user wants meanwhile. */
const sliceMs = 4;

/**
 * `stackGuidance/checkWorkspace`: checks every file of the workspace, also those that are not open, with progress and
 * cancel. Never by itself: only a user asks for it.
 */
export function registerWorkspaceCheck(session: Session): void {
  const { connection, documents } = session;
  const published = new Set<string>();
  const clear = (uri: string) => {
    if (published.delete(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
  };
  const publish = (uri: string, diagnostics: Diagnostic[]) => {
    if (!diagnostics.length || openDocument(documents, uri)) return clear(uri);
    published.add(uri);
    void connection.sendDiagnostics({ uri, diagnostics });
  };
  // What is open has diagnostics of its own.
  documents.onDidOpen(({ document }) => clear(normalised(document.uri)));
  session.onFileChange = guarded(session, 'checkWorkspace', undefined, async (changed: string) => {
    const uri = normalised(changed);
    if (!published.has(uri)) return;
    const file = await checkFile(session, uri);
    publish(uri, file?.findings.map(({ diagnostic }) => diagnostic) ?? []);
  });
  session.onFoldersChange = () => {
    for (const uri of published) if (!session.folders.some((folder) => isInside(uri, folder))) clear(uri);
  };
  const run = async (_: unknown, token: CancellationToken) => {
    const before = new Set(published);
    const summary = await checkWorkspace(
      session,
      (uri, diagnostics) => {
        before.delete(uri);
        publish(uri, diagnostics);
      },
      token,
    );
    // Files that are gone.
    if (!summary.isCancelled) for (const uri of before) clear(uri);
    return summary;
  };
  connection.onRequest('stackGuidance/checkWorkspace', (params: unknown, token: CancellationToken) =>
    guarded(session, 'checkWorkspace', null, () => run(params, token))(params),
  );
}

async function checkWorkspace(
  session: Session,
  publish: (uri: string, diagnostics: Diagnostic[]) => void,
  token: CancellationToken,
): Promise<CheckSummary> {
  const progress = await session.connection.window.createWorkDoneProgress();
  const words = texts[localeIn(session)].workspaceCheck;
  progress.begin(words.title, undefined, undefined, true);
  const found = emptyCheck();
  let resting = performance.now();
  const isCancelled = () => token.isCancellationRequested || progress.token.isCancellationRequested;
  try {
    for await (const uri of workspaceFiles(session)) {
      if (isCancelled()) break;
      const file = await checkFile(session, uri);
      if (file) publish(uri, count(found, uri, file));
      if (performance.now() - resting < sliceMs) continue;
      progress.report(words.files(found.files));
      await nextTurn();
      resting = performance.now();
    }
  } finally {
    progress.done();
  }
  if (!isCancelled()) {
    session.lastCheck = found;
    if (session.hasViews) void session.connection.sendNotification('stackGuidance/changed');
  }
  return { files: found.files, errors: found.errors, warnings: found.warnings, isCancelled: isCancelled() };
}

const nextTurn = () => new Promise((resolve) => setTimeout(resolve));

async function* workspaceFiles({ folders, host }: Session) {
  const seen = new Set<string>();
  for (const folder of folders)
    for await (const uri of filesBelow(folder, host, mayBeManifest)) {
      if (seen.has(uri)) continue;
      seen.add(uri);
      yield uri;
    }
}

interface CheckedFile {
  readonly findings: readonly { readonly technology: string | null; readonly diagnostic: Diagnostic }[];
  readonly uses: readonly { readonly technology: string; readonly range: Range }[];
}

async function checkFile(session: Session, uri: string): Promise<CheckedFile | undefined> {
  const { path } = URI.parse(uri);
  const text = isVendored(path)
    ? undefined
    : (openDocument(session.documents, uri)?.getText() ?? (await session.host.readText(uri)));
  const source = text === undefined ? undefined : readSource(path, text);
  const document = TextDocument.create(uri, '', 0, text ?? '');
  const governing = source && (await session.guidances.of(uri));
  const view = source && viewOf(session, document, source, governing);
  if (!view) return undefined;
  const isTop = (other: string) => session.folders.includes(other);
  const neighbours = await readNeighbours(uri, source, session.surroundings.vicinity, isTop);
  const findings = softened(check(source, view.catalog, neighbours, view.policy), view.known);
  return {
    findings: findings
      .filter((finding) => !finding.suppression)
      .map((finding) => ({ technology: finding.technology, diagnostic: diagnosticOf(document, finding) })),
    uses: usesIn(source, view.catalog).map(({ technology, span }) => ({ technology, range: rangeOf(document, span) })),
  };
}

const emptyCheck = () => ({
  ...{ files: 0, errors: 0, warnings: 0 },
  uses: new Map<string, WorkspaceUse[]>(),
  findings: new Map<string, number>(),
});

/** Adds a file to the whole; its diagnostics. */
function count(all: ReturnType<typeof emptyCheck>, uri: string, { findings, uses }: CheckedFile): Diagnostic[] {
  all.files++;
  for (const { technology, range } of uses) {
    const places = all.uses.get(technology) ?? [];
    places.push({ uri, range });
    all.uses.set(technology, places);
  }
  for (const { technology, diagnostic } of findings) {
    if (diagnostic.severity === 1) all.errors++;
    if (diagnostic.severity === 2) all.warnings++;
    if (technology && (diagnostic.severity ?? 4) < 4)
      all.findings.set(technology, (all.findings.get(technology) ?? 0) + 1);
  }
  return findings.map((one) => one.diagnostic);
}
