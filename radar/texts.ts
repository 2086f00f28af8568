import type { Locale } from '../server/src/core/model';
import type { RadarEntry, RadarRing } from '../server/src/core/model/radar';

/** Everything that the page of the radar says in words of its own. */
export interface TextsOfRadarPage {
  title(stack: string): string;
  readonly rings: Readonly<Record<RadarRing, string>>;
  /** What it means to be there, in a few words. */
  readonly meanings: Readonly<Record<RadarRing, string>>;
  summary(technologies: number, sections: number): string;
  inUse(count: number): string;
  notRecommended(count: number): string;
  readonly notCounted: string;
  readonly check: string;
  readonly radar: string;
  readonly keys: string;
  readonly legend: string;
  readonly signs: Readonly<Record<'used' | 'often' | 'unused' | 'against', string>>;
  readonly list: string;
  /** The number on a blip, for those who speak to it. */
  number(value: number): string;
  used(count: number): string;
  readonly unused: string;
  more(count: number): string;
  readonly instead: string;
  readonly deprecated: string;
  readonly details: string;
  line(line: number): string;
  /** `Adopt: recommended` */
  defined(name: string): string;
  readonly homepage: string;
  readonly close: string;
}

const s = (count: number) => (count === 1 ? '' : 's');

const en: TextsOfRadarPage = {
  title: (stack) => `${stack}: radar`,
  rings: { adopt: 'Adopt', trial: 'Trial', assess: 'Assess', hold: 'Hold', outside: 'Outside' },
  meanings: {
    adopt: 'recommended',
    trial: 'recommended for a trial',
    assess: 'to look at first',
    hold: 'not to be used any more',
    outside: 'in use, but the stack recommends something else, or dead upstream',
  },
  summary: (technologies, sections) =>
    `${technologies} technolog${technologies === 1 ? 'y' : 'ies'} in ${sections} section${s(sections)}`,
  inUse: (count) => `${count} in use`,
  notRecommended: (count) => `${count} in use but not recommended`,
  notCounted: 'Uses have not been counted yet.',
  check: 'Check the workspace',
  radar: 'Technology radar',
  keys: 'Left and right arrow: next technology · up and down: next section · Enter: details',
  legend: 'Legend',
  signs: {
    used: 'in use',
    often: 'larger: used more often',
    unused: 'not in use here',
    against: 'not recommended',
  },
  list: 'Technologies by section',
  number: (value) => `number ${value}`,
  used: (count) => `used in ${count} place${s(count)}`,
  unused: 'not in use here',
  more: (count) => `and ${count} more`,
  instead: 'Recommended',
  deprecated: 'Dead upstream',
  details: 'Click for details',
  line: (line) => `line ${line} of the stack document`,
  defined: (name) => `${name}:`,
  homepage: 'Homepage',
  close: 'Close',
};

const fr: TextsOfRadarPage = {
  title: (stack) => `${stack} : radar`,
  rings: { adopt: 'Adopter', trial: 'Essayer', assess: 'Évaluer', hold: 'Suspendre', outside: 'Hors stack' },
  meanings: {
    adopt: 'recommandé',
    trial: "recommandé à l'essai",
    assess: "à évaluer d'abord",
    hold: 'à ne plus utiliser',
    outside: 'utilisé, mais la stack recommande autre chose, ou abandonné en amont',
  },
  summary: (technologies, sections) =>
    `${technologies} technologie${pl(technologies)} dans ${sections} section${pl(sections)}`,
  inUse: (count) => `${count} utilisée${pl(count)}`,
  notRecommended: (count) => `${count} utilisée${pl(count)} sans être recommandée${pl(count)}`,
  notCounted: "Les usages n'ont pas encore été comptés.",
  check: "Vérifier l'espace de travail",
  radar: 'Radar technologique',
  keys: 'Flèches gauche et droite : technologie suivante · haut et bas : section suivante · Entrée : détails',
  legend: 'Légende',
  signs: {
    used: 'utilisée',
    often: 'plus grand : plus souvent utilisée',
    unused: 'non utilisée ici',
    against: 'non recommandée',
  },
  list: 'Technologies par section',
  number: (value) => `numéro ${value}`,
  used: (count) => `utilisée à ${count} endroit${pl(count)}`,
  unused: 'non utilisée ici',
  more: (count) => `et ${count} de plus`,
  instead: 'Recommandé',
  deprecated: 'Abandonné en amont',
  details: 'Cliquer pour les détails',
  line: (line) => `ligne ${line} du document de stack`,
  defined: (name) => `${name} :`,
  homepage: 'Site',
  close: 'Fermer',
};

/** In French nought is singular. */
function pl(count: number): string {
  return count < 2 ? '' : 's';
}

export const radarPageTexts: Readonly<Record<Locale, TextsOfRadarPage>> = { en, fr };

/** `Kafka, Backend & Services, Adopt, used in 3 places, number 20`: all that is seen of a blip, in words. */
export function spokenName(entry: RadarEntry, section: string, isCounted: boolean, said: TextsOfRadarPage): string {
  const uses = entry.uses.count ? said.used(entry.uses.count) : said.unused;
  return [entry.name, section, said.rings[entry.ring], ...(isCounted ? [uses] : []), said.number(entry.number)].join(
    ', ',
  );
}
