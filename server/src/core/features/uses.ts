import type { Catalog } from '../catalog/catalog';
import type { Source, Span } from '../model';
import { usesOf } from '../rules/rule';

/** One place where a file uses a technology. */
export interface UsePlace {
  readonly technology: string;
  readonly span: Span;
}

/** The technologies that a file uses, in the order of the text; what proves nothing is not counted. */
export const usesIn = (source: Source, catalog: Catalog): UsePlace[] =>
  usesOf(source, catalog)
    .filter(({ identifier }) => identifier.evidence !== 'neutral')
    .map(({ verdict, span }) => ({ technology: verdict.technology.id, span }));
