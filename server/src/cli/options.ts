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
  readonly config?: string;
  readonly since?: string;
  readonly baseline?: string;
  readonly writeBaseline?: boolean;
  readonly fix?: boolean;
  readonly shard?: Shard;
}

export interface ImportOptions {
  readonly locale: Locale;
  readonly output?: string;
  readonly force: boolean;
}

export interface ExportOptions {
  readonly locale: Locale;
  readonly format: 'backstage';
  readonly date?: string;
}

export interface ReportPageOptions {
  readonly locale: Locale;
  readonly format: 'html';
  readonly config?: string;
  readonly output?: string;
}

export interface McpOptions {
  readonly locale: Locale;
  readonly directory?: string;
}

/** What each command does; the command line itself does nothing. */
export interface Commands {
  check(paths: readonly string[], options: CheckOptions): Promise<void>;
  merge(reports: readonly string[], options: ReportOptions): Promise<void>;
  explain(asked: string): Promise<void>;
  import(file: string, options: ImportOptions): Promise<void>;
  export(options: ExportOptions): Promise<void>;
  report(paths: readonly string[], options: ReportPageOptions): Promise<void>;
  mcp(options: McpOptions): Promise<void>;
}
