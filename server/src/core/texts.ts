import type { Locale } from './model';
import { en } from './texts/en';
import { fr } from './texts/fr';
import type { TextsOfCore } from './texts/textsOfCore';

export type { TextsOfCore };

export const texts: Readonly<Record<Locale, TextsOfCore>> = { en, fr };

/** French for every `fr*` locale, else English. */
export const localeOf = (tag: string | undefined): Locale => (tag?.toLowerCase().startsWith('fr') ? 'fr' : 'en');
