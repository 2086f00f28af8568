import type { Server } from './connection';
import { type Edited, type Typist, typistOf } from './documents';
import { residentMemory } from './memory';
import { randomFrom } from './random';
import { type Scenario, scenarios } from './scenarios';
import { type Session, startSession } from './session';
import type { Recorder } from './statistics';
import { names, programs } from './targets';

const bursts = 5;

/** A server with the files that it is asked about. */
interface Desk {
  readonly server: Server;
  readonly pulls: boolean;
  readonly session: Session;
  readonly typists: ReadonlyMap<string, Typist>;
}

/** How many rounds, and what share of the samples in each. */
export interface Effort {
  readonly rounds: number;
  readonly share: number;
}

/** Rounds of hovers, completions and keystrokes; in each round the servers are started anew and take turns. */
export async function measureEditing(
  recorder: Recorder,
  servers: readonly Server[],
  folder: string,
  files: ReadonlyMap<string, Edited>,
  { rounds, share }: Effort,
): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    console.error(`editing: round ${round + 1} of ${rounds}`);
    const desks = await openDesks(servers, folder, files);
    try {
      for (const scenario of scenarios) await play(scenario, desks, recorder, round, share);
      // Less work leaves less memory behind: only that of all the work is comparable from run to run.
      if (share === 1) await measureMemory(desks, recorder, round);
    } finally {
      await Promise.all(desks.map(({ session }) => session.stop()));
    }
  }
}

/** Nobody notices what is given back before this. */
const restMs = 15_000;

/** Right after the work, and when nobody has worked for a while. */
async function measureMemory(desks: readonly Desk[], recorder: Recorder, round: number): Promise<void> {
  const record = (measure: string) => {
    for (const { pulls, server, session } of desks)
      if (pulls || server.name === programs.yaml)
        recorder.add(measure, server.name, round, residentMemory(session.pid));
  };
  record(names.busyMemory);
  await new Promise((resolve) => setTimeout(resolve, restMs));
  record(names.memory);
}

async function openDesks(servers: readonly Server[], folder: string, files: ReadonlyMap<string, Edited>) {
  const desks: Desk[] = [];
  for (const server of servers) {
    for (const pulls of [true, false]) {
      const mine = scenarios.filter((one) => one.pulls === pulls && one.servers.includes(server.name));
      if (mine.length) desks.push(await openDesk(server, pulls, folder, files, new Set(mine.map(({ file }) => file))));
    }
  }
  return desks;
}

async function openDesk(
  server: Server,
  pulls: boolean,
  folder: string,
  files: ReadonlyMap<string, Edited>,
  wanted: ReadonlySet<string>,
): Promise<Desk> {
  const session = await startSession(server, folder, pulls);
  const edited = [...files].filter(([name]) => wanted.has(name));
  const typists = new Map(edited.map(([name, file]) => [name, typistOf(session, file)]));
  for (const typist of typists.values()) await typist.open();
  return { server, pulls, session, typists };
}

/** A tenth more than is counted comes first, to warm up. The number of keystrokes is even: the text is as before. */
async function play(
  scenario: Scenario,
  desks: readonly Desk[],
  recorder: Recorder,
  round: number,
  share: number,
): Promise<void> {
  const { measure, file, servers, samples, step } = scenario;
  const playing = desks.filter(({ server, pulls }) => servers.includes(server.name) && pulls === scenario.pulls);
  const random = new Map(playing.map((desk) => [desk, randomFrom(round + 1)]));
  const before = playing.map(({ session }) => session.answered());
  for (let burst = 0; burst <= bursts; burst++) {
    const size = 2 * Math.ceil((samples * share) / (burst === 0 ? 20 : 2 * bursts));
    for (const desk of rotated(playing, burst + round)) {
      const typist = desk.typists.get(file);
      for (let at = 0; typist && at < size; at++) {
        const ms = await step(desk.session, typist, random.get(desk) ?? randomFrom(1));
        if (burst > 0) recorder.add(measure, desk.server.name, round, ms);
      }
    }
  }
  const mute = playing.find(({ server, session }, at) => isOurs(server) && session.answered() === before[at]);
  if (scenario.asks && mute) throw new Error(`no answer had anything in it: ${measure}`);
}

const isOurs = ({ name }: Server) => name === programs.ours;

const rotated = <T>(values: readonly T[], by: number): T[] => {
  const start = values.length ? by % values.length : 0;
  return [...values.slice(start), ...values.slice(0, start)];
};
