import { type Dirent, existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { realPath } from './files';
import { recent } from './recent';

/** What an entry of a directory is; `other` for what holds no text: sockets, devices. */
export type EntryKind = 'file' | 'directory' | 'link' | 'other';

/** The entries of a directory by name, in the order of the disk. */
export type Listing = ReadonlyMap<string, EntryKind>;

/**
 * The disk as one run sees it: what the listing of a directory says is not asked again while files near it are read.
 * Thousands of files ask the same of the same directories.
 */
export interface Disk {
  /** What is in a directory; nothing where there is none, or none that may be read. */
  list(directory: string): Listing;
  /** Whether it was listed as a file. */
  isFile(path: string): boolean;
  /** Whether a directory has something of a name, links followed. */
  has(directory: string, name: string): boolean;
  /** The path without links and in the letters of the disk; the path itself where there is nothing. */
  realPath(path: string): string;
}

/** More than what stands around some files that are read ahead; the others are listed again. */
const mostListings = 128;

/** Paths are absolute, without a separator at the end. */
export function openDisk(): Disk {
  const listings = recent<Listing>(mostListings);
  const real = recent<string>(mostListings);
  let last = '';
  let lastListing: Listing | undefined;
  /** The same directory is asked for many times in a row. */
  const listingOf = (directory: string) => {
    if (directory !== last) lastListing = listings.get(directory);
    last = directory;
    return lastListing;
  };
  const list = (directory: string) => {
    lastListing = listingOf(directory) ?? listings.set(directory, listed(directory));
    return lastListing;
  };
  /** Only directories that were listed for their own sake: those above may be huge. */
  const kindOf = (path: string) => listingOf(dirname(path))?.get(basename(path));
  const realDirectory = (path: string): string => real.get(path) ?? real.set(path, realOf(path));
  const realOf = (path: string): string =>
    isReal(kindOf(path)) ? below(realDirectory(dirname(path)), path) : realPath(path);
  return {
    list,
    isFile: (path) => kindOf(path) === 'file',
    has(directory, name) {
      const listing = listingOf(directory);
      const kind = listing?.get(name);
      if (isReal(kind)) return true;
      const isAbsent = listing?.size && !kind && !isSpelled(name, listing);
      return !isAbsent && existsSync(join(directory, name));
    },
    realPath: realOf,
  };
}

/** Something in a directory, whose real path most often is the one that it was asked by. */
const below = (real: string, path: string) => (dirname(path) === real ? path : join(real, basename(path)));

/** No link: it is where it stands. */
const isReal = (kind: EntryKind | undefined) => kind === 'file' || kind === 'directory';

/** Where the disk does not tell letters by their case, another spelling may be meant. */
function isSpelled(name: string, listing: Listing): boolean {
  const wanted = name.toLowerCase();
  for (const one of listing.keys()) if (one.length === name.length && one.toLowerCase() === wanted) return true;
  return false;
}

function listed(directory: string): Listing {
  try {
    return new Map(readdirSync(directory, { withFileTypes: true }).map((entry) => [entry.name, kindOfEntry(entry)]));
  } catch {
    return new Map();
  }
}

function kindOfEntry(entry: Dirent): EntryKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'directory';
  return entry.isSymbolicLink() ? 'link' : 'other';
}
