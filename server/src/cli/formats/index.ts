import type { Locale } from '../../core/model';
import type { Report } from '../report';
import type { TextsOfCli } from '../texts';

/** Turns a report into what is printed, as one text or in pieces. */
export type Format = (report: Report, options: FormatOptions) => string | Iterable<string>;

export interface FormatOptions {
  /** Whether those that are for people show hints. */
  readonly hints: boolean;
  readonly locale: Locale;
  readonly texts: TextsOfCli;
  readonly version: string;
  /** The directory that paths are relative to, with `/` at its end; undefined where reports of several are merged. */
  readonly root?: string | undefined;
  /** What leads from the root of the repository to that directory: `infra/` or nothing. */
  readonly prefix: string;
}

/** What `--format` takes; each is loaded when it is asked for. */
export const formats = {
  text: async (): Promise<Format> => (await import('./text')).text,
  json: async (): Promise<Format> => (await import('./json')).json,
  sarif: async (): Promise<Format> => (await import('./sarif')).sarif,
  github: async (): Promise<Format> => (await import('./github')).github,
};

export type FormatName = keyof typeof formats;
