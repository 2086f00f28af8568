import { performance } from 'node:perf_hooks';
import { getHeapStatistics } from 'node:v8';

/** Nobody types, nobody points at anything: a few seconds in which the server has done next to nothing. */
const restMs = 5000;
const restingShare = 0.01;
/** What is not worth a pause. */
const worthBytes = 16_000_000;

/**
 * Gives memory back while nobody works: V8 keeps what some busy minutes have taken, twice of what is needed. Tidying up
 * takes the tenth of a second, in which nothing is answered, so that it waits for a rest, and for something to give back.
 */
export function giveBackAtRest(): void {
  let last = performance.eventLoopUtilization();
  let kept = 0;
  const look = () => {
    const { utilization } = performance.eventLoopUtilization(last);
    last = performance.eventLoopUtilization();
    if (utilization > restingShare || heapSize() < kept + worthBytes) return;
    tidyUp(() => {
      kept = heapSize();
      last = performance.eventLoopUtilization();
    });
  };
  const timer = setInterval(() => {
    try {
      look();
    } catch {
      clearInterval(timer); // A Node without an inspector keeps what it has.
    }
  }, restMs).unref();
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
