import type { Knowledge, Locale, Snippet } from '../model';
import { type Catalog, compileCatalog, type Grammar, indexKnowledge, type KnowledgeIndex } from './catalog';
import type { StackDocument } from './stackDocument';

/** data/ and snippets/ as compiled by the build: the knowledge, and the bundled stack document in each language. */
export interface Bundled {
  readonly knowledge: Knowledge;
  readonly grammar: Grammar;
  readonly documents: Readonly<Record<Locale, StackDocument>>;
  readonly snippets: readonly Snippet[];
}

const indexes = new WeakMap<Bundled, KnowledgeIndex>();

/** The bundled knowledge, indexed once. */
export function bundledIndex(bundled: Bundled): KnowledgeIndex {
  const index = indexes.get(bundled) ?? indexKnowledge(bundled.knowledge, bundled.grammar);
  indexes.set(bundled, index);
  return index;
}

const catalogs = new WeakMap<StackDocument, Catalog>();

/** The catalog of the bundled stack in a language, compiled once. */
export function bundledCatalog(bundled: Bundled, locale: Locale): Catalog {
  const document = bundled.documents[locale];
  const catalog = catalogs.get(document) ?? compileCatalog(document, bundledIndex(bundled), locale);
  catalogs.set(document, catalog);
  return catalog;
}
