import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  TextDocumentEdit,
  TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Answer, codeActions, dropInFixes } from '../../core/features/codeActions';
import { documentFixes } from '../../core/features/stackDocument';
import type { Finding, Span, TextChange } from '../../core/model';
import { texts } from '../../core/texts';
import { fixAllKind } from '../capabilities';
import { diagnosticOf, rangeOf } from '../convert';
import { configurationOf, guarded, type Judged, judged, localeIn, type Session } from '../session';
import { type OpenStack, openStack } from '../stackDocument';
import { exceptionActions } from './exceptionActions';
import { whyActions } from './whyActions';

export function registerCodeActions(session: Session): void {
  const answer = async (params: CodeActionParams): Promise<CodeAction[]> => {
    const { uri } = params.textDocument;
    const stack = await openStack(session, uri);
    if (stack) return stackFixes(session, stack, params);
    const view = await judged(session, uri);
    if (!view) return [];
    const configuration = await configurationOf(session, view);
    const found = { ...view, ...(configuration ? { configuration } : {}) };
    return [...(await quickFixes(session, found, params)), ...fixAll(session, found, params)];
  };
  session.connection.onCodeAction(guarded(session, 'codeAction', [], answer));
}

/** Whether a client that asks for some kinds, or for all, wants this one. `source` asks for `source.fixAll.…` too. */
const wants = ({ context: { only } }: CodeActionParams, kind: string) =>
  only ? only.some((asked) => kind === asked || kind.startsWith(`${asked}.`)) : kind === CodeActionKind.QuickFix;

/** Each fix of each finding, tied to the diagnostic that it answers; after all of them what excepts one. */
async function quickFixes(session: Session, found: Judged, params: CodeActionParams): Promise<CodeAction[]> {
  if (!wants(params, CodeActionKind.QuickFix)) return [];
  const { document } = found;
  const answers = answersIn(session, found, spanOf(document, params));
  const diagnosticFor = (finding: Finding) => shownAs(diagnosticOf(document, finding), params.context.diagnostics);
  const fixing = fixesFor(session, document, answers, diagnosticFor);
  const why = await whyActions(session, found, answers, diagnosticFor);
  return [...fixing, ...why, ...exceptionActions(session, found, answers, diagnosticFor)];
}

/** The right words for those of a stack document that are not understood. */
function stackFixes(session: Session, { document, text, stack, catalog }: OpenStack, params: CodeActionParams) {
  if (!wants(params, CodeActionKind.QuickFix)) return [];
  const answers = documentFixes(text, spanOf(document, params), stack, catalog);
  return fixesFor(session, document, answers, (finding) =>
    shownAs(diagnosticOf(document, finding), params.context.diagnostics),
  );
}

const spanOf = (document: TextDocument, { range }: CodeActionParams): Span => ({
  start: document.offsetAt(range.start),
  end: document.offsetAt(range.end),
});

function fixesFor(
  session: Session,
  document: TextDocument,
  answers: readonly Pick<Answer, 'finding' | 'fixes'>[],
  diagnosticFor: (finding: Finding) => Diagnostic,
): CodeAction[] {
  return answers.flatMap(({ finding, fixes }) => {
    const diagnostics = [diagnosticFor(finding)];
    return fixes.map(({ title, changes, isPreferred }) => ({
      ...{ title, kind: CodeActionKind.QuickFix, diagnostics },
      ...(isPreferred ? { isPreferred } : {}),
      edit: editOf(session, document, changes),
    }));
  });
}

/** One edit with all drop-in replacements; none where there are none. */
function fixAll(session: Session, found: Judged, params: CodeActionParams): CodeAction[] {
  if (!wants(params, fixAllKind)) return [];
  const { source, catalog, neighbours, policy } = found;
  const answers = dropInFixes(source, catalog, neighbours, policy);
  const changes = answers.flatMap(({ fixes }) => fixes.find((fix) => fix.isPreferred)?.changes ?? []);
  if (!changes.length) return [];
  const title = texts[localeIn(session)].fix.all;
  return [{ title, kind: fixAllKind, edit: editOf(session, found.document, changes) }];
}

const answersIn = (session: Session, { source, catalog, neighbours, policy }: Judged, span: Span): Answer[] =>
  codeActions(source, span, catalog, session.bundled().snippets, neighbours, policy);

/** The client's own diagnostic where it sent it: editors group fixes by it. */
function shownAs(ours: Diagnostic, sent: readonly Diagnostic[]): Diagnostic {
  const same = ({ code, range: { start } }: Diagnostic) =>
    code === ours.code && start.line === ours.range.start.line && start.character === ours.range.start.character;
  return sent.find(same) ?? ours;
}

/** With the version of the document where the client takes it, so that a late edit is refused and not misplaced. */
function editOf({ client }: Session, document: TextDocument, changes: readonly TextChange[]): WorkspaceEdit {
  const edits = changes.map(({ span, text }) => TextEdit.replace(rangeOf(document, span), text));
  const { uri, version } = document;
  const isVersioned = client.workspace?.workspaceEdit?.documentChanges;
  return isVersioned
    ? { documentChanges: [TextDocumentEdit.create({ uri, version }, edits)] }
    : { changes: { [uri]: edits } };
}
