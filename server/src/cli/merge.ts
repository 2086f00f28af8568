import { readNeeded } from './files';
import { readReport } from './readReport';
import type { Report, Reported } from './report';
import type { TextsOfCli } from './texts';

/**
 * Reads the reports of several checks.
 *
 * @throws where a file cannot be read or is no report
 */
export function readReports(paths: readonly string[], texts: TextsOfCli): Report[] {
  return paths.map((path) => {
    const report = readReport(readNeeded(path, texts));
    if (!report) throw new Error(texts.problem.noReport(path));
    return report;
  });
}

/** One report of several, in the order that one check of everything would have. */
export function merged(reports: readonly Report[]): Report {
  return {
    files: reports.reduce((sum, report) => sum + report.files, 0),
    findings: reports.flatMap((report) => report.findings).sort(byPlace),
    suppressed: reports.flatMap((report) => report.suppressed).sort(byPlace),
  };
}

function byPlace(one: Reported, other: Reported): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return one.line - other.line || one.column - other.column;
}
