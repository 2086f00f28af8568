import { dirname, sep } from 'node:path';
import { readSource } from '../core/files';
import type { Source } from '../core/model';
import type { Vicinity } from '../host/neighbours';
import type { Disk } from './disk';
import { pathOf, readText, slashed, uriOf } from './files';
import { rememberLast } from './recent';

/** What stands around the files of a run, and the files themselves. */
export interface Surroundings extends Vicinity {
  /** Reads a file for its own sake; undefined where it is none of our kinds. */
  open(path: string): Source | undefined;
  /** Reads the next files of a run, which will be opened in this order, and says which; none where it has ended. */
  readAhead(paths: Iterator<string>): readonly string[];
}

/** To read some files after each other is faster than to read each between other work; no more is held than that. */
const mostAhead = 64;
const longestAhead = 1_000_000;

/** Thousands of files look at the same directories: each is asked once. */
export function openVicinity(disk: Disk): Surroundings {
  let ahead: ReadonlyMap<string, string | undefined> = new Map();
  const textOf = (path: string) => (ahead.has(path) ? ahead.get(path) : readText(path, disk.isFile(path)));
  const sources = lastAsked((path) => {
    const text = textOf(path);
    return text === undefined ? undefined : readSource(slashed(path), text);
  });
  return {
    list: rememberLast(async (uri) => [...disk.list(pathOf(uri)).keys()]),
    realUri: rememberLast(async (uri) => uriOf(disk.realPath(pathOf(uri)))),
    sourceOf: async (uri) => sources.ask(pathOf(uri)),
    open: sources.open,
    readAhead(paths) {
      // Another map each time: a cleared one would hold the last texts until the next great tidying up.
      const texts = new Map<string, string | undefined>();
      for (let length = 0; length < longestAhead && texts.size < mostAhead; ) {
        const { value: path, done } = paths.next();
        if (done) break;
        const text = textOf(path);
        texts.set(path, text);
        length += text?.length ?? 0;
      }
      ahead = texts;
      return [...texts.keys()];
    },
  };
}

/**
 * What others ask for once they ask for again, as long as files of the same directory, or of one below it, are opened.
 * Nothing else is kept: memory stays flat.
 */
function lastAsked(read: (path: string) => Source | undefined) {
  let kept = new Map<string, Source | undefined>();
  const known = (path: string) => (kept.has(path) ? kept.get(path) : read(path));
  let directory = '';
  const enter = (next: string) => {
    directory = next;
    const isAbove = (path: string) => `${next}${sep}`.startsWith(dirname(path) + sep);
    if (kept.size) kept = new Map([...kept].filter(([path]) => isAbove(path)));
  };
  const open = (path: string) => {
    if (dirname(path) !== directory) enter(dirname(path));
    return known(path);
  };
  const ask = (path: string) => {
    const source = known(path);
    // No more than one large text is held at a time.
    if ((source?.text.length ?? 0) < 200_000) kept.set(path, source);
    const [oldest] = kept.keys();
    if (kept.size > 200 && oldest !== undefined) kept.delete(oldest);
    return source;
  };
  return { open, ask };
}
