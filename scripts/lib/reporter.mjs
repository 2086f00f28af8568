// A mocha reporter: prints like "spec", and leaves the counts where TEST_RESULT says (counts.mjs).
import { saveCounts } from './counts.mjs';
import { Mocha } from './mocha.mjs';

// biome-ignore lint/style/noDefaultExport: mocha takes the default export of a reporter
export default class Reporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      saveCounts({ passed: passes, failed: failures, skipped: pending });
    });
  }
}
