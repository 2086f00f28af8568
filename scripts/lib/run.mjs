// Starts other programs and ends them with everything they started themselves. Node built-ins only.
import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ROOT } from './paths.mjs';

export const WINDOWS = process.platform === 'win32';
const running = new Set();
process.once('exit', () => {
  for (const child of [...running]) kill(child, 'SIGKILL');
});

/** Starts a program as the leader of a process group of its own, which `stop` can end as a whole. */
export function start(command, args, options = {}) {
  const child = spawn(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: !WINDOWS,
    ...options,
  });
  running.add(child);
  return child;
}

/** Runs a program to its end: its exit code, or 124 when `seconds` were not enough. `quiet`: prints only on failure. */
export async function run(command, args, { seconds = 900, defer, quiet = false, ...options } = {}) {
  const child = start(command, args, quiet ? { ...options, stdio: ['ignore', 'pipe', 'pipe'] } : options);
  const output = quiet && collect(child);
  defer?.(() => stop(child));
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    stop(child);
  }, seconds * 1000);
  const code = await ended(child).finally(() => clearTimeout(timer));
  kill(child, 'SIGKILL'); // what it may have left behind
  if (code !== 0 && quiet) {
    await output.closed;
    console.error(output.text);
  }
  return late ? 124 : code;
}

/** Gathers what a child prints to its pipes in `text`, until they are `closed`. */
export function collect(child) {
  const output = { text: '', closed: new Promise((done) => child.once('close', done)) };
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output.text += chunk;
    });
  }
  return output;
}

export const node = (args, options) => run(process.execPath, args, options);

/** The exit code of a child; 1 when a signal ended it. */
export function ended(child) {
  if (hasEnded(child)) return Promise.resolve(child.exitCode ?? 1);
  return new Promise((done, failed) => child.once('error', failed).once('exit', (code) => done(code ?? 1)));
}

/** Asks the child to end, then kills what is left of its group. */
export async function stop(child, graceSeconds = 5) {
  if (!hasEnded(child)) {
    kill(child, 'SIGTERM');
    let timer;
    const grace = new Promise((done) => {
      timer = setTimeout(done, graceSeconds * 1000);
    });
    await Promise.race([ended(child).catch(() => {}), grace]);
    clearTimeout(timer);
  }
  kill(child, 'SIGKILL');
}

/** Where `name` is on the PATH, or undefined. */
export function which(name) {
  const endings = WINDOWS ? (process.env.PATHEXT ?? '.EXE;.CMD').split(';') : [''];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.flatMap((folder) => endings.map((ending) => join(folder, name + ending))).find(isProgram);
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return existsSync(path) && statSync(path).isFile();
  } catch {
    return false;
  }
}

const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;

/** Signals the whole group. After SIGKILL nothing is left of it, and its number may soon be another program's. */
function kill(child, signal) {
  if (!child.pid || !running.has(child)) return;
  if (signal === 'SIGKILL') running.delete(child);
  try {
    if (!WINDOWS) process.kill(-child.pid, signal);
    else if (!hasEnded(child)) spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
  } catch {
    // nothing is left of it
  }
}
