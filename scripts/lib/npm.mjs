// Runs npm as `node npm-cli.js`: on Windows npm is a .cmd file, which cannot be started without a shell.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run, WINDOWS } from './run.mjs';

/** Runs npm; an exit code other than 0 is an error. */
export async function npm(args, options = {}) {
  const cli = findCli();
  const env = { ...cleanEnvironment(), ...options.env };
  const code = cli
    ? await run(process.execPath, [cli, ...args], { ...options, env })
    : await run('npm', args, { ...options, env, shell: WINDOWS });
  if (code !== 0) throw new Error(`npm ${args.join(' ')} ended with ${code === 124 ? 'no result in time' : code}`);
}

function findCli() {
  const beside = dirname(process.execPath);
  const started = process.env.npm_execpath ?? '';
  const places = [
    /npm-cli\.[cm]?js$/.test(started) ? started : '',
    join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  return places.find((place) => place && existsSync(place));
}

/** Without what an outer `npm run` says about its own package: an inner npm in another folder would believe it. */
function cleanEnvironment() {
  const outer = /^(npm_(package|lifecycle|command|config_local_prefix$|config_loglevel$)|INIT_CWD$)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !outer.test(name)));
}
