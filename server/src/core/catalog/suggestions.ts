import { type Locale, type Ring, rings } from '../model';
import type { KnowledgeIndex } from './catalog';
import { ringWords } from './columns';
import { mostAlike, type Named, namedBy } from './likeness';
import { mentions } from './recommendation';

/** What a name that is not known may mean, best first. */
export interface Suggestions<Id = string> {
  readonly ids: readonly Id[];
  /** It is one typing error away from one name, and from no other. */
  readonly isClear: boolean;
}

/** Technologies that a name may mean: those called about like it, else those that are named inside of it. */
export const suggestTechnologies = (name: string, knowledge: KnowledgeIndex): Suggestions =>
  remembered(name, namesIn(knowledge).technologies, (names) => {
    const near = mostAlike(name, names, 0.7);
    if (near.length) return { ids: near, isClear: near.length === 1 };
    const inside = mentions(name, knowledge.lexicon).map(({ id }) => id);
    return { ids: [...new Set(inside)].slice(0, 3), isClear: false };
  });

/** Up to three roles that a component may mean. */
export const suggestRoles = (name: string, knowledge: KnowledgeIndex): Suggestions =>
  remembered(name, namesIn(knowledge).roles, (names) => {
    const near = mostAlike(name, names, 0.65);
    if (near.length) return { ids: near, isClear: near.length === 1 && mostAlike(name, names, 0.8).length === 1 };
    const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 3);
    const byWord = words.slice(0, 5).flatMap((word) => mostAlike(word, names, 0.8));
    return { ids: [...new Set([...byWord, ...mostAlike(name, names, 0.5)])].slice(0, 3), isClear: false };
  });

/** The ring that a word may mean; all of them where it is like none. */
export function suggestRings(word: string): Suggestions<Ring> {
  const near = mostAlike(word, ringNames, 0.6);
  const ids = rings.filter((ring) => near.includes(ring));
  return ids.length ? { ids, isClear: ids.length === 1 } : { ids: rings, isClear: false };
}

const ringNames = namedBy(
  (['en', 'fr'] as Locale[]).flatMap((locale) =>
    rings.flatMap((ring) => ringWords[locale][ring].map((word) => [word, ring] as const)),
  ),
);

interface Names {
  readonly technologies: readonly Named[];
  readonly roles: readonly Named[];
}

/** By the lexicon: a change of the knowledge makes another one. */
const prepared = new WeakMap<KnowledgeIndex['lexicon'], Names>();

function namesIn({ lexicon, roleNames }: KnowledgeIndex): Names {
  const names = prepared.get(lexicon) ?? { technologies: namedBy(lexicon.technologies), roles: namedBy(roleNames) };
  prepared.set(lexicon, names);
  return names;
}

/** A document is read again with every keystroke, and most of what it does not know stays. */
const known = new WeakMap<readonly Named[], Map<string, Suggestions>>();
const most = 500;

function remembered(name: string, names: readonly Named[], suggest: (names: readonly Named[]) => Suggestions) {
  const all = known.get(names) ?? new Map<string, Suggestions>();
  known.set(names, all);
  const found = all.get(name) ?? suggest(names);
  if (all.size >= most) all.clear();
  all.set(name, found);
  return found;
}
