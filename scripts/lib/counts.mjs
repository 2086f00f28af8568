// The counts of a test run. A run writes them as JSON to the file that TEST_RESULT names; whoever started it reads them.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Writes `{passed, failed, skipped, notice}` to the file TEST_RESULT names, if it names one. */
export function saveCounts(counts, file = process.env.TEST_RESULT) {
  if (file) writeFileSync(file, `${JSON.stringify({ passed: 0, failed: 0, skipped: 0, ...counts })}\n`);
}

/** What a run that ended with `code` counted. A run that tested nothing, or broke down afterwards, has failed. */
export function readCounts(file, code) {
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0, skipped: 0 };
  const tested = counts.passed + counts.failed > 0 || counts.notice;
  const failed = counts.failed || (code === 0 && tested ? 0 : 1);
  return { ...counts, failed };
}
