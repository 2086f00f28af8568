import type { Position, Range, TextDocumentIdentifier } from 'vscode-languageserver';
import { type SnippetOffer, snippetInsertion, snippetOffers } from '../../core/features/snippetPicker';
import { rangeOf } from '../convert';
import { guarded, type Session, viewed } from '../session';

interface SearchParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly query: string;
}

interface InsertParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
  readonly name: string;
}

interface Insertion {
  readonly range: Range;
  readonly text: string;
}

/** Two requests of our own, for clients that let the user pick a snippet; described in ARCHITECTURE.md. */
export function registerSnippetPicker(session: Session): void {
  const { connection } = session;
  const snippets = () => session.bundled().snippets;
  const search = async ({ textDocument, query }: SearchParams): Promise<SnippetOffer[]> => {
    const open = await viewed(session, textDocument.uri);
    return open ? snippetOffers(open.source, query, open.catalog, snippets()) : [];
  };
  const insert = async ({ textDocument, position, name }: InsertParams): Promise<Insertion | null> => {
    const open = await viewed(session, textDocument.uri);
    const change = open && snippetInsertion(open.source, open.document.offsetAt(position), name, snippets());
    return change ? { range: rangeOf(open.document, change.span), text: change.text } : null;
  };
  connection.onRequest('stackGuidance/searchSnippets', guarded(session, 'searchSnippets', [], search));
  connection.onRequest('stackGuidance/insertSnippet', guarded(session, 'insertSnippet', null, insert));
}
