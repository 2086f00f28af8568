import type { Catalog } from '../catalog/catalog';
import { certain, find, noise } from '../catalog/fuzzy';
import {
  insertableNames,
  insertableSnippets,
  mayBeProposed,
  type Proposal,
  type Proposals,
  rankOf,
} from '../catalog/insertable';
import { matchesGlob } from '../catalog/names';
import { candidates } from '../catalog/recognise';
import { byRelevance, technologyScores } from '../catalog/search';
import { judge } from '../catalog/verdict';
import type { Identifier, Slot, SlotEntry, Snippet, Source } from '../model';

/** A proposal as it is written in a slot. */
export interface Choice {
  readonly proposal: Proposal;
  readonly label: string;
  readonly text: string;
  readonly entry?: SlotEntry;
}

/** What of the catalog goes in a slot, best first. */
export function choices(slot: Slot, source: Source, catalog: Catalog, snippets: readonly Snippet[]): Choice[] {
  if (slot.kind === 'value') return valueChoices(slot, catalog);
  if (slot.kind === 'version' || slot.kind === 'repository') return partChoices(slot, catalog);
  const names = slot.kind === 'name' && slot.ecosystem ? insertableNames(catalog, slot.ecosystem) : undefined;
  const own = slot.writeSnippet ? insertableSnippets(catalog, snippets) : undefined;
  const fits = (one: Proposal) => !one.snippet || isFor(one.snippet, slot, source);
  const found = ranked([names, own], slot.prefix, catalog).filter(fits);
  return distinct(found.flatMap((one) => choiceOf(one, slot)));
}

const isFor = ({ kind, scope }: Snippet, slot: Slot, source: Source) =>
  kind === source.kind.id && (!scope || scope === slot.scope);

/** The proposals that typed words find, by their own names or through their technology; all where nothing is typed. */
function ranked(lists: readonly (Proposals | undefined)[], typed: string, catalog: Catalog): readonly Proposal[] {
  const present = lists.filter((list) => list !== undefined);
  const query = typed.trim();
  if (!query) return present.flatMap((list) => list.all).sort((one, other) => one.rank - other.rank);
  const technologies = technologyScores(catalog, query);
  // What goes on as it was typed has no typing errors.
  const forgiving = !(Math.min(...technologies.values()) <= certain);
  const found = present.flatMap((list) => scored(list, find(list.names, query, forgiving), technologies));
  const best = Math.min(...found.map((one) => one.score));
  return found
    .filter((one) => one.score <= best + noise)
    .sort(byRelevance)
    .map((one) => one.proposal);
}

/** A little worse than the same score by its own name. */
const byTechnology = 0.03;

function scored({ all }: Proposals, own: ReadonlyMap<Proposal, number>, technologies: ReadonlyMap<string, number>) {
  return all.flatMap((proposal) => {
    const others = (technologies.get(proposal.verdict.technology.id) ?? 1) + byTechnology;
    const score = Math.min(own.get(proposal) ?? 1, others);
    return score < 1 ? [{ proposal, score, rank: proposal.rank, isLater: proposal.snippet !== undefined }] : [];
  });
}

function choiceOf(proposal: Proposal, slot: Slot): Choice[] {
  const { identifier, snippet } = proposal;
  if (snippet) {
    const text = slot.writeSnippet?.(snippet.body);
    return text ? [{ proposal, label: snippet.name, text }] : [];
  }
  if (slot.taken?.has(identifier.name) || slot.fits?.(identifier.name) === false) return [];
  const entry = { name: identifier.name, version: identifier.version, repository: identifier.repositories?.[0] };
  return [{ proposal, label: identifier.name, text: slot.write(entry), entry }];
}

/** Versions and repositories of the name that a slot belongs to. */
function partChoices(slot: Slot, catalog: Catalog): Choice[] {
  const parts = known(slot, catalog).filter(({ identifier }) => identifier.version && isAt(identifier, slot, catalog));
  return written(
    slot,
    parts.map((proposal) => {
      const { version = '', repositories = [] } = proposal.identifier;
      return [proposal, slot.kind === 'version' ? version : (repositories[0] ?? '')];
    }),
  );
}

/** A chart's version is that of its repository. */
const isAt = ({ repositories }: Identifier, { kind, repository }: Slot, { knowledge }: Catalog) =>
  kind === 'repository' ||
  !repository ||
  !repositories ||
  repositories.some((place) => knowledge.sameRepository(repository, place));

/** The values of an attribute that tell what a block is. */
function valueChoices(slot: Slot, catalog: Catalog): Choice[] {
  const values = known(slot, catalog).flatMap((proposal) =>
    (proposal.identifier.where?.[slot.attribute ?? ''] ?? []).map(
      (glob) => [proposal, literalOf(glob, proposal.identifier)] as const,
    ),
  );
  return written(slot, values);
}

/** `POSTGRES_*` is a value once the version is known. */
function literalOf(glob: string, { version }: Identifier): string {
  if (!glob.includes('*')) return glob;
  return version && matchesGlob(glob, version) ? version : '';
}

/** The identifiers that the name of a slot may be and that may be proposed, in the document's order. */
function known({ ecosystem, name }: Slot, catalog: Catalog): Proposal[] {
  if (!ecosystem || !name) return [];
  const found = candidates({ ecosystem, name }, catalog.knowledge).flatMap((identifier) => {
    const verdict = judge(identifier, catalog);
    return verdict && mayBeProposed(verdict) ? [{ identifier, verdict, rank: rankOf(verdict, catalog) }] : [];
  });
  return found.sort((one, other) => one.rank - other.rank);
}

const written = (slot: Slot, values: readonly (readonly [Proposal, string])[]): Choice[] =>
  distinct(
    values.flatMap(([proposal, label]) => {
      const entry = { name: label };
      return label ? [{ proposal, label, text: slot.write(entry), entry }] : [];
    }),
  );

/** Of several that would insert the same, the first. */
function distinct(all: readonly Choice[]): Choice[] {
  const seen = new Set<string>();
  return all.filter(({ text }) => !seen.has(text) && seen.add(text));
}
