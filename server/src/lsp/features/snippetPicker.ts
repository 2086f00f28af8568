import type { Position, Range, TextDocumentIdentifier } from 'vscode-languageserver';
import { type SnippetOffer, snippetInsertion, snippetOffers } from '../../core/features/snippetPicker';
import { rangeOf } from '../convert';
import { guarded, type Session } from '../session';

interface SearchParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly query: string;
}

interface InsertParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
  readonly name: string;
}

/** Two requests of our own, for clients that let the user pick a snippet; described in ARCHITECTURE.md. */
export function registerSnippetPicker(session: Session): void {
  const { connection, documents, sources, snippets } = session;
  const openSource = ({ uri }: TextDocumentIdentifier) => {
    const document = documents.get(uri);
    const source = document && sources.of(document);
    return document && source ? { document, source } : undefined;
  };
  const search = ({ textDocument, query }: SearchParams): SnippetOffer[] => {
    const open = openSource(textDocument);
    return open ? snippetOffers(open.source, query, session.catalog, snippets) : [];
  };
  const insert = ({ textDocument, position, name }: InsertParams): { range: Range; text: string } | null => {
    const open = openSource(textDocument);
    const change = open && snippetInsertion(open.source, open.document.offsetAt(position), name, snippets);
    return change ? { range: rangeOf(open.document, change.span), text: change.text } : null;
  };
  connection.onRequest('stackGuidance/searchSnippets', guarded(session, 'searchSnippets', [], search));
  connection.onRequest('stackGuidance/insertSnippet', guarded(session, 'insertSnippet', null, insert));
}
