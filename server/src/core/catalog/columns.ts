import { type Locale, type Ring, rings } from '../model';
import { fold } from './names';

/** What the columns of a stack document may be called; where several are there, the first name wins. */
const names = {
  component: [
    ...['composant', 'component', 'composants', 'components', 'role', 'rôle', 'besoin', 'need', 'brique'],
    ...['building block', 'usage', 'use case', "cas d'usage", 'catégorie', 'category', 'domaine', 'domain'],
  ],
  technology: [
    ...['technologie', 'technology', 'technologies', 'technologie recommandée', 'recommended technology'],
    ...['choix', 'choice', 'solution', 'recommandation', 'recommendation', 'tool', 'outil', 'tools', 'outils'],
  ],
  justification: [
    ...['justification', 'justifications', 'raison', 'reason', 'rationale', 'pourquoi', 'why'],
    ...['commentaire', 'comment', 'comments', 'commentaires', 'notes', 'note'],
  ],
  ring: ['ring', 'anneau', 'status', 'statut', 'état', 'state'],
  enforce: ['enforce', 'enforced', 'obligatoire', 'imposé', 'mandatory', 'required', 'requis'],
  owner: ['owner', 'owners', 'propriétaire', 'responsable', 'équipe', 'team', 'maintainer', 'mainteneur', 'contact'],
  link: ['link', 'links', 'lien', 'liens', 'adr', 'url', 'documentation', 'docs', 'référence', 'reference'],
} as const;
export type Column = keyof typeof names;

const foldedNames = new Map((Object.keys(names) as Column[]).map((column) => [column, names[column].map(fold)]));

/** Where in a header the columns are. */
export function columnsIn(header: readonly string[]): ReadonlyMap<Column, number> {
  const places = new Map(header.map((name, at) => [fold(name), at] as const).reverse());
  const found = [...foldedNames].flatMap(([column, all]) => {
    const name = all.find((one) => places.has(one));
    return name === undefined ? [] : [[column, places.get(name) ?? 0] as const];
  });
  return new Map(found);
}

/** Whether a header can mean nothing else: `Component`, and not `Role` or `Category`. */
export const isPlainName = (header: string): boolean => plainNames.has(fold(header));
const plainNames = new Set([
  ...['component', 'components', 'composant', 'composants'],
  ...['technology', 'technologies', 'technologie'],
]);

/** What the rings are called, the first in its language when we write it. */
export const ringWords: Readonly<Record<Locale, Readonly<Record<Ring, readonly string[]>>>> = {
  en: {
    adopt: ['adopt', 'adopted', 'recommended', 'approved', 'accepted', 'preferred', 'standard'],
    trial: ['trial', 'try', 'pilot'],
    assess: ['assess', 'evaluate', 'evaluation', 'candidate'],
    hold: ['hold', 'on hold', 'avoid', 'deprecated', 'retired', 'forbidden', 'prohibited'],
  },
  fr: {
    adopt: ['adopter', 'adopté', 'adoptée', 'recommandé', 'recommandée', 'approuvé', 'accepté', 'validé', 'préféré'],
    trial: ['essayer', 'essai', 'en essai', "à l'essai", 'pilote'],
    assess: ['évaluer', 'évaluation', 'à évaluer', 'en évaluation', 'candidat'],
    hold: ['suspendre', 'suspendu', 'suspendue', 'éviter', 'à éviter', 'déconseillé', 'obsolète', 'interdit'],
  },
};

const ringOf: ReadonlyMap<string, Ring> = new Map(
  rings.flatMap((ring) => [...ringWords.en[ring], ...ringWords.fr[ring]].map((word) => [fold(word), ring] as const)),
);
const yes = ['yes', 'oui', 'true', 'vrai', 'x', 'y', 'o', '1', '✓', '✔', '✅', '☑', '[x]'];
const enforced = [...yes, 'enforced', 'imposé', 'imposée', 'obligatoire', 'mandatory', 'required', 'requis'];
const free = [
  'no',
  'non',
  'false',
  'faux',
  'n',
  '0',
  '✗',
  '✘',
  '❌',
  '☐',
  '[ ]',
  '—',
  '–',
  'n/a',
  'optional',
  'optionnel',
];
const enforcement: ReadonlyMap<string, boolean> = new Map([
  ...enforced.map((word) => [fold(word), true] as const),
  ...free.map((word) => [fold(word), false] as const),
]);

/** The ring that a cell names, in English or French; a cell that says nothing is `adopt`. */
export const readRing = (cell: string): Ring | undefined => {
  const word = fold(cell).replace(/[^\p{L}\p{N}]/gu, '');
  return word ? ringOf.get(word) : 'adopt';
};

/** Whether a cell enforces its row; undefined for a word that is neither yes nor no. */
export const readEnforcement = (cell: string): boolean | undefined => {
  const word = fold(cell).replace(/\ufe0f/g, '');
  return word ? enforcement.get(word) : false;
};
