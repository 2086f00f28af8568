import { getHeapStatistics } from 'node:v8';

/** How long nothing was said to the server: nobody types, nobody points at anything. */
const restMs = 5000;
/** What is not worth a pause. */
const worthBytes = 16_000_000;

/**
 * Gives memory back while nobody works: V8 keeps what some busy minutes have taken, twice of what is needed. Tidying up
 * takes the tenth of a second, in which nothing is answered, so that it waits for a rest, and for something to give back.
 */
export function giveBackAtRest(): void {
  let isResting = false;
  let kept = 0;
  const hears = onMessage(() => {
    isResting = false;
  });
  if (!hears) return;
  const look = () => {
    if (isResting && heapSize() > kept + worthBytes) {
      tidyUp(() => {
        kept = heapSize();
      });
    }
    isResting = true;
  };
  const timer = setInterval(() => {
    try {
      look();
    } catch {
      clearInterval(timer); // A Node without an inspector keeps what it has.
    }
  }, restMs).unref();
}

/** Listens besides the protocol; false where that is not possible. */
function onMessage(heard: () => void): boolean {
  if (process.argv.includes('--stdio')) process.stdin.on('data', heard);
  else if (process.send) process.on('message', heard);
  else return false;
  return true;
}

const heapSize = () => getHeapStatistics().total_heap_size;

/** The inspector inside of the process, which listens to nobody, is how Node lets one ask for this. */
function tidyUp(done: () => void): void {
  const { Session } = require('node:inspector');
  const session = new Session();
  session.connect();
  // A session that ends in its own answer never returns.
  session.post('HeapProfiler.collectGarbage', () =>
    setImmediate(() => {
      session.disconnect();
      done();
    }),
  );
}
