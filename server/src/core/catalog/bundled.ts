import type { Knowledge, Locale, Snippet } from '../model';
import { type Catalog, compileCatalog, type Grammar, indexKnowledge } from './catalog';
import type { StackDocument } from './stackDocument';

/** data/ and snippets/ as compiled by the build: the knowledge, and the bundled stack document in each language. */
export interface Bundled {
  readonly knowledge: Knowledge;
  readonly grammar: Grammar;
  readonly documents: Readonly<Record<Locale, StackDocument>>;
  readonly snippets: readonly Snippet[];
}

/** The catalog of the bundled stack in a language. */
export const bundledCatalog = (bundled: Bundled, locale: Locale): Catalog =>
  compileCatalog(bundled.documents[locale], indexKnowledge(bundled.knowledge, bundled.grammar), locale);
