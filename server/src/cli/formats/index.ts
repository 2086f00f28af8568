import type { Locale } from '../../core/model';
import type { Report } from '../report';
import type { TextsOfCli } from '../texts';
import { github } from './github';
import { json } from './json';
import { sarif } from './sarif';
import { text } from './text';

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

/** What `--format` takes. */
export const formats = { text, json, sarif, github } satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;
