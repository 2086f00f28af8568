// Loaded into a program of Node (--require): when it ends, writes what it took to the file BENCH_PEAK:
// the most memory that it had, in MB, and the computing of all its threads, in ms.
const { readFileSync, writeFileSync } = require('node:fs');

/** On Linux what a process was started by counts as its own in `maxRSS`. */
function peak() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS / 1024;
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) / 1024;
}

process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  writeFileSync(process.env.BENCH_PEAK, JSON.stringify({ peakMb: peak(), cpuMs: (user + system) / 1000 }));
});
