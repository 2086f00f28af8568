import { type Format, type FormatName, type FormatOptions, formats } from '../../server/src/cli/formats';
import type { Report, Reported } from '../../server/src/cli/report';
import { texts } from '../../server/src/cli/texts';

/** A finding, of which a test says what matters to it. */
export const finding = (differences: Partial<Reported> = {}): Reported => ({
  ...{ file: 'api/package.json', line: 3, column: 6, endLine: 3, endColumn: 12 },
  ...{ rule: 'not-recommended', severity: 'warning', message: 'MySQL is not recommended.' },
  ...{ technology: 'mysql', role: 'relational-database', recommended: ['postgresql'] },
  fingerprint: 'not-recommended mysql npm:mysql2 1',
  ...differences,
});

export const report = (...findings: Reported[]): Report => ({ files: findings.length, findings, suppressed: [] });

/** A report as it is printed. */
export async function printed(format: FormatName, what: Report, differences: Partial<FormatOptions> = {}) {
  const print: Format = formats[format];
  const options = {
    hints: false,
    locale: 'en',
    texts: texts.en,
    version: '1.2.3',
    prefix: '',
    ...differences,
  } as const;
  return [...print(what, options)].join('');
}
