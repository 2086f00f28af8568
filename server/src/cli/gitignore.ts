import { sep } from 'node:path';
import ignore from 'ignore';

/** What a `.gitignore` says of a path: to leave it out, to take it back in, or neither. */
export interface Ignoring {
  readonly ignored: boolean;
  readonly unignored: boolean;
}

/** A `.gitignore`. */
export interface Rules {
  /** Says something of a path below its directory, none of whose directories it has left out; `name` is its last part. */
  test(path: string, name: string, isDirectory: boolean): Ignoring;
}

/** As git has it by itself (`core.ignorecase`), for the disks that these systems come with. */
const ignoresCase = process.platform === 'darwin' || process.platform === 'win32';

/**
 * The rules of a directory's `.gitignore` for all that is walked from a root on, which may itself be left out: who names
 * it wants it, and yet not what is in it.
 */
export function rulesOf(directory: string, text: string, root: string): Rules {
  const rules = ignore({ ignorecase: ignoresCase }).add(text);
  const test = (path: string, _: string, isDirectory: boolean) =>
    rules.test(wayTo(directory, path) + (isDirectory ? '/' : ''));
  const isRootOut = root.length > directory.length && test(root, '', true).ignored;
  return isOfNames(text) && !isRootOut ? { test: byName(test) } : { test };
}

/** Thousands of paths have the same few names. */
function byName(test: Rules['test']): Rules['test'] {
  const [files, directories] = [new Map<string, Ignoring>(), new Map<string, Ignoring>()];
  return (path, name, isDirectory) => {
    const said = isDirectory ? directories : files;
    const known = said.get(name) ?? test(path, name, isDirectory);
    said.set(name, known);
    return known;
  };
}

/** Nothing, a comment, or a pattern that is about names in any directory and takes nothing back in. */
const ofNames = /^(?:\s*|#.*|[^!#/\\\s][^/\\]*(?:\/\s*)?)$/;

const isOfNames = (text: string) => text.split(/\r?\n/).every((line) => ofNames.test(line));

/** The path from a directory, with `/`. */
function wayTo(directory: string, path: string): string {
  const way = path.slice(directory.length).replace(/^[\\/]/, '');
  return sep === '/' ? way : way.split(sep).join('/');
}
