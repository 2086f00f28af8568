import type { RuleId, Severity } from '../../core/model';

/** Everything that the command line says in words of its own. */
export interface TextsOfCli {
  readonly severity: Readonly<Record<Severity, string>>;
  /** `15 warnings` */
  counted: Readonly<Record<Severity, (count: number) => string>>;
  checked(files: number, found: readonly string[]): string;
  readonly hintsHidden: string;
  /** What each rule finds, in a sentence. */
  readonly rules: Readonly<Record<RuleId, string>>;
  readonly workingDirectory: string;
  progress(done: number): string;
  shardChosen(index: number, total: number, variable: string): string;
  fixed(title: string): string;
  notFixed(file: string): string;
  otherStack(files: number): string;
  baselineWritten(file: string, findings: number): string;
  readonly problem: Readonly<{
    shard: string;
    count: string;
    shardVariables(index: string, total: string): string;
    unreadable(file: string, why: string): string;
    unwritable(file: string, why: string): string;
    noBaseline(file: string): string;
    noReport(file: string): string;
    partialBaseline(option: string): string;
    noGit(why: string): string;
    git(message: string): string;
    noMergeBase(ref: string): string;
    date: string;
    noRadarPage(file: string): string;
  }>;
  readonly help: Readonly<Record<HelpText, string>>;
  /** Titles of the help: `Usage:`. */
  readonly titles: Readonly<Record<string, string>>;
  /** What commander says, where it is not to be said in English. */
  readonly commander: readonly (readonly [RegExp, string])[];
}

export type HelpText =
  | 'program'
  | 'version'
  | 'help'
  | 'helpCommand'
  | 'check'
  | 'paths'
  | 'merge'
  | 'reports'
  | 'lsp'
  | 'stdio'
  | 'format'
  | 'hints'
  | 'locale'
  | 'maxWarnings'
  | 'config'
  | 'since'
  | 'baseline'
  | 'writeBaseline'
  | 'fix'
  | 'shard'
  | 'explain'
  | 'asked'
  | 'import'
  | 'radar'
  | 'output'
  | 'force'
  | 'export'
  | 'exportFormat'
  | 'date'
  | 'report'
  | 'reportFormat'
  | 'reportOutput'
  | 'mcp'
  | 'directory';
