import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Catalog } from '../core/catalog/catalog';
import type { StackDocument } from '../core/catalog/stackDocument';
import { mayBeChecked } from './documents';
import type { Session } from './session';

/** An open stack document of an organisation. */
export interface OpenStack {
  readonly document: TextDocument;
  readonly text: string;
  readonly stack: StackDocument;
  readonly catalog: Catalog;
}

/** Undefined where the document is none, or where somebody typed while it was read. At once where it is a manifest. */
export function openStack(session: Session, uri: string): undefined | Promise<OpenStack | undefined> {
  const document = session.documents.get(uri);
  return document && mayBeChecked(uri) && !session.sources.of(document) ? stackIn(session, document) : undefined;
}

async function stackIn({ guidances }: Session, document: TextDocument): Promise<OpenStack | undefined> {
  const text = document.getText();
  const file = await guidances.read(document.uri);
  if (!file?.stack || file.text !== text || document.getText() !== text) return undefined;
  return { document, text, stack: file.stack.document, catalog: file.stack.catalog };
}
