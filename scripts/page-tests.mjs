// Tests of the page of the radar in a headless Chromium: mocha in this process, `node scripts/page-tests.mjs [suite]`. The
// suite calls `currentBrowser()` of lib/browser.mjs. CHROMIUM_PATH, TEST_RESULT (a JSON file).
import { existsSync } from 'node:fs';
import { openBrowser, setCurrentBrowser } from './lib/browser.mjs';
import { getChromium } from './lib/chromium.mjs';
import { saveCounts } from './lib/counts.mjs';
import { main } from './lib/main.mjs';
import { inRoot, tempFolder } from './lib/paths.mjs';
import { runFiles } from './lib/suite.mjs';

const [suite = 'out/test/page.cjs'] = process.argv.slice(2);
const NO_BROWSER = 'no Chromium, Chrome or Edge could be found or downloaded';

main(async (defer) => {
  if (!existsSync(inRoot(suite))) throw new Error(`${suite} does not exist; build first`);
  const path = await getChromium({ defer });
  if (!path) return withoutBrowser();
  setCurrentBrowser(await openBrowser(path, tempFolder(defer), defer));
  return (await runFiles([inRoot(suite)], { timeout: 60_000 })) ? 1 : 0;
});

function withoutBrowser() {
  if (process.env.CI) throw new Error(NO_BROWSER);
  console.log(`Skipped: ${NO_BROWSER}.`);
  saveCounts({ notice: NO_BROWSER });
  return 0;
}
