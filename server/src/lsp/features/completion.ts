import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
  InsertReplaceEdit,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
  TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Completion, completion, completionMarkdown, type Reference } from '../../core/features/completion';
import { expandSnippet } from '../../core/snippets/expand';
import { rangeOf } from '../convert';
import { guarded, type Session, viewed } from '../session';

/** Waits for nothing, as hover does; the documentation of an item is made when it is looked at. */
export function registerCompletion(session: Session): void {
  const { connection } = session;
  const answer = async ({ textDocument, position, context }: CompletionParams): Promise<CompletionList | null> => {
    const view = await viewed(session, textDocument.uri);
    if (!view) return null;
    const { document, source, catalog } = view;
    const found = completion(source, document.offsetAt(position), catalog, session.bundled().snippets);
    // Whoever begins a line with a space has not asked for a list of everything.
    const isAsked = context?.triggerCharacter !== ' ' || found.some((one) => one.kind !== 'snippet' || one.filterText);
    return isAsked ? { isIncomplete: true, items: found.map((one) => itemOf(session, document, one)) } : null;
  };
  connection.onCompletion(guarded(session, 'completion', null, answer));
  connection.onCompletionResolve(async (item) => {
    const document = guarded(session, 'completionResolve', item, (one: CompletionItem) => documented(session, one));
    return document(item);
  });
}

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  name: CompletionItemKind.Module,
  version: CompletionItemKind.Value,
  repository: CompletionItemKind.Value,
  value: CompletionItemKind.EnumMember,
  snippet: CompletionItemKind.Snippet,
};

function itemOf(session: Session, document: TextDocument, one: Completion): CompletionItem {
  const { kind, label, detail, filterText, sortText, reference } = one;
  const supports = session.client.textDocument?.completion?.completionItem;
  const isSnippet = kind === 'snippet' && supports?.snippetSupport === true;
  const text = kind === 'snippet' && !isSnippet ? expandSnippet(one.insertText) : one.insertText;
  return {
    label,
    kind: kinds[kind],
    detail,
    filterText,
    sortText,
    data: { uri: document.uri, reference } satisfies ItemData,
    textEdit: editOf(document, one, text, supports?.insertReplaceSupport === true),
    insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    // The lines have the indentation of their place already.
    ...(supports?.insertTextModeSupport ? { insertTextMode: InsertTextMode.asIs } : {}),
    ...(one.also.length ? { additionalTextEdits: one.also.map((change) => changeOf(document, change)) } : {}),
  };
}

const changeOf = (document: TextDocument, { span, text }: Completion['also'][number]) =>
  TextEdit.replace(rangeOf(document, span), text);

/** Clients that leave the choice to their user get both ranges; to others the whole word is what is replaced. */
function editOf(document: TextDocument, { span, insertEnd }: Completion, text: string, both: boolean) {
  const replace = rangeOf(document, span);
  if (!both) return TextEdit.replace(replace, text);
  return InsertReplaceEdit.create(text, rangeOf(document, { ...span, end: insertEnd }), replace);
}

/** What an item remembers until it is looked at. */
interface ItemData {
  readonly uri: string;
  readonly reference: Reference;
}

async function documented(session: Session, item: CompletionItem): Promise<CompletionItem> {
  const data = item.data as ItemData | undefined;
  const view = data && (await viewed(session, data.uri));
  const value = view && completionMarkdown(data.reference, view.catalog, session.bundled().snippets);
  return value ? { ...item, documentation: { kind: MarkupKind.Markdown, value } } : item;
}
