// The extension host of the desktop editor: downloads VS Code with @vscode/test-electron, or takes VSCODE_EXECUTABLE,
// and runs a test suite in it.
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { EDITORS, ROOT } from './paths.mjs';
import { run, which } from './run.mjs';
import { TEST_ENVIRONMENT, writeSettings } from './settings.mjs';

const FIRST_ANSWER = 20_000; // milliseconds without a byte after which a download is given up
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu-sandbox',
  '--disable-gpu',
  '--disable-updates',
  '--disable-telemetry',
  '--disable-extensions',
  '--disable-workspace-trust',
  '--skip-welcome',
  '--skip-release-notes',
];

/** The command that starts desktop VS Code; an error says why there is none. */
export async function desktopCommand() {
  const display = displayCommand();
  return [...display, process.env.VSCODE_EXECUTABLE || (await download())];
}

/** Runs the suite: its exit code, 124 when `seconds` were not enough, and what the editor printed. */
export async function runInDesktop({ command, suite, workspace, profile, env, seconds, defer }) {
  const [program, ...args] = command;
  writeSettings(join(profile, 'u'));
  const folders = [`--user-data-dir=${join(profile, 'u')}`, `--extensions-dir=${join(profile, 'e')}`];
  const tests = [`--extensionDevelopmentPath=${ROOT}`, `--extensionTestsPath=${suite}`];
  const log = join(profile, 'editor.log');
  const output = openSync(log, 'w');
  const options = {
    env: { ...cleanEnvironment(), ...TEST_ENVIRONMENT, ...env },
    stdio: ['ignore', output, output],
    seconds,
    defer,
  };
  const code = await run(program, [...args, workspace, ...FLAGS, ...folders, ...tests], options);
  closeSync(output);
  return { code, log: readFileSync(log, 'utf8').trimEnd() };
}

/** Linux without a display needs a virtual one. */
function displayCommand() {
  const { platform, env } = process;
  if (platform !== 'linux' || env.DISPLAY || env.WAYLAND_DISPLAY) return [];
  const xvfb = which('xvfb-run');
  if (!xvfb) throw new Error('there is no display, and no xvfb-run to make one');
  return [xvfb, '-a'];
}

async function download() {
  const version = process.env.VSCODE_VERSION || 'stable';
  try {
    return await downloadAndUnzipVSCode({
      version,
      cachePath: EDITORS,
      timeout: FIRST_ANSWER,
      reporter: impatientReporter(),
    });
  } catch (error) {
    throw new Error(`VS Code cannot be downloaded (${error.code ?? error.message ?? error})`);
  }
}

/** Prints nothing but the beginning, and lets a download try again only when some of it had arrived. */
function impatientReporter() {
  let started = false;
  return {
    report({ stage, bytesSoFar, error }) {
      if (stage === 'downloading' && bytesSoFar && !started) {
        started = true;
        console.log('Downloading VS Code…');
      }
      if (stage === 'retrying' && !started) throw error;
    },
    error() {},
  };
}

/** A VS Code around us (its terminal) must not tell this one what to do. */
function cleanEnvironment() {
  const foreign = /^(VSCODE_|ELECTRON_RUN_AS_NODE$|NODE_OPTIONS$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}
