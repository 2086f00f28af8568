import { URI } from 'vscode-uri';
import { readSource } from '../core/files';
import type { Source } from '../core/model';
import type { Vicinity } from '../host/neighbours';
import type { Disk } from './disk';
import { readText } from './files';

/** What stands around the files of a run. Thousands of files look at the same directories: each is asked once. */
export function openVicinity(disk: Disk): Vicinity {
  const listed = new Map<string, Promise<readonly string[]>>();
  const real = new Map<string, Promise<string>>();
  return {
    list(uri) {
      const known = listed.get(uri) ?? Promise.resolve([...disk.list(URI.parse(uri).fsPath).keys()]);
      listed.set(uri, known);
      return known;
    },
    realUri(uri) {
      const known = real.get(uri) ?? Promise.resolve(URI.file(disk.realPath(URI.parse(uri).fsPath)).toString());
      real.set(uri, known);
      return known;
    },
    sourceOf: lastRead((uri) => read(URI.parse(uri).fsPath)),
  };
}

/** Files of one directory follow each other: the sources of the last ones are kept, so that memory stays flat. */
function lastRead(read: (uri: string) => Source | undefined): Vicinity['sourceOf'] {
  const kept = new Map<string, Promise<Source | undefined>>();
  return (uri) => {
    const known = kept.get(uri);
    if (known) return known;
    const source = read(uri);
    const result = Promise.resolve(source);
    // No more than one large text is held at a time.
    if ((source?.text.length ?? 0) < 200_000) kept.set(uri, result);
    const [oldest] = kept.keys();
    if (kept.size > 200 && oldest !== undefined) kept.delete(oldest);
    return result;
  };
}

function read(path: string): Source | undefined {
  const text = readText(path);
  return text === undefined ? undefined : readSource(URI.file(path).path, text);
}
