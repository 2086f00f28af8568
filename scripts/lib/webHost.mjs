// The extension host of the VS Code server: runs a test suite there, driven by the workbench in a headless Chromium.
import { format } from 'node:util';
import { getChromium } from './chromium.mjs';
import { getCodeServer } from './codeServer.mjs';
import { ROOT } from './paths.mjs';
import { TEST_ENVIRONMENT } from './settings.mjs';
import { openPage, remoteUri, startServer } from './webEditor.mjs';

const NOISE = /spdlog|native-watchdog|service ?worker|open-vsx|^Creating a socket|^Resolv(ing|ed) connection token/i;

/** The browser and the server the suite needs, or undefined where there is no browser and no way to get one. */
export async function webEditor(defer) {
  const browser = await getChromium({ defer });
  return browser && { browser, folder: await getCodeServer({ defer }) };
}

/** Runs the suite: its exit code, 124 when `seconds` were not enough, and what the editor logged. */
export async function runInWeb({ editor, suite, workspace, env, seconds, defer }) {
  const log = [];
  const code = await new Promise((done, failed) => {
    const timer = setTimeout(() => done(124), seconds * 1000);
    defer(() => clearTimeout(timer));
    drive({ editor, suite, workspace, env, defer, log, onExit: done }).catch(failed);
  });
  return { code, log: log.join('\n') };
}

async function drive({ editor, suite, workspace, env, defer, log, onExit }) {
  const environment = { ...TEST_ENVIRONMENT, ...env };
  const server = await startServer({ folder: editor.folder, workspace, env: environment, defer, automation: true });
  server.gone.then((reason) => log.push(reason) && onExit(1));
  const payload = [
    ['extensionDevelopmentPath', remoteUri(server, ROOT)],
    ['extensionTestsPath', remoteUri(server, suite)],
  ];
  const onLog = (kind, ...args) => log.push(...readable(kind, format(...args)));
  await openPage({ server, browser: editor.browser, defer, payload, onLog, onExit });
}

/** An entry of the editor's log without long stacks; none for modules left out on purpose and addresses blocked. */
function readable(kind, text) {
  if (process.env.VERBOSE) return [`[${kind}] ${text}`];
  return NOISE.test(text) ? [] : [`[${kind}] ${text.slice(0, 500)}`];
}
