/** One of `total` parts of the files; `index` from 1. */
export interface Shard {
  readonly index: number;
  readonly total: number;
  /** The variable that chose it, where nobody said it on the command line. */
  readonly variable?: string;
}

/** The variables of each CI that runs a job several times at once, and what its first index is. */
const variables = [
  // An indexed Job knows its index only; the manifest has to say how many there are.
  { index: 'JOB_COMPLETION_INDEX', total: 'STACK_GUIDANCE_SHARDS', first: 0 },
  { index: 'CI_NODE_INDEX', total: 'CI_NODE_TOTAL', first: 1 },
  { index: 'CIRCLE_NODE_INDEX', total: 'CIRCLE_NODE_TOTAL', first: 0 },
  { index: 'BUILDKITE_PARALLEL_JOB', total: 'BUILDKITE_PARALLEL_JOB_COUNT', first: 0 },
  { index: 'BITBUCKET_PARALLEL_STEP', total: 'BITBUCKET_PARALLEL_STEP_COUNT', first: 0 },
  { index: 'SEMAPHORE_JOB_INDEX', total: 'SEMAPHORE_JOB_COUNT', first: 1 },
  { index: 'AWS_BATCH_JOB_ARRAY_INDEX', total: 'AWS_BATCH_JOB_ARRAY_SIZE', first: 0 },
  { index: 'CLOUD_RUN_TASK_INDEX', total: 'CLOUD_RUN_TASK_COUNT', first: 0 },
] as const;

/** Reads `2/4`; undefined where it is no shard. */
export function parseShard(text: string): Shard | undefined {
  const [, index, total] = /^(\d+)\/(\d+)$/.exec(text) ?? [];
  return valid({ index: Number(index), total: Number(total) });
}

/**
 * The shard that the CI has given to this process; undefined where it is the only one.
 *
 * @param problem makes the error of a pair of variables that is no shard: to check nothing, or all of it several times,
 *   would look like success
 */
export function shardOf(
  environment: Readonly<Record<string, string | undefined>>,
  problem: (index: string, total: string) => Error,
): Shard | undefined {
  for (const { index, total, first } of variables) {
    const [at, of] = [environment[index], environment[total]];
    if (!at || !of) continue;
    const shard = valid({ index: Number(at) - first + 1, total: Number(of), variable: index });
    if (!shard) throw problem(`${index}=${at}`, `${total}=${of}`);
    return shard;
  }
  return undefined;
}

function valid(shard: Shard): Shard | undefined {
  const { index, total } = shard;
  return Number.isSafeInteger(index) && Number.isSafeInteger(total) && 1 <= index && index <= total ? shard : undefined;
}

/** Whether a file is in a shard: the same on every machine, whatever other files there are. */
export const isInShard = (file: string, { index, total }: Shard): boolean => hash(file) % total === index - 1;

/** FNV-1a with a final mix: its low bits alone follow the last characters, and file names end alike. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
