import { dirname, sep } from 'node:path';
import { URI } from 'vscode-uri';
import { readSource } from '../core/files';
import type { Source } from '../core/model';
import type { Vicinity } from '../host/neighbours';
import type { Disk } from './disk';
import { readText, slashed } from './files';
import { once } from './once';

/** What stands around the files of a run, and the files themselves. */
export interface Surroundings extends Vicinity {
  /** Reads a file for its own sake; undefined where it is none of our kinds. */
  open(path: string): Source | undefined;
}

/** Thousands of files look at the same directories: each is asked once. */
export function openVicinity(disk: Disk): Surroundings {
  const sources = lastAsked((path) => read(path, disk.isFile(path)));
  return {
    list: once(async (uri) => [...disk.list(URI.parse(uri).fsPath).keys()]),
    realUri: once(async (uri) => URI.file(disk.realPath(URI.parse(uri).fsPath)).toString()),
    sourceOf: async (uri) => sources.ask(URI.parse(uri).fsPath),
    open: sources.open,
  };
}

/**
 * What others ask for once they ask for again, as long as files of the same directory, or of one below it, are opened.
 * Nothing else is kept: memory stays flat.
 */
function lastAsked(read: (path: string) => Source | undefined) {
  const kept = new Map<string, Source | undefined>();
  const known = (path: string) => (kept.has(path) ? kept.get(path) : read(path));
  let directory = '';
  const enter = (next: string) => {
    directory = next;
    for (const path of kept.keys()) if (!`${next}${sep}`.startsWith(dirname(path) + sep)) kept.delete(path);
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

function read(path: string, isFile: boolean): Source | undefined {
  const text = readText(path, isFile);
  return text === undefined ? undefined : readSource(slashed(path), text);
}
