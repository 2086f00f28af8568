// Shows an address in the default browser of a machine with a display; says nothing where that is not possible.
import { spawn } from 'node:child_process';

export function browse(address) {
  const { platform, env } = process;
  if (env.CI || (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY)) return;
  const [command, ...args] = openers(address)[platform] ?? openers(address).linux;
  const child = spawn(command, args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: true });
  child.once('error', () => {});
  child.unref();
}

function openers(address) {
  return {
    darwin: ['open', address],
    win32: ['cmd', '/c', 'start', '""', `"${address}"`], // quoted: & would end the command
    linux: ['xdg-open', address],
  };
}
