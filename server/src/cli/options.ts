import type { Locale } from '../core/model';
import type { FormatName } from './formats';
import type { Shard } from './shard';

/** What every command that prints a report takes. */
export interface ReportOptions {
  readonly format: FormatName;
  readonly hints: boolean;
  readonly locale: Locale;
  readonly maxWarnings?: number;
}

export interface CheckOptions extends ReportOptions {
  readonly since?: string;
  readonly baseline?: string;
  readonly writeBaseline?: boolean;
  readonly fix?: boolean;
  readonly shard?: Shard;
}

/** What each command does; the command line itself does nothing. */
export interface Commands {
  check(paths: readonly string[], options: CheckOptions): Promise<void>;
  merge(reports: readonly string[], options: ReportOptions): Promise<void>;
}
