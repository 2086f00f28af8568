import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recorder } from './statistics';
import { names, programs } from './targets';
import { manifestsPerService, writeServices } from './tree';

/** A run of a program of Node over a folder. */
interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly time: string;
  readonly peak?: string;
  readonly computing?: string;
}

/** What the programs are, and how large the tree is. */
export interface Commands {
  readonly cli: string;
  /** A program that analyses the folder given last; undefined where it is not installed. */
  readonly analyser: readonly string[] | undefined;
  readonly peakScript: string;
  /** Services in a tree of N manifests. */
  readonly services: number;
}

const startMs = 'start of Node (ms)';
const startsInRound = 3;
/** Of runs of a second or two the quietest counts, as it does of the starts that are taken off. */
const runsInRound = 3;

/** Rounds of whole runs over N and 2 N manifests; what Node needs to start is taken off. */
export function measureCommands(recorder: Recorder, commands: Commands, folder: string, rounds: number): void {
  const trees = writeTrees(folder, commands.services);
  console.error(`check: ${commands.services * manifestsPerService} manifests and twice as many`);
  const all = commandsFor(commands, trees);
  for (let round = 0; round < rounds; round++) {
    console.error(`check: round ${round + 1} of ${rounds}`);
    const starts = Array.from({ length: startsInRound }, () => run(['-e', '0'], folder, commands).ms);
    for (const command of all) {
      const count = command.program === programs.ours ? runsInRound : 1;
      const runs = Array.from({ length: count }, () => run(command.args, folder, commands));
      record(recorder, command, round, runs, Math.min(...starts));
    }
    for (const ms of starts) recorder.add(startMs, 'node', round, ms);
  }
}

function record(
  recorder: Recorder,
  { program, time, peak, computing }: Command,
  round: number,
  runs: readonly Cost[],
  startOfNode: number,
): void {
  const least = (of: (cost: Cost) => number) => Math.min(...runs.map(of));
  recorder.add(time, program, round, least(({ ms }) => ms) - startOfNode);
  if (peak) for (const { peakMb } of runs) recorder.add(peak, program, round, peakMb);
  if (computing)
    recorder.add(
      computing,
      program,
      round,
      least(({ cpuMs }) => cpuMs),
    );
}

/** 77 % of a tree of N, the tree, and a tree of 2 N around it. */
function writeTrees(folder: string, services: number) {
  const all = join(folder, 'all');
  const one = join(all, 'one');
  const most = Math.round(services * 0.77);
  mkdirSync(join(all, '.git'), { recursive: true }); // where a search upwards ends
  writeServices(join(one, 'most'), most, 1);
  writeServices(join(one, 'rest'), services - most, 2);
  writeServices(join(all, 'two'), services, 3);
  return { all, one, most: join(one, 'most') };
}

function commandsFor({ cli, analyser, services }: Commands, trees: ReturnType<typeof writeTrees>): Command[] {
  const check = (folder: string) => [cli, 'check', '--format', 'json', folder];
  const { ours, analyser: peer } = programs;
  const is7700 = Math.round(services * 0.77) * manifestsPerService === 7700;
  return [
    ...(is7700 ? [{ program: ours, args: check(trees.most), time: names.check7700 }] : []),
    { program: ours, args: check(trees.one), time: names.checkN, peak: names.checkMemoryN, computing: names.checkCpuN },
    { program: ours, args: check(trees.all), time: names.check2N, peak: names.checkMemory2N },
    ...(analyser
      ? [
          {
            program: peer,
            args: [...analyser, trees.one],
            time: names.checkN,
            peak: names.checkMemoryN,
            computing: names.checkCpuN,
          },
        ]
      : []),
  ];
}

/** What one run took: by the clock, at most of memory, and of computing, which other programs disturb less. */
interface Cost {
  readonly ms: number;
  readonly peakMb: number;
  readonly cpuMs: number;
}

function run(args: readonly string[], folder: string, { peakScript }: Commands): Cost {
  const file = join(folder, 'peak');
  const env = { ...process.env, BENCH_PEAK: file };
  const begin = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['--require', peakScript, ...args], {
    ...{ cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'], timeout: 300_000 },
  });
  const ms = performance.now() - begin;
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.slice(0, 400)}`);
  return { ms, ...JSON.parse(readFileSync(file, 'utf8')) };
}
