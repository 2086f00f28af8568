import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Context } from './context';
import { realPath } from './files';
import { changedSince } from './git';
import type { CheckOptions } from './options';
import type { Reported } from './report';
import { isInShard, type Shard, shardOf } from './shard';

/** What part of the files, and of the findings in them, a run is about. */
export interface Scope {
  includesFile(path: string, file: string): boolean;
  includesFinding(finding: Reported): boolean;
}

/** The shard that somebody asked for, else the one that the CI has given, which is said. */
export function chosenShard({ shard }: CheckOptions, { environment, texts, say }: Context): Shard | undefined {
  const given = shard ?? shardOf(environment, (...pair) => new Error(texts.problem.shardVariables(...pair)));
  if (!given || given.total === 1) return undefined;
  if (given.variable) say(texts.shardChosen(given.index, given.total, given.variable));
  return given;
}

/**
 * @throws where a path does not exist, or git does not know the ref
 */
export async function scopeOf(
  paths: readonly string[],
  { since }: CheckOptions,
  shard: Shard | undefined,
  context: Context,
): Promise<Scope> {
  const directories = paths.map((path) => directoryOf(path, context));
  const isOurs = (file: string) => !shard || isInShard(file, shard);
  if (since === undefined) return { includesFile: (_, file) => isOurs(file), includesFinding: () => true };
  const changed = await changedSince(since, directories, context.texts);
  const linesOf = (path: string) => changed.get(realPath(path));
  return {
    includesFile: (path, file) => isOurs(file) && linesOf(path) !== undefined,
    includesFinding({ file, line }) {
      const lines = linesOf(resolve(context.cwd, file));
      return lines === 'all' || (lines?.has(line) ?? false);
    },
  };
}

function directoryOf(path: string, { cwd, texts }: Context): string {
  const absolute = resolve(cwd, path);
  if (!existsSync(absolute)) throw new Error(texts.problem.unreadable(path, 'ENOENT'));
  return statSync(absolute).isDirectory() ? absolute : dirname(absolute);
}
