import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

type Environment = Readonly<Record<string, string>>;

/** What a process needs of ours; nothing of the CI that these tests may run in. */
const inherited = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => /^(path|systemroot|comspec|temp|tmp|tmpdir)$/i.test(name)),
);

const someone: Environment = {
  ...{ GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: devNull },
  ...{ GIT_AUTHOR_NAME: 'a', GIT_AUTHOR_EMAIL: 'a@a', GIT_COMMITTER_NAME: 'a', GIT_COMMITTER_EMAIL: 'a@a' },
};

/** The bin, as the build made it. */
export const bin = resolve('dist/cli.js');

/** A temporary folder in which the real command line and git run. */
export type Folder = ReturnType<typeof makeFolder>;

export function makeFolder() {
  const root = realpathSync.native(mkdtempSync(join(tmpdir(), 'stack-guidance-')));
  const start = (program: string, args: readonly string[], env: Environment, cwd: string) => {
    const options = {
      cwd: join(root, cwd),
      encoding: 'utf8',
      maxBuffer: 1e8,
      env: { ...inherited, ...someone, ...env },
    } as const;
    const { status, stdout, stderr } = spawnSync(program, args, options);
    return { status, stdout, stderr };
  };
  return {
    root,
    remove: () => rmSync(root, { recursive: true, force: true }),
    read: (path: string) => readFileSync(join(root, path), 'utf8'),
    bytes: (path: string) => readFileSync(join(root, path)),
    write(path: string, text: string | Buffer) {
      mkdirSync(join(root, path, '..'), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    run: (args: readonly string[], env: Environment = {}, cwd = '.') =>
      start(process.execPath, [bin, ...args], env, cwd),
    /** A line of POSIX shell. */
    shell: (script: string, env: Environment = {}, cwd = '.') => start('sh', ['-euc', script], env, cwd),
    git(...args: string[]) {
      const { status, stderr } = start('git', args, {}, '.');
      if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    },
  };
}

/** A package.json of some dependencies, a line for each. */
export const manifest = (...names: string[]) =>
  `{\n  "dependencies": {\n${names.map((name) => `    "${name}": "1"`).join(',\n')}\n  }\n}\n`;

/** `api/package.json:3 mysql` for each finding of a JSON report. */
export const placesIn = (report: string): string[] =>
  JSON.parse(report).findings.map(
    ({ file, line, technology }: { file: string; line: number; technology: string }) => `${file}:${line} ${technology}`,
  );
