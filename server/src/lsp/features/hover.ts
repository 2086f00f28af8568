import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import type { Catalog } from '../../core/catalog/catalog';
import { fold } from '../../core/catalog/names';
import { hover, type Hover as Shown } from '../../core/features/hover';
import { documentHover } from '../../core/features/stackDocument';
import { escaped } from '../../core/markdown';
import { texts } from '../../core/texts';
import { isInside, pathBelow } from '../../host/boundary';
import { rangeOf } from '../convert';
import { guarded, type Session, viewed } from '../session';
import { type OpenStack, openStack } from '../stackDocument';

function hoverInStack(session: Session, open: OpenStack, offset: number): Shown | undefined {
  const shown = documentHover(open.text, offset, open.stack, open.catalog);
  if (!shown) return undefined;
  const uses = usesOf(session, open.text.slice(shown.span.start, shown.span.end), open.catalog);
  return uses ? { ...shown, markdown: `${shown.markdown}\n\n${uses}` } : shown;
}

/** Where the workspace uses a technology, once a check has counted. */
function usesOf({ lastCheck, folders }: Session, name: string, { knowledge, locale }: Catalog): string | undefined {
  const technology = knowledge.lexicon.technologies.get(fold(name));
  if (!lastCheck || !technology) return undefined;
  const uses = lastCheck.uses.get(technology) ?? [];
  const places = uses.slice(0, shownPlaces).map(({ uri, range }) => {
    const folder = folders.find((one) => isInside(uri, one));
    const path = folder ? pathBelow(`${folder}/x`, uri) : URI.parse(uri).path;
    return escaped(`${path}:${range.start.line + 1}`);
  });
  return places.length ? texts[locale].usedAt(uses.length, places) : texts[locale].notUsed;
}

const shownPlaces = 5;

async function hoverInManifest(session: Session, uri: string, offset: number): Promise<Shown | undefined> {
  const view = await viewed(session, uri);
  if (!view || session.settings.silentHovers.has(view.source.kind.id)) return undefined;
  return hover(view.source, offset, view.catalog, view.policy);
}

/** Waits for nothing but the configuration of the first document. */
export function registerHover(session: Session): void {
  const answer = async ({ textDocument, position }: HoverParams): Promise<Hover | null> => {
    const { uri } = textDocument;
    const document = session.documents.get(uri);
    const offset = document?.offsetAt(position) ?? 0;
    const stack = await openStack(session, uri);
    const shown = stack ? hoverInStack(session, stack, offset) : await hoverInManifest(session, uri, offset);
    if (!document || !shown) return null;
    return { range: rangeOf(document, shown.span), contents: { kind: MarkupKind.Markdown, value: shown.markdown } };
  };
  session.connection.onHover(guarded(session, 'hover', null, answer));
}
