import { children, type Entry } from './yaml';

/**
 * The entries at a path from the roots of all documents: `*` stands for any key, `-` for any item, a `*` after letters
 * for any rest of a key. `jobs.*.steps.-.uses` are what the steps of all jobs use.
 */
export function entriesAt(entries: readonly Entry[], path: string): readonly Entry[] {
  const [first = '', ...rest] = path.split('.');
  const below = (found: readonly Entry[], key: string) =>
    found.flatMap((entry) => children(entries, entry).filter((one) => fits(one, key)));
  return rest.reduce(
    below,
    children(entries).filter((one) => fits(one, first)),
  );
}

function fits({ key }: Entry, wanted: string): boolean {
  if (wanted === '-') return key === undefined;
  return wanted.endsWith('*') ? !!key?.startsWith(wanted.slice(0, -1)) : key === wanted;
}
