import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Catalog } from '../core/catalog/catalog';
import type { StackDocument } from '../core/catalog/stackDocument';
import type { Session } from './session';

/** An open stack document of an organisation. */
export interface OpenStack {
  readonly document: TextDocument;
  readonly text: string;
  readonly stack: StackDocument;
  readonly catalog: Catalog;
}

/** Undefined where the document is none, or was read before the last keystroke. */
export function openStack({ documents, guidances }: Session, uri: string): OpenStack | undefined {
  const document = documents.get(uri);
  const file = document && guidances.own(uri);
  const text = document?.getText();
  if (!document || !file?.stack || file.text !== text) return undefined;
  return { document, text, stack: file.stack.document, catalog: file.stack.catalog };
}
