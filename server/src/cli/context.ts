import type { Bundled } from '../core/catalog/bundled';
import type { Locale } from '../core/model';
import { shownFrom } from './files';
import { type Format, type FormatOptions, formats } from './formats';
import type { ReportOptions } from './options';
import type { Terminal } from './progress';
import { exitCodeOf, type Report } from './report';
import type { TextsOfCli } from './texts';

/** What a command needs of the world. */
export interface Context {
  readonly bundled: Bundled;
  readonly version: string;
  readonly locale: Locale;
  readonly texts: TextsOfCli;
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
  /** To stdout: the report and nothing else. */
  print(text: string | Iterable<string>): void;
  /** To stderr: a line about the run. */
  say(line: string): void;
}

/**
 * Prints a report; the exit code that it means.
 *
 * @param root the directory that its paths are relative to, where they are of one directory
 */
export async function printReport(
  report: Report,
  options: ReportOptions,
  context: Context,
  root?: string,
): Promise<number> {
  const { locale, texts, version, print } = context;
  const format: Format = formats[options.format];
  const prefix = prefixOf(context);
  const all: FormatOptions = { ...{ hints: options.hints, locale, texts, version, prefix }, ...(root ? { root } : {}) };
  print(format(report, all));
  return exitCodeOf(report, options.maxWarnings);
}

/** GitHub wants paths from the root of the repository, wherever the check was started. */
function prefixOf({ cwd, environment: { GITHUB_WORKSPACE: workspace } }: Context): string {
  const way = workspace ? shownFrom(workspace, cwd) : '';
  return way && !/^(\.\.(\/|$)|\/|[A-Za-z]:)/.test(way) ? `${way}/` : '';
}
