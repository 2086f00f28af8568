import { type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import { hover, type Hover as Shown } from '../../core/features/hover';
import { documentHover } from '../../core/features/stackDocument';
import { rangeOf } from '../convert';
import { guarded, type Session, viewed } from '../session';
import { openStack } from '../stackDocument';

function hoverInStack(session: Session, uri: string, offset: number): Shown | undefined {
  const open = openStack(session, uri);
  return open && documentHover(open.text, offset, open.stack, open.catalog);
}

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
    const shown = hoverInStack(session, uri, offset) ?? (await hoverInManifest(session, uri, offset));
    if (!document || !shown) return null;
    return { range: rangeOf(document, shown.span), contents: { kind: MarkupKind.Markdown, value: shown.markdown } };
  };
  session.connection.onHover(guarded(session, 'hover', null, answer));
}
