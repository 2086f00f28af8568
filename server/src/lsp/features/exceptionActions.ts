import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  CreateFile,
  type Diagnostic,
  StringValue,
  TextDocumentEdit,
  TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Answer } from '../../core/features/codeActions';
import type { Finding, Locale } from '../../core/model';
import { addException } from '../../core/policy/addException';
import { type Excepting, placeholder, type Unreasoned } from '../../core/policy/excepting';
import { texts } from '../../core/texts';
import { rangeOf } from '../convert';
import { openDocument } from '../documents';
import type { Judged, Session } from '../session';

/** What of a session and of a document matters here. */
type Editing = Pick<Session, 'client' | 'documents'>;
type Edited = Pick<Judged, 'document' | 'catalog' | 'configuration'>;

/**
 * “Add an exception…” for each finding that can have one: a comment above it or, where the file has no comments, an
 * entry of the configuration. The reason is left to the user.
 */
export function exceptionActions(
  session: Editing,
  found: Edited,
  answers: readonly Answer[],
  diagnosticFor: (finding: Finding) => Diagnostic,
): CodeAction[] {
  const { locale } = found.catalog;
  // One exception of a technology covers all that is found at its place.
  const byTechnology = new Map(answers.flatMap((one) => (one.exception ? [[placeOf(one), one] as const] : [])));
  return [...byTechnology.values()].flatMap(({ finding, exception }) => {
    const edit = exception && (inFile(session, found, exception) ?? inConfiguration(session, found, exception));
    if (!edit) return [];
    const { add: title } = texts[locale].exception;
    return [{ title, kind: CodeActionKind.QuickFix, diagnostics: [diagnosticFor(finding)], edit }];
  });
}

const placeOf = ({ finding, exception }: Answer) => `${finding.technology} ${exception?.comment?.change.span.start}`;

function inFile({ client }: Editing, { document, catalog }: Edited, { comment }: Excepting): WorkspaceEdit | undefined {
  return comment && editOf(client, document, document.version, comment, catalog.locale);
}

function inConfiguration(session: Editing, { catalog, configuration }: Edited, { technology }: Excepting) {
  if (!configuration) return undefined;
  const { uri, text, path } = configuration;
  const added = addException(text, { technology, paths: [path], reason: placeholder(catalog) });
  if (!added) return undefined;
  const { client, documents } = session;
  // An editor knows what is open by the URI that it gave itself.
  const open = openDocument(documents, uri);
  const document = TextDocument.create(open?.uri ?? uri, 'yaml', 0, text ?? '');
  const edit = editOf(client, document, open?.version ?? null, added, catalog.locale);
  return text === undefined ? created(client, uri, edit) : edit;
}

/** The edit of a file that is not there yet; undefined where the client cannot make one. */
function created({ workspace }: ClientCapabilities, uri: string, edit: WorkspaceEdit): WorkspaceEdit | undefined {
  const canCreate = workspace?.workspaceEdit?.resourceOperations?.includes('create');
  if (!canCreate || !edit.documentChanges) return undefined;
  return { documentChanges: [CreateFile.create(uri, { ignoreIfExists: true }), ...edit.documentChanges] };
}

/** With a tab stop in the place of the reason where the client takes one. */
function editOf(
  { workspace }: ClientCapabilities,
  document: TextDocument,
  version: number | null,
  { change, reason }: Unreasoned,
  locale: Locale,
): WorkspaceEdit {
  const { documentChanges, snippetEditSupport } = workspace?.workspaceEdit ?? {};
  const { uri } = document;
  const range = rangeOf(document, change.span);
  const plain = TextEdit.replace(range, change.text);
  if (!documentChanges) return { changes: { [uri]: [plain] } };
  const [before, after] = [change.text.slice(0, reason.start), change.text.slice(reason.end)];
  const snippet = `${escaped(before)}\${1:${escaped(texts[locale].exception.why)}}${escaped(after)}`;
  const edit = snippetEditSupport ? { range, snippet: StringValue.createSnippet(snippet) } : plain;
  return { documentChanges: [TextDocumentEdit.create({ uri, version }, [edit])] };
}

const escaped = (text: string) => text.replace(/[\\$}]/g, '\\$&');
