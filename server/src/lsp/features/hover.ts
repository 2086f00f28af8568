import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { Catalog } from '../../core/catalog/catalog';
import { fold } from '../../core/catalog/names';
import { hover, type Hover as Shown } from '../../core/features/hover';
import { documentHover } from '../../core/features/stackDocument';
import { escaped } from '../../core/markdown';
import { texts } from '../../core/texts';
import { isInside, pathBelow } from '../../host/boundary';
import { andThen } from '../andThen';
import { rangeOf } from '../convert';
import { guarded, type Session, type Viewed, viewed } from '../session';
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

function hoverInManifest({ settings }: Session, view: Viewed | undefined, offset: number): Shown | undefined {
  if (!view || settings.silentHovers.has(view.source.kind.id)) return undefined;
  return hover(view.source, offset, view.catalog, view.policy);
}

/** At once, but for the configuration of the first document. */
function shownAt(session: Session, uri: string, offset: number): Shown | undefined | Promise<Shown | undefined> {
  const stack = openStack(session, uri);
  if (stack) return stack.then((open) => open && hoverInStack(session, open, offset));
  return andThen(viewed(session, uri), (view) => hoverInManifest(session, view, offset));
}

export function registerHover(session: Session): void {
  const answer = ({ textDocument, position }: HoverParams): Hover | null | Promise<Hover | null> => {
    const document = session.documents.get(textDocument.uri);
    if (!document) return null;
    const shown = shownAt(session, textDocument.uri, document.offsetAt(position));
    return andThen(shown, (found) => hoverOf(document, found));
  };
  session.connection.onHover(guarded(session, 'hover', null, answer));
}

const hoverOf = (document: TextDocument, shown: Shown | undefined): Hover | null =>
  shown
    ? { range: rangeOf(document, shown.span), contents: { kind: MarkupKind.Markdown, value: shown.markdown } }
    : null;
