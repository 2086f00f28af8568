import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What `terraform fmt` or `tofu fmt` would change, as a diff; undefined where neither is installed. */
export function formatterDiff(texts: readonly string[]): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'sg-fmt-'));
  try {
    for (const [index, text] of texts.entries()) writeFileSync(join(folder, `${index}.tf`), text);
    const env = { ...process.env, CHECKPOINT_DISABLE: '1', TF_CLI_CONFIG_FILE: '' };
    for (const program of ['terraform', 'tofu']) {
      const run = spawnSync(program, ['fmt', '-check', '-diff', folder], { encoding: 'utf8', env });
      if (!run.error) return run.status === 0 || run.status === 3 ? run.stdout : run.stderr;
    }
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * What of a text is not as `terraform fmt` writes it, each as `line: reason`: two spaces for each level, the equals signs
 * of neighbouring lines in one column. Knows no comments and no heredocs but `<<-`.
 */
export function misformatted(text: string): string[] {
  const lines = text.split('\n');
  const state: State = { levels: [], heredoc: undefined, aligned: [] };
  const problems = lines.flatMap((line, index) => checkLine(line, index + 1, state));
  return [...problems, ...closeAligned(state)];
}

interface Assignment {
  readonly line: number;
  readonly key: string;
  readonly column: number;
}

interface State {
  /** How many brackets each line has opened that has not been closed: together they are one level. */
  levels: number[];
  heredoc: string | undefined;
  /** The neighbouring lines whose equals signs have to stand in one column. */
  aligned: Assignment[];
}

function checkLine(line: string, number: number, state: State): string[] {
  if (state.heredoc !== undefined) {
    if (line.trim() === state.heredoc) state.heredoc = undefined;
    return closeAligned(state);
  }
  const code = withoutStrings(line);
  const change = brackets(code);
  if (change < 0) close(state.levels, -change);
  const indent = '  '.repeat(state.levels.length);
  if (change > 0) state.levels.push(change);
  state.heredoc = /<<-?(\w+)$/.exec(code)?.[1];
  const spaces = line !== '' && (/\s$/.test(line) || !new RegExp(`^${indent}\\S`).test(line));
  return [...(spaces ? [`${number}: spaces`] : []), ...checkAssignment(line, code, number, state)];
}

function close(levels: number[], brackets: number): void {
  for (let left = brackets; left > 0 && levels.length; ) {
    const opened = levels.pop() ?? 0;
    if (opened > left) levels.push(opened - left);
    left -= opened;
  }
}

/** A value that goes on in the next lines ends a run of assignments, and does not belong to it. */
function checkAssignment(line: string, code: string, number: number, state: State): string[] {
  const [, key = '', gap = '', rest = ''] = /^(\s*(?:[\w-]+|"[^"]*"))( *)=(?!=)(.*)$/.exec(line) ?? [];
  const wrong = key && !/^ \S/.test(rest) ? [`${number}: one space after the equals sign`] : [];
  if (key && brackets(code) === 0) {
    state.aligned.push({ line: number, key, column: key.length + gap.length });
    return wrong;
  }
  const alone = key && gap !== ' ' ? [`${number}: one space before the equals sign`] : [];
  return [...closeAligned(state), ...wrong, ...alone];
}

function closeAligned(state: State): string[] {
  const column = Math.max(...state.aligned.map(({ key }) => key.length)) + 1;
  const wrong = state.aligned.filter((one) => one.column !== column);
  state.aligned = [];
  return wrong.map(({ line }) => `${line}: the equals sign is not in the column of its neighbours`);
}

/** Strings as long as they were, of underscores. */
const withoutStrings = (line: string) => line.replace(/"(?:[^"\\]|\\.)*"/g, (string) => '_'.repeat(string.length));

const brackets = (code: string) => (code.match(/[[({]/g)?.length ?? 0) - (code.match(/[\])}]/g)?.length ?? 0);
