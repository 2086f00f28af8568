import { readFileSync } from 'node:fs';
import type { Bundled } from '../../server/src/core/catalog/bundled';
import { type Catalog, compileCatalog, indexKnowledge } from '../../server/src/core/catalog/catalog';
import { readStackDocument } from '../../server/src/core/catalog/stackDocument';
import type { Locale } from '../../server/src/core/model';

/** What the build made of data/. */
export const bundled: Bundled = JSON.parse(readFileSync('dist/knowledge.json', 'utf8'));
export const knowledge = indexKnowledge(bundled.knowledge, bundled.grammar);

/** The catalog of a stack document. */
export const catalogOf = (markdown: string, locale: Locale = 'en'): Catalog =>
  compileCatalog(readStackDocument(markdown), knowledge, locale);

/** The catalogs of the bundled stack. */
export const bundledCatalogs: Readonly<Record<Locale, Catalog>> = {
  en: compileCatalog(bundled.documents.en, knowledge, 'en'),
  fr: compileCatalog(bundled.documents.fr, knowledge, 'fr'),
};

/** A stack document of the given rows: `component | technology | justification [| ring]`. */
export const documentOf = (...rows: string[]) =>
  [
    '# Stack',
    '',
    '## Section',
    '',
    '| Component | Technology | Justification | Ring |',
    '|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
