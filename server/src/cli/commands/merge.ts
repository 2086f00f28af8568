import { type Context, printReport } from '../context';
import { merged, readReports } from '../merge';
import type { ReportOptions } from '../options';

/** Prints one report of several; the exit code of the whole. */
export const runMerge = (paths: readonly string[], options: ReportOptions, context: Context): Promise<number> =>
  printReport(merged(readReports(paths, context.texts)), options, context);
