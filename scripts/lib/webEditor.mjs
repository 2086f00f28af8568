// The VS Code server on a free loopback port, with a data folder and a home of its own, and its workbench in a headless
// Chromium. `startServer` needs Node only; `openPage` needs playwright-core and a Chromium.
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { tempFolder } from './paths.mjs';
import { collect, ended, start, stop } from './run.mjs';
import { writeSettings } from './settings.mjs';
import { uriPath } from './uri.mjs';

const HOST = '127.0.0.1';
const FLAGS = ['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust'];
const BROWSER_FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts the server of `folder` (see codeServer.mjs). `automation` lets a page run extension tests (openPage). Returns
 * the address of the workspace, and `gone`, a promise of what the server printed if it ends by itself.
 */
export async function startServer(options) {
  const { folder, workspace, extensions, defer, automation = false } = options;
  const token = options.connectionToken ?? randomBytes(16).toString('hex');
  const data = dataFolder(defer, options.settings);
  const args = ['--host', HOST, '--port', '0', '--connection-token', token, '--server-data-dir', data, ...FLAGS];
  if (extensions) args.push('--extensions-dir', extensions);
  if (automation) args.push('--enable-smoke-test-driver'); // without it, a built workbench ignores extensionTestsPath
  const env = environment(join(data, 'home'), options.env);
  const child = start(process.execPath, [serverMain(folder), ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  defer(() => stop(child));
  const output = collect(child);
  const gone = ended(child).then((code) => `the VS Code server ended with ${code}\n${output.text}`);
  const port = await portOf(child, output, gone);
  const address = `http://${HOST}:${port}/?tkn=${token}&folder=${encodeURIComponent(uriPath(workspace))}`;
  return { port, token, address, workspace, gone, home: env.HOME, output };
}

/** Runs the server's own command line, for example --install-extension. */
export function serverCommand(folder, data, args) {
  mkdirSync(data, { recursive: true });
  return [[serverMain(folder), ...args, '--server-data-dir', data, ...FLAGS], environment(data)];
}

/** Opens the workbench: `payload` are pairs of the workbench's automation, `onLog` and `onExit` what it tells. */
export async function openPage({ server, browser, defer, payload = [], onLog = () => {}, onExit = () => {} }) {
  const { chromium } = await import('playwright-core');
  const env = environment(server.home);
  const running = await chromium.launch({
    executablePath: browser,
    headless: true,
    env,
    args: BROWSER_FLAGS,
    chromiumSandbox: false,
    ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false }, // main.mjs does
  });
  defer(() => running.close());
  const context = await running.newContext({ viewport: { width: 1280, height: 800 } });
  await context.route(isElsewhere, (route) => route.abort());
  const page = await context.newPage();
  page.on('crash', () => onExit(1));
  await page.exposeFunction('codeAutomationLog', (type, args) => onLog(type, ...args));
  await page.exposeFunction('codeAutomationExit', onExit);
  const pairs = JSON.stringify([['skipWelcome', 'true'], ...payload]);
  await page.goto(`${server.address}&payload=${encodeURIComponent(pairs)}`);
  return page;
}

/** A file of this machine, as the workbench in the browser names it. */
export const remoteUri = (server, path) => `vscode-remote://${HOST}:${server.port}${uriPath(path)}`;

const serverMain = (folder) => join(folder, 'out', 'server-main.js');

/** Nothing leaves this machine: only loopback addresses are answered. */
function isElsewhere(url) {
  return /^https?:$/.test(url.protocol) && url.hostname !== HOST && !url.hostname.endsWith('localhost');
}

function dataFolder(defer, settings) {
  const data = tempFolder(defer);
  mkdirSync(join(data, 'home'));
  writeSettings(join(data, 'data'), settings);
  return data;
}

/** The server and the browser write to the home folder and the temporary one; an editor around us must not talk to this one. */
function environment(home, more) {
  const foreign = /^(VSCODE_|CODE_SERVER_|ELECTRON_|NODE_OPTIONS$|XDG_(CONFIG|DATA|CACHE|STATE)_HOME$)/;
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  const places = { HOME: home, USERPROFILE: home, ...(process.platform === 'linux' && { TMPDIR: home }) };
  return { ...Object.fromEntries(kept), ...places, ...more };
}

function portOf(child, output, gone) {
  return new Promise((found, failed) => {
    const timer = setTimeout(() => failed(new Error(`the VS Code server does not listen\n${output.text}`)), 60_000);
    gone.then((reason) => failed(new Error(reason)), failed).finally(() => clearTimeout(timer));
    child.stdout.on('data', () => {
      const port = /listening on (\d+)/.exec(output.text)?.[1];
      if (port) found(Number(port), clearTimeout(timer));
    });
  });
}
