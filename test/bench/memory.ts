import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The resident memory of a process in MB; NaN where the system does not say. */
export function residentMemory(pid: number | undefined): number {
  return (process.platform === 'linux' ? fromProc(pid) : fromPs(pid)) / 1024;
}

const fromProc = (pid: number | undefined) =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN);

/** Windows has no `ps`. */
function fromPs(pid: number | undefined): number {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout?.trim() ? Number(stdout) : Number.NaN;
}
