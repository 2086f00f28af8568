// The frame of every script: what was started or created is undone at the end, after an error, on Ctrl-C,
// and when the npm that runs the script is ended.
import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs `body(defer)`, which returns the exit code. Deferred functions run last to first, whatever happened. */
export async function main(body) {
  const deferred = [];
  let ending;
  const end = (code) => {
    ending ??= undoAll(deferred).then(() => leave(code));
    return ending;
  };
  for (const signal of SIGNALS) process.on(signal, () => end(128 + constants.signals[signal]));
  whenAbandoned(() => end(1));
  try {
    await end(await body((task) => deferred.push(task)));
  } catch (error) {
    if (!ending) console.error(process.env.VERBOSE ? error : `error: ${error.message ?? error}`);
    await end(1);
  }
}

/** npm ends without a word to the program that it runs. */
function whenAbandoned(then) {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && then(), 1000).unref();
}

async function undoAll(tasks) {
  while (tasks.length) {
    try {
      await tasks.pop()();
    } catch (error) {
      console.error(`cleaning up: ${error.message}`);
    }
  }
}

/** Exits when everything printed has been written: a pipe may still hold some of it. */
async function leave(code) {
  await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((done) => stream.write('', done))));
  process.exit(code);
}
