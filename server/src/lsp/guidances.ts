import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI, Utils } from 'vscode-uri';
import type { Bundled } from '../core/catalog/bundled';
import type * as assistants from '../core/features/assistants';
import type { compileGuidance, Guidance, OwnFile, pathsIn, Reading } from '../core/guidance/guidance';
import type { Locale } from '../core/model';
import { dayOf } from '../core/policy/policy';
import { configurationName, type Limits, lookWith, type Place, searchWith } from '../host/boundary';
import { readOwnTexts } from '../host/guidance';
import type { Host } from '../host/host';
import { isSame, mayBeChecked, openDocument, pathOf } from './documents';
import { openTold } from './ownFiles';

/** What reads Markdown and YAML of organisations. It is loaded with the first configuration: most never need it. */
export interface Readers {
  readonly pathsIn: typeof pathsIn;
  readonly compileGuidance: typeof compileGuidance;
  readonly assistants: typeof assistants;
}

/** What governs a document. */
export interface Governing extends Guidance {
  /** URI of the configuration. */
  readonly uri: string;
  /** URI of the stack document; undefined where it is the bundled one. */
  readonly document: string | undefined;
}

/** The configurations of all open documents, each read once and again when something that it leads to changes. */
export interface Guidances {
  /** Null where there is no configuration, undefined where it was never valid. At once where it is known. */
  of(uri: string): Known | Promise<Known>;
  /** The nearest configuration, valid or not. */
  placeOf(uri: string): Promise<Place | undefined>;
  /** A file of a configuration that was read: its document, its technologies, itself. */
  own(uri: string): OwnFile | undefined;
  /** The same as it is now: what is being read is waited for. */
  read(uri: string): Promise<OwnFile | undefined>;
  /** A file has another content, on the disk or in the editor. */
  changed(uri: string): void;
  /** An editor shows a file, and may have forgotten what is wrong with it. */
  opened(uri: string): void;
  /** A file appeared or went. */
  moved(uri: string): void;
  /** The folders, their trust or the language changed: everything is read again. */
  reset(): void;
}
type Known = Governing | null | undefined;

/** The search for the configuration of a directory. */
interface Search {
  found: Place | undefined;
  isDone: boolean;
  readonly all: Promise<Place | undefined>;
}

interface Entry {
  readonly place: Place;
  reading: Reading | undefined;
  /** The last valid one stays in force. */
  good: Governing | undefined;
  loading: Promise<void> | undefined;
  isStale: boolean;
}

/** What the guidances need of a session. */
export interface Surroundings {
  readonly connection: Connection;
  readonly host: Host;
  readonly documents: TextDocuments<TextDocument>;
  bundled(): Bundled;
  readers(): Promise<Readers>;
  limits(): Limits;
  locale(): Locale;
  /** Something else governs now: open documents are to be checked again. */
  onChange(): void;
}

export function openGuidances(around: Surroundings): Guidances {
  /** By directory. */
  const places = new Map<string, Search>();
  const entries = new Map<string, Entry>();
  const told = openTold(around.connection);
  let resets = 0;
  const host: Host = {
    ...around.host,
    readText: async (uri) => openDocument(around.documents, uri)?.getText() ?? (await around.host.readText(uri)),
  };

  const newSearch = () => searchWith(lookWith(host), around.limits());
  let nearest: ReturnType<typeof newSearch> | undefined;

  function searchFor(uri: string): Search {
    const known = places.get(directoryIn(uri));
    if (known) return known;
    const directory = directoryOf(uri, around.limits());
    nearest ??= newSearch();
    const search: Search = {
      found: undefined,
      isDone: false,
      all: nearest(directory),
    };
    places.set(directoryIn(uri), search);
    search.all.then(
      (found) => Object.assign(search, { found, isDone: true }),
      () => places.delete(directoryIn(uri)), // Whoever waits for it is told.
    );
    return search;
  }

  function entryOf(place: Place): Entry {
    const known = entries.get(place.configuration);
    if (known) return known;
    const entry: Entry = { place, reading: undefined, good: undefined, loading: undefined, isStale: false };
    entries.set(place.configuration, entry);
    entry.loading = load(entry);
    return entry;
  }

  async function load(entry: Entry): Promise<void> {
    try {
      do await readOnce(entry);
      while (entry.isStale);
    } catch (error) {
      around.connection.console.error(`configuration: ${error}`);
    }
    entry.loading = undefined;
  }

  async function readOnce(entry: Entry): Promise<void> {
    entry.isStale = false;
    const { pathsIn, compileGuidance } = await around.readers();
    const written = await readOwnTexts(entry.place, host, pathsIn);
    // Between two versions of a file there is none for a moment.
    if (entry.good && written.configuration.text === undefined) return;
    const reading = compileGuidance(written, around.bundled(), around.locale(), dayOf(Date.now()));
    entry.reading = reading;
    tell();
    const document = written.document?.uri;
    if (reading.guidance) entry.good = { ...reading.guidance, document, uri: entry.place.configuration };
  }

  /** Who waits for a reading that is under way gets the one after it: they are told once, however much is typed. */
  function reload(entry: Entry): void {
    entry.isStale = true;
    if (entry.loading) return;
    entry.loading = load(entry);
    void entry.loading.then(around.onChange);
  }

  /** Not before all is read again that was forgotten: what stays as it was does not flicker. */
  function tell(): void {
    if (!resets) told.tell([...entries.values()].flatMap(({ reading }) => reading ?? []));
  }

  function forget(): void {
    places.clear();
    nearest = undefined;
    entries.clear();
    resets++;
    const open = around.documents.all().filter(({ uri }) => mayBeChecked(uri));
    void Promise.allSettled(open.map(async ({ uri }) => of(uri))).then(() => {
      resets--;
      tell();
    });
    around.onChange();
  }

  function changed(uri: string): void {
    for (const entry of entries.values()) if (concerns(entry, uri)) reload(entry);
  }

  const known = (place: Place | undefined): Known | Promise<Known> => {
    if (!place) return null;
    const entry = entryOf(place);
    return entry.good ?? (entry.loading ? entry.loading.then(() => entry.good) : undefined);
  };

  function of(uri: string): Known | Promise<Known> {
    const { found, isDone, all } = searchFor(uri);
    return isDone ? known(found) : all.then(known);
  }

  function own(uri: string): OwnFile | undefined {
    const governing = places.get(directoryIn(uri))?.found?.configuration;
    const rank = ({ place }: Entry) => (place.configuration === governing ? 0 : 1);
    const all = [...entries.values()].sort((one, other) => rank(one) - rank(other));
    return all.flatMap(({ reading }) => reading?.files ?? []).find((one) => isSame(one.uri, uri));
  }

  async function read(uri: string): Promise<OwnFile | undefined> {
    await of(uri);
    await Promise.all([...entries.values()].map(({ loading }) => loading));
    return own(uri);
  }

  return {
    ...{ of, own, read, changed },
    opened(uri) {
      const file = own(uri);
      if (!file) return;
      told.forget(file.uri);
      tell();
    },
    placeOf: (uri) => searchFor(uri).all,
    moved: (uri) => (uri.endsWith(`/${configurationName}`) ? forget() : changed(uri)),
    reset: forget,
  };
}

/** As the URI has it, without taking it apart: what is asked for each document. */
const directoryIn = (uri: string) => uri.slice(0, uri.lastIndexOf('/') + 1) || uri;

/** What has no place of its own belongs to the first folder. */
function directoryOf(uri: string, { folders }: Limits): string {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'untitled' && folders[0] ? folders[0] : Utils.dirname(parsed).toString();
}

/** A file that was read, or one that may be the next of its technologies. */
function concerns({ place, reading }: Entry, uri: string): boolean {
  const own = `${pathOf(place.configuration).slice(0, -configurationName.length)}.stack-guidance/`;
  if (pathOf(uri).startsWith(own) || isSame(uri, place.configuration)) return true;
  return reading?.reads.some((one) => isSame(one, uri)) ?? true;
}
