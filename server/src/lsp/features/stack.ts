import { bundledCatalog } from '../../core/catalog/bundled';
import type { Catalog } from '../../core/catalog/catalog';
import { documentOfUses, templateDocument } from '../../core/features/newDocument';
import { radarOf } from '../../core/features/radar';
import { type StackView, stackView, type TechnologyView, technologyView } from '../../core/features/stackView';
import type { Radar, RadarUses } from '../../core/model';
import { guarded, localeIn, type Session } from '../session';
import type { WorkspaceUse } from './workspaceCheck';

interface StackParams {
  /** The document whose stack is asked for; that of the first folder if left out. */
  readonly uri?: string;
  readonly query?: string;
}

/** What `stackGuidance/stack` answers. */
interface StackAnswer extends StackView {
  /** The stack document; null where the bundled stack governs. */
  readonly document: string | null;
  /** Null before the first check of the workspace. */
  readonly uses: Readonly<Record<string, number>> | null;
  readonly findings: Readonly<Record<string, number>>;
  /** Used in the workspace, and not named by the stack. */
  readonly others: readonly TechnologyView[];
}

/** Requests of our own, for views of the stack; described in ARCHITECTURE.md. */
export function registerStack(session: Session): void {
  const { connection } = session;
  const stack = async ({ uri, query }: StackParams) => answer(session, uri, query);
  const uses = ({ technology }: { readonly technology: string }): readonly WorkspaceUse[] =>
    session.lastCheck?.uses.get(technology) ?? [];
  connection.onRequest('stackGuidance/stack', guarded(session, 'stack', null, stack));
  const newDocument = ({ origin }: { readonly origin: 'template' | 'uses' }): string => {
    const catalog = bundledCatalog(session.bundled(), localeIn(session));
    const uses = new Map([...(session.lastCheck?.uses ?? [])].map(([id, places]) => [id, places.length]));
    return origin === 'uses' && uses.size ? documentOfUses(uses, catalog) : templateDocument(catalog);
  };
  connection.onRequest('stackGuidance/newDocument', guarded(session, 'newDocument', '', newDocument));
  const radar = async ({ uri }: StackParams): Promise<Radar | null> => {
    const governing = await governingOf(session, uri);
    if (governing === undefined) return null;
    return radarOf(governing?.catalog ?? bundledCatalog(session.bundled(), localeIn(session)), usesIn(session));
  };
  connection.onRequest('stackGuidance/radar', guarded(session, 'radar', null, radar));
  connection.onRequest('stackGuidance/uses', guarded(session, 'uses', [], uses));
}

/** What governs a document, or the first folder. */
const governingOf = async (session: Session, uri: string | undefined) =>
  session.guidances.of(uri ?? `${session.folders[0] ?? 'untitled:'}/x`);

/** How many places of a technology a view lists. */
const shownPlaces = 50;

function usesIn({ lastCheck }: Session): ReadonlyMap<string, RadarUses> | undefined {
  if (!lastCheck) return undefined;
  const placesOf = (uses: readonly WorkspaceUse[]) =>
    uses.slice(0, shownPlaces).map(({ uri, range }) => ({ file: uri, line: range.start.line + 1 }));
  return new Map([...lastCheck.uses].map(([id, uses]) => [id, { count: uses.length, places: placesOf(uses) }]));
}

/** Null where the configuration was never valid. */
async function answer(session: Session, uri: string | undefined, query?: string): Promise<StackAnswer | null> {
  const governing = await governingOf(session, uri);
  if (governing === undefined) return null;
  const catalog = governing?.catalog ?? bundledCatalog(session.bundled(), localeIn(session));
  const { lastCheck } = session;
  return {
    ...stackView(catalog, query),
    document: governing?.document ?? null,
    uses: lastCheck ? counts(lastCheck.uses) : null,
    findings: Object.fromEntries(lastCheck?.findings ?? []),
    others: othersIn([...(lastCheck?.uses.keys() ?? [])], catalog, query),
  };
}

const counts = (uses: ReadonlyMap<string, readonly unknown[]>) =>
  Object.fromEntries([...uses].map(([id, places]) => [id, places.length]));

function othersIn(used: readonly string[], catalog: Catalog, query = ''): TechnologyView[] {
  const others = used.filter((id) => !catalog.byTechnology.has(id)).flatMap((id) => technologyView(id, catalog) ?? []);
  const words = query.trim().toLowerCase();
  return others.filter(({ name }) => name.toLowerCase().includes(words)).sort((a, b) => (a.name < b.name ? -1 : 1));
}
