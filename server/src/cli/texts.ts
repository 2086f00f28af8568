import type { Locale } from '../core/model';
import { en } from './texts/en';
import { fr } from './texts/fr';
import type { TextsOfCli } from './texts/textsOfCli';

export type { HelpText, TextsOfCli } from './texts/textsOfCli';

export const texts: Readonly<Record<Locale, TextsOfCli>> = { en, fr };
