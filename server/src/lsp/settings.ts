import { fileKinds } from '../core/files';
import type { Locale } from '../core/model';
import { localeOf } from '../core/texts';

/** What is the editor's own to decide; everything else stands in `.stack-guidance.yaml`, for everybody alike. */
export interface Settings {
  readonly isEnabled: boolean;
  /** Kinds of files without hover notes. */
  readonly silentHovers: ReadonlySet<string>;
  /** Undefined: the language of the editor. */
  readonly locale: Locale | undefined;
}

/** Reads the section `stackGuidance` of a client's settings; what is missing or strange is as if it were not set. */
export function readSettings(section: unknown): Settings {
  const { enable, hover, locale } = recordOf(section);
  const switches = recordOf(hover);
  return {
    isEnabled: enable !== false,
    silentHovers: new Set(fileKinds.map((kind) => kind.id).filter((id) => switches[id] === false)),
    locale: locale === 'en' || locale === 'fr' ? localeOf(locale) : undefined,
  };
}

const recordOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
