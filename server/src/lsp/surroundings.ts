import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { readSource } from '../core/files';
import type { Source } from '../core/model';
import type { Neighbours } from '../core/rules/rule';
import type { Host } from '../host/host';
import { alone, needsOf, readNeighbours, type Vicinity } from '../host/neighbours';
import { pathOf } from './documents';

/** What stands around each open document, read once and again when something there changes. */
export interface Surroundings {
  /** At once where it is known. */
  of(document: TextDocument, source: Source): Neighbours | Promise<Neighbours>;
  /**
   * A file changed, appeared or went: forgets the documents that may have looked at it and returns their URIs.
   *
   * @param byTyping its content changed: whoever only looks at what there is has nothing new to see
   */
  changed(uri: string, byTyping: boolean): string[];
  forget(uri: string): void;
  /** What is looked at, open buffers first. */
  readonly vicinity: Vicinity;
}

/**
 * @param openText the text of an open document; open buffers come before what the host reads.
 * @param folders the workspace folders: nothing above them is looked at.
 */
export function openSurroundings(
  host: Host,
  openText: (uri: string) => string | undefined,
  folders: () => readonly string[],
): Surroundings {
  const known = new Map<string, { readonly needs: string; around: Neighbours | Promise<Neighbours> }>();
  const buffersFirst: Vicinity = {
    list: host.list,
    realUri: host.realUri,
    async sourceOf(uri) {
      const text = openText(uri) ?? (await host.readText(uri));
      return text === undefined ? undefined : readSource(URI.parse(uri).path, text);
    },
  };
  const isTop = (uri: string) => folders().some((folder) => folder.replace(/\/$/, '') === uri.replace(/\/$/, ''));
  return {
    of(document, source) {
      const { uri } = document;
      if (uri.startsWith('untitled:')) return alone;
      const needs = needsOf(source);
      const cached = known.get(uri);
      if (cached?.needs === needs) return cached.around;
      const around = readNeighbours(uri, source, buffersFirst, isTop);
      const entry: { needs: string; around: Neighbours | Promise<Neighbours> } = { needs, around };
      known.set(uri, entry);
      // Later requests get the plain value without waiting.
      around.then(
        (neighbours) => {
          entry.around = neighbours;
        },
        () => known.delete(uri), // Whoever waits for it is told.
      );
      return around;
    },
    changed(uri, byTyping) {
      const looking = [...known].filter(([, { needs }]) => !byTyping || looksAt(needs, uri)).map(([other]) => other);
      const touched = looking.filter((other) => other !== uri && mayLookAt(other, uri));
      for (const other of touched) known.delete(other);
      return touched;
    },
    forget: (uri) => void known.delete(uri),
    vicinity: buffersFirst,
  };
}

/** Whether what `needsOf` says can be about a file of this name. */
function looksAt(needs: string, uri: string): boolean {
  const [ancestors, directory] = needs.split(' ');
  if (/\/(?:package|tsconfig)\.json$/.test(uri)) return ancestors === 'true';
  return directory === 'true' && /\.(?:tf|tofu|tf\.json)$/.test(uri);
}

/** A document looks at its own directory and at those above. */
function mayLookAt(document: string, file: string): boolean {
  const [looking, seen] = [directoryOf(document), directoryOf(file)];
  return looking === seen || looking.startsWith(seen === '/' ? seen : `${seen}/`);
}

const directoryOf = (uri: string) => pathOf(uri).replace(/\/[^/]*$/, '') || '/';
