// Runs the compiled extension tests in a real editor: `node scripts/extension-tests.mjs [workspace] [suite]`.
//   EXT_TEST_HOST=desktop|web|auto   desktop VS Code, the VS Code server, or the first where it can be had (auto)
//   VSCODE_EXECUTABLE, VSCODE_VERSION, CHROMIUM_PATH, EXT_TEST_TIMEOUT (seconds), VERBOSE=1, TEST_RESULT (a JSON file)
import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readCounts, saveCounts } from './lib/counts.mjs';
import { desktopCommand, runInDesktop } from './lib/desktopHost.mjs';
import { follow } from './lib/follow.mjs';
import { main } from './lib/main.mjs';
import { copyOf, inRoot, tempFolder } from './lib/paths.mjs';
import { runInWeb, webEditor } from './lib/webHost.mjs';

const [workspace = 'examples', suite = 'out/test/vscode/index.cjs'] = process.argv.slice(2);
const host = process.env.EXT_TEST_HOST || 'auto';
const seconds = Number(process.env.EXT_TEST_TIMEOUT || 300);
const NO_EDITOR = 'no editor: neither desktop VS Code nor a Chromium could be found or downloaded';

main(async (defer) => {
  if (!['auto', 'desktop', 'web'].includes(host)) throw new Error(`EXT_TEST_HOST is desktop, web or auto, not ${host}`);
  if (!existsSync(inRoot(suite))) throw new Error(`${suite} does not exist; build first`);
  const counts = (host !== 'web' && (await inDesktop(defer))) || (await inWeb(defer));
  saveCounts(counts);
  return counts.failed ? 1 : 0;
});

/** The counts of desktop VS Code, or undefined where it is not to be had or does not start. */
async function inDesktop(defer) {
  try {
    const command = await desktopCommand();
    const counts = await record(defer, (files) => runInDesktop({ command, ...files }));
    if (counts.started || host === 'desktop') return counts;
    throw new Error('desktop VS Code ended before the tests began');
  } catch (error) {
    if (host === 'desktop') throw error;
    console.log(`Not in desktop VS Code: ${error.message}. The tests run in the VS Code server instead.`);
  }
}

async function inWeb(defer) {
  const editor = await webEditor(defer);
  if (editor) return record(defer, (files) => runInWeb({ editor, ...files }));
  if (process.env.CI) throw new Error(NO_EDITOR);
  console.log(`Skipped: ${NO_EDITOR}.`);
  return { notice: NO_EDITOR };
}

/** Runs the suite on a copy of the workspace, prints its report and returns its counts. */
async function record(defer, runSuite) {
  const folder = tempFolder(defer);
  const [output, result] = [join(folder, 'report'), join(folder, 'counts')];
  const stopFollowing = follow(output);
  const files = {
    suite: inRoot(suite),
    workspace: copyOf(workspace, join(folder, 'files', basename(workspace))),
    profile: folder,
  };
  const env = { TEST_OUTPUT: output, TEST_RESULT: result };
  const { code, log } = await runSuite({ ...files, env, seconds, defer }).finally(stopFollowing);
  if (!existsSync(result) || process.env.VERBOSE) console.error(log);
  if (code === 124) console.error(`error: no result within ${seconds} s`);
  return { ...readCounts(result, code), started: statSync(output).size > 0 };
}
