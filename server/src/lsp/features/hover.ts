import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { hover } from '../../core/features/hover';
import { rangeOf } from '../convert';
import { guarded, type Session } from '../session';

/** Waits for nothing. */
export function registerHover(session: Session): void {
  const { connection, documents, sources } = session;
  const answer = ({ textDocument, position }: HoverParams): Hover | null => {
    const document = documents.get(textDocument.uri);
    const source = document && sources.of(document);
    const found = source && hover(source, document.offsetAt(position), session.catalog);
    if (!found) return null;
    return { range: rangeOf(document, found.span), contents: { kind: MarkupKind.Markdown, value: found.markdown } };
  };
  connection.onHover(guarded(session, 'hover', null, answer));
}
