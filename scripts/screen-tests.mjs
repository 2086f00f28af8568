// Tests that look at the screen: the packed extension in the VS Code server, its workbench in a headless Chromium, and
// mocha in this process: `node scripts/screen-tests.mjs [workspace] [suite]`. With `--web` it is VS Code for the Web: no
// server but one that hands out files. The suite calls `currentScreen()` of lib/screen.mjs. CHROMIUM_PATH, TEST_RESULT
// (a JSON file). Screenshots of failed tests go to out/screens/.
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { saveCounts } from './lib/counts.mjs';
import { main } from './lib/main.mjs';
import { copyOf, inRoot, tempFolder } from './lib/paths.mjs';
import { Screen, setCurrentScreen } from './lib/screen.mjs';
import { TEST_ENVIRONMENT } from './lib/settings.mjs';
import { startStaticEditor } from './lib/staticEditor.mjs';
import { runFiles } from './lib/suite.mjs';
import { installedExtension } from './lib/vsix.mjs';
import { openPage, startServer } from './lib/webEditor.mjs';
import { webEditor } from './lib/webHost.mjs';

const inBrowser = process.argv.includes('--web');
const [examples = 'examples', suite = `out/test/${inBrowser ? 'web' : 'screen'}.cjs`] = process.argv
  .slice(2)
  .filter((one) => one !== '--web');
const NO_BROWSER = 'no Chromium, Chrome or Edge could be found or downloaded';

main(async (defer) => {
  if (!existsSync(inRoot(suite))) throw new Error(`${suite} does not exist; build first`);
  const editor = await webEditor(defer);
  if (!editor) return withoutBrowser();
  const screen = await openScreen(editor, defer);
  setCurrentScreen(screen);
  const failures = await runFiles([inRoot(suite)], {
    timeout: 90_000,
    rootHooks: { afterEach: screenshotOfFailure(screen) },
  });
  return failures ? 1 : 0;
});

async function openScreen({ browser, folder }, defer) {
  const temporary = tempFolder(defer);
  const extensions = await installedExtension({ server: folder, folder: temporary, defer });
  const workspace = copyOf(examples, join(temporary, 'files', basename(examples)));
  const server = inBrowser
    ? await startStaticEditor({
        editor: folder,
        extension: onlyFolderIn(extensions),
        workspace,
        home: temporary,
        defer,
      })
    : await startServer({ folder, workspace, extensions, defer, env: TEST_ENVIRONMENT });
  const screen = new Screen(await openPage({ server, browser, defer }), workspace);
  await screen.ready();
  return screen;
}

/** Beside it is only a list of what is installed. */
function onlyFolderIn(extensions) {
  const [folder] = readdirSync(extensions, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return join(extensions, folder.name);
}

function screenshotOfFailure(screen) {
  return async function () {
    if (this.currentTest.state !== 'failed') return;
    const path = join('out', 'screens', `${this.currentTest.fullTitle().replace(/[^\w-]+/g, '-')}.png`);
    await screen.screenshot(inRoot(path));
    console.log(`      screenshot: ${path}`);
  };
}

function withoutBrowser() {
  if (process.env.CI) throw new Error(NO_BROWSER);
  console.log(`Skipped: ${NO_BROWSER}.`);
  saveCounts({ notice: NO_BROWSER });
  return 0;
}
