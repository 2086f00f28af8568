import type { Server } from './connection';
import { type Edited, typistOf } from './documents';
import { startSession } from './session';
import type { Recorder } from './statistics';
import { names, programs } from './targets';

const startsInRound = 4;

/** Rounds of starts: until the server is initialized, and until the first diagnostics of a file that is opened then. */
export async function measureStarts(
  recorder: Recorder,
  servers: readonly Server[],
  folder: string,
  files: ReadonlyMap<string, Edited>,
  rounds: number,
): Promise<void> {
  for (const server of servers) await start(server, folder, files); // what is read from disk the first time is no one's fault
  for (let round = 0; round < rounds; round++) {
    console.error(`start: round ${round + 1} of ${rounds}`);
    for (let at = 0; at < startsInRound * servers.length; at++) {
      const server = servers[at % servers.length];
      if (!server) continue;
      const { startMs, openMs } = await start(server, folder, files);
      recorder.add(names.start, server.name, round, startMs);
      if (openMs !== undefined) recorder.add(names.opened, server.name, round, openMs);
    }
  }
}

async function start(server: Server, folder: string, files: ReadonlyMap<string, Edited>) {
  const session = await startSession(server, folder, true);
  try {
    const edited = server.name === programs.yaml ? undefined : files.get('package.json');
    return { startMs: session.startMs, openMs: edited && (await typistOf(session, edited).open()) };
  } finally {
    await session.stop();
  }
}
