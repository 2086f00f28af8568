import { readdirSync } from 'node:fs';
import { availableParallelism, constants, getPriority, setPriority } from 'node:os';
import { setFlagsFromString } from 'node:v8';

/** How many threads of V8 compile and collect, whatever the machine. */
const helpers = 4;

/**
 * Lets the threads that compile and collect give way to the one that works: on two cores they take a sixth of its time.
 * Only Linux gives a thread a priority of its own.
 */
export function giveWay(): void {
  if (process.platform !== 'linux' || availableParallelism() > helpers) return;
  const { PRIORITY_BELOW_NORMAL: below } = constants.priority;
  // Whoever was started with less stays below them.
  if (getPriority() >= below) return;
  try {
    for (const thread of readdirSync('/proc/self/task')) {
      if (Number(thread) !== process.pid) setPriority(Number(thread), below);
    }
  } catch {
    // It works without, only slower.
  }
}

/** A run ends before it pays off to compile functions into each other as far as V8 does by itself. */
export const compileForShortRun = (): void => setFlagsFromString('--max-inlined-bytecode-size-cumulative=300');
