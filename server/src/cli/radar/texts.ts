import type { Locale } from '../../core/model';

/** What import and export say, and write into documents. */
export interface TextsOfRadar {
  readonly title: string;
  readonly columns: readonly [component: string, technology: string, ring: string, justification: string];
  readonly others: string;
  readonly othersWhy: string;
  notRecognised(count: number): string;
  ringGuessed(name: string, ring: string): string;
  roleChosen(rows: readonly string[]): string;
  leftOut(names: readonly string[]): string;
  quadrants(count: number): string;
  noRadar(file: string): string;
  exists(file: string): string;
}

const en: TextsOfRadar = {
  title: 'Technology stack',
  columns: ['Component', 'Technology', 'Ring', 'Justification'],
  others: 'Not recognised',
  othersWhy:
    'No recommendation: what is not known, has no role or ring, is on hold in one form alone, or stands above already.',
  notRecognised: (count) =>
    `${count} of the radar ${count === 1 ? 'is' : 'are'} not recognised: see the end of the document`,
  ringGuessed: (name, ring) => `the ring ${name} is read as ${ring}; its name is not known`,
  roleChosen: (rows) => `one row for each; of the roles that they fill, these were chosen: ${rows.join(', ')}`,
  leftOut: (names) => `left out, deprecated upstream: ${names.join(', ')}`,
  quadrants: (count) => `${count} sections; Backstage has room for four quadrants and draws the others over them`,
  exists: (file) => `${file} is there already; --force overwrites it`,
  noRadar: (file) =>
    `${file} is no radar with entries, neither of Backstage (JSON) nor of Build Your Own Radar (CSV, JSON)`,
};

const fr: TextsOfRadar = {
  title: 'Stack technique',
  columns: ['Composant', 'Technologie', 'Anneau', 'Justification'],
  others: 'Non reconnus',
  othersWhy:
    'Aucune recommandation : inconnu, sans rôle ni anneau, suspendu sous une seule forme, ou déjà présent plus haut.',
  notRecognised: (count) =>
    `${count} élément${count < 2 ? '' : 's'} du radar non reconnu${count < 2 ? '' : 's'} : voir la fin du document`,
  ringGuessed: (name, ring) => `l'anneau ${name} est lu comme ${ring} ; son nom est inconnu`,
  roleChosen: (rows) => `une ligne pour chacun ; parmi les rôles remplis, ceux-ci ont été choisis : ${rows.join(', ')}`,
  leftOut: (names) => `omis, obsolètes en amont : ${names.join(', ')}`,
  quadrants: (count) =>
    `${count} sections ; Backstage a la place pour quatre quadrants et dessine les autres par-dessus`,
  exists: (file) => `${file} existe déjà ; --force l'écrase`,
  noRadar: (file) => `${file} n'est pas un radar rempli, ni de Backstage (JSON) ni de Build Your Own Radar (CSV, JSON)`,
};

export const radarTexts: Readonly<Record<Locale, TextsOfRadar>> = { en, fr };
