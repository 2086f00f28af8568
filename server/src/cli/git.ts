import type { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { manifestGlobs } from '../core/files';
import { realPath } from './files';
import { addedLines, type Lines } from './gitDiff';
import type { TextsOfCli } from './texts';

/** Only what a kind of ours may be called: nobody waits for the diff of an archive. */
const pathspecs = manifestGlobs.map((glob) => `:(top,icase,glob)**/${glob}`);

/**
 * What has changed since the merge base of HEAD with a ref, commits, index and working tree together: the lines of each
 * file, by its real path. Files that git does not know yet are new.
 *
 * @param directories where the checked files are; each may be in a repository of its own
 * @throws with git's own message
 */
export async function changedSince(
  ref: string,
  directories: readonly string[],
  texts: TextsOfCli,
): Promise<Map<string, Lines>> {
  // Most runs start no program, and would wait for what that needs.
  const { spawnSync: run } = await import('node:child_process');
  const tops = new Set(directories.map((directory) => repositoryOf(directory)));
  return new Map([...tops].flatMap((top) => [...changedIn(top, ref, { run, texts })]));
}

/** How git is started, and what is said where it fails. */
interface Git {
  readonly run: typeof spawnSync;
  readonly texts: TextsOfCli;
}

function changedIn(top: string, ref: string, how: Git): Map<string, Lines> {
  const filters = withoutFilters(runGit(namesOfFilters, top, how), how);
  const git = (...args: string[]) => runGit([...filters, ...args], top, how);
  // A ref may begin with a dash; it is never an option.
  const base = git('merge-base', '--end-of-options', ref, 'HEAD').trim();
  if (!base) throw new Error(how.texts.problem.noMergeBase(ref));
  const patch = git('diff', ...diffOptions, base, '--', ...pathspecs);
  const untracked = git('ls-files', '--others', '--exclude-standard', '-z', '--', ...pathspecs).split('\0');
  const real = (path: string) => realPath(join(top, path));
  const added = [...addedLines(patch)].map(([path, lines]) => [real(path), lines] as const);
  const created = untracked.filter(Boolean).map((path) => [real(path), 'all'] as const);
  return new Map<string, Lines>([...added, ...created]);
}

/** What the user's configuration of git may have changed is said here, so that the patch can be read. */
const diffOptions = [
  '--unified=0',
  '--inter-hunk-context=0',
  '--find-renames',
  '--text',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--no-relative',
  '--ignore-submodules=all',
  '--diff-filter=d',
  '--src-prefix=a/',
  '--dst-prefix=b/',
];

const namesOfFilters = ['config', '--null', '--show-scope', '--name-only', '--get-regexp', '^filter\\.'];

/**
 * Options without the filters that a repository's own configuration names, which are programs: who checks a tree does not
 * want to start what came with it. Those of the user (Git LFS) stay.
 *
 * @throws where a filter has a name that no option can say
 */
function withoutFilters(listed: string, { texts }: Git): string[] {
  const parts = listed.split('\0');
  const named = parts.flatMap((name, at) =>
    at % 2 && parts[at - 1] !== 'global' && parts[at - 1] !== 'system' ? [name] : [],
  );
  const drivers = new Set(named.map((name) => name.slice(0, name.lastIndexOf('.'))));
  return [...drivers].flatMap((driver) => {
    if (driver.includes('=')) throw new Error(texts.problem.git(driver));
    return ['clean=', 'process=', 'required=false'].flatMap((setting) => ['-c', `${driver}.${setting}`]);
  });
}

/** Nothing is fetched that a partial clone lacks: git would do that with whatever the repository names. */
const withoutFetching = { GIT_ALLOW_PROTOCOL: '', GIT_NO_LAZY_FETCH: '1' };

/** Without a shell; nothing in the repository is written, and no monitor that its configuration names is started. */
function runGit(args: readonly string[], cwd: string, { run, texts }: Git): string {
  // Windows would look for git.exe in the directory that is checked first.
  process.env.NoDefaultCurrentDirectoryInExePath ??= '1';
  const { status, stdout, stderr, error } = run(
    'git',
    ['-c', 'core.quotePath=false', '-c', 'core.fsmonitor=false', ...args],
    {
      cwd,
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
      windowsHide: true,
      env: { ...process.env, GIT_OPTIONAL_LOCKS: '0', ...withoutFetching },
    },
  );
  if (error) throw new Error(texts.problem.noGit(error.message));
  // merge-base says with 1, and nothing else, that there is none.
  if (status !== 0 && !(status === 1 && !stderr)) throw new Error(texts.problem.git(firstLine(stderr)));
  return stdout;
}

const firstLine = (text: string) =>
  text
    .trim()
    .split('\n')[0]
    ?.replace(/^fatal: /, '') ?? '';

/** The nearest directory above that holds `.git`; the directory itself where there is none, and git will say so. */
function repositoryOf(directory: string): string {
  for (let at = directory; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return directory;
  }
}
