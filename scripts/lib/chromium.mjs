// Finds a Chromium, Chrome or Edge of this machine, or lets playwright download one into .vscode-test/browsers.
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { EDITORS, inRoot } from './paths.mjs';
import { node, which } from './run.mjs';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chrome'];
const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const WINDOWS_PROGRAMS = [
  'Google/Chrome/Application/chrome.exe',
  'Chromium/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
];

/** The path of a browser of this machine, CHROMIUM_PATH first, or undefined. */
export function findChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen && !existsSync(chosen)) throw new Error(`CHROMIUM_PATH does not exist: ${chosen}`);
  return chosen || installedPlaces().find((path) => path && existsSync(path));
}

/** The same, downloaded if need be; undefined where that is not possible. */
export async function getChromium(options) {
  return findChromium() ?? (await downloadedChromium()) ?? (await downloadChromium(options));
}

function installedPlaces() {
  if (process.platform === 'darwin') return macPlaces();
  if (process.platform === 'win32') return windowsPlaces();
  return COMMANDS.map(which);
}

function macPlaces() {
  const folders = ['/Applications', join(homedir(), 'Applications')];
  return folders.flatMap((folder) => MAC_APPS.map((app) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)));
}

function windowsPlaces() {
  const { PROGRAMFILES, 'PROGRAMFILES(X86)': x86, LOCALAPPDATA } = process.env;
  const folders = [PROGRAMFILES, x86, LOCALAPPDATA].filter(Boolean);
  return folders.flatMap((folder) => WINDOWS_PROGRAMS.map((program) => join(folder, program)));
}

async function downloadChromium(options) {
  console.log('No Chromium, Chrome or Edge was found; downloading a Chromium…');
  const env = { ...process.env, PLAYWRIGHT_BROWSERS_PATH: browsersFolder() };
  const cli = inRoot('node_modules', 'playwright-core', 'cli.js');
  const code = await node([cli, 'install', 'chromium', '--no-shell'], {
    seconds: 300,
    ...options,
    env,
    stdio: 'ignore',
  });
  return code === 0 ? downloadedChromium() : undefined;
}

async function downloadedChromium() {
  process.env.PLAYWRIGHT_BROWSERS_PATH = browsersFolder(); // read by playwright when it is loaded
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

const browsersFolder = () => process.env.PLAYWRIGHT_BROWSERS_PATH || join(EDITORS, 'browsers');
