import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI, Utils } from 'vscode-uri';
import type { Answer, Knows, VerdictAsked } from '../../core/features/assistant';
import type { Place, VerdictContent } from '../../core/features/assistantVerdict';
import { kindNamed } from '../../core/files';
import type { Source, Span } from '../../core/model';
import type { Policy } from '../../core/policy/policy';
import { isInside, readInside } from '../../host/boundary';
import { readNeighbours } from '../../host/neighbours';
import { openDocument } from '../documents';
import type { Readers } from '../guidances';
import { guarded, localeIn, type Session, viewOf } from '../session';

/** Requests of our own, for the tools of language models in an editor; described in ARCHITECTURE.md. */
export function registerAssistant(session: Session): void {
  const on = <Params>(name: string, answer: (params: Params, by: Assistants) => Promise<Answer<object>>) => {
    const asked = async (params: Params) => answer(params, (await session.readers()).assistants);
    session.connection.onRequest(`stackGuidance/${name}`, guarded<Params, object | null>(session, name, null, asked));
  };
  on<{ readonly need: string }>('recommend', ({ need }, by) =>
    withStack(session, by, ({ knows }) => by.recommend(need, knows)),
  );
  on<{ readonly technology: string; readonly kind: string }>('snippet', ({ technology, kind }, by) =>
    withStack(session, by, ({ knows }) => by.snippetFor(technology, kind, knows)),
  );
  on<VerdictAsked>('verdict', async ({ identifier, path, text }, by) => {
    if (identifier) return withStack(session, by, ({ knows, policy }) => by.verdictOnName(identifier, knows, policy));
    return path ? manifestVerdict(session, by, path, text) : { problem: by.assistantTexts[localeIn(session)].ask };
  });
}

type Assistants = Readers['assistants'];

/** Asks what governs the first folder: a name stands in no file. */
async function withStack<Content>(
  session: Session,
  { assistantTexts, sourceWith }: Assistants,
  ask: (stack: { readonly knows: Knows; readonly policy: Policy }) => Answer<Content>,
): Promise<Answer<Content>> {
  const uri = `${session.folders[0] ?? 'untitled:'}/x`;
  const governing = await session.guidances.of(uri);
  const view = viewOf(session, TextDocument.create(uri, '', 0, ''), sourceWith([]), governing);
  if (!view) return { problem: assistantTexts[localeIn(session)].invalid };
  const { catalog, policy } = view;
  return ask({ knows: { catalog, snippets: session.bundled().snippets }, policy: { ...policy, path: '' } });
}

/** By the text that is given, else that of the editor, else that of the file: inside of the workspace alone. */
async function manifestVerdict(
  session: Session,
  { assistantTexts, explainTexts, verdictOnManifest }: Assistants,
  path: string,
  given: string | undefined,
): Promise<Answer<VerdictContent>> {
  const words = assistantTexts[localeIn(session)];
  const inside = urisOf(path, session).filter(({ uri, folder }) => isInside(uri, folder));
  const found =
    given === undefined ? await firstText(inside, session) : { uri: inside[0]?.uri ?? `untitled:${path}`, text: given };
  if (!found)
    return { problem: inside.length ? explainTexts[localeIn(session)].notChecked(path) : words.outside(path) };
  const { uri, text } = found;
  const kind = kindNamed(path, text);
  if (!kind) return { problem: explainTexts[localeIn(session)].notChecked(path) };
  const source: Source = { path: URI.parse(uri).path, kind, text, dependencies: kind.read(text) };
  const document = TextDocument.create(uri, '', 0, text);
  const view = viewOf(session, document, source, await session.guidances.of(uri));
  if (!view) return { problem: words.invalid };
  const isTop = (other: string) => session.folders.includes(other);
  const neighbours = await readNeighbours(uri, source, session.surroundings.vicinity, isTop);
  return verdictOnManifest(path, { ...view, neighbours }, placesIn(document), session.bundled().snippets);
}

interface Located {
  readonly uri: string;
  readonly folder: string;
}

/** Where a path may lead: it is relative to any of the folders, or absolute. */
function urisOf(path: string, { folders }: Session): Located[] {
  const written = path.replaceAll('\\', '/');
  const isAbsolute = /^(\/|[A-Za-z]:\/)/.test(written);
  return folders.map((folder) => {
    const place = URI.parse(folder);
    const uri = isAbsolute ? place.with({ path: URI.file(written).path }) : Utils.joinPath(place, written);
    return { uri: uri.toString(), folder };
  });
}

async function firstText(places: readonly Located[], { documents, host }: Session) {
  for (const { uri, folder } of places) {
    const text = openDocument(documents, uri)?.getText() ?? (await readInside(uri, folder, host));
    if (text !== undefined) return { uri, text };
  }
  return undefined;
}

/** Lines and columns from 1: models count as people do. */
const placesIn =
  (document: TextDocument) =>
  ({ start, end }: Span): Place => {
    const [from, to] = [document.positionAt(start), document.positionAt(end)];
    return { line: from.line + 1, column: from.character + 1, endLine: to.line + 1, endColumn: to.character + 1 };
  };
