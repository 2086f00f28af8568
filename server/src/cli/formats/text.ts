import { severities } from '../../core/model';
import { plain } from '../plain';
import { counts, type Report } from '../report';
import type { FormatOptions } from './index';

/** A line for each finding and one that sums up. */
export function text(report: Report, options: FormatOptions): string {
  const lines = shownOf(report, options).map((one) =>
    plain(
      `${one.file}:${one.line}:${one.column}: ${options.texts.severity[one.severity]}: ${one.message} (${one.rule})`,
    ),
  );
  return [...lines, ...(lines.length ? [''] : []), summary(report, options)].join('\n');
}

/** What people are shown: hints only where they asked for them. */
export const shownOf = ({ findings }: Report, { hints }: FormatOptions) =>
  findings.filter((finding) => hints || finding.severity !== 'hint');

/** `9 files checked: 15 warnings, 4 hints` */
export function summary({ files, findings }: Report, { hints, texts }: FormatOptions): string {
  const by = counts(findings);
  const found = severities.filter((severity) => by[severity]).map((severity) => texts.counted[severity](by[severity]));
  return [texts.checked(files, found), ...(!hints && by.hint ? [texts.hintsHidden] : [])].join(' ');
}
