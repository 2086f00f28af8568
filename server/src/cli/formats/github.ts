import type { Severity } from '../../core/model';
import { plain } from '../plain';
import type { Report, Reported } from '../report';
import type { FormatOptions } from './index';
import { shownOf, summary } from './text';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** Workflow commands of GitHub Actions: annotations beside the changed lines. */
export function github(report: Report, options: FormatOptions): string {
  const lines = shownOf(report, options).map((finding) => annotation(finding, options));
  return [...lines, summary(report, options)].join('\n');
}

function annotation(finding: Reported, { prefix }: FormatOptions): string {
  const properties = {
    file: prefix + finding.file,
    line: finding.line,
    endLine: finding.endLine,
    col: finding.column,
    endColumn: finding.endColumn,
    title: `stack-guidance: ${finding.rule}`,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(`${value}`)}`);
  // Line ends are escaped by now, as the runner wants them.
  return plain(`::${commands[finding.severity]} ${written.join(',')}::${data(finding.message)}`);
}

/** The runner takes these back; the per cent sign first, or it would be escaped twice. */
const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
