/** Lines of a file, from 1: all of them, or each that was added or changed. */
export type Lines = 'all' | ReadonlySet<number>;

/**
 * The added and changed lines of each file of a patch without context (`git diff --unified=0`), by its new path as git
 * writes it: from the top of the repository, with `/`. A file that is only renamed has none.
 */
export function addedLines(patch: string): Map<string, Set<number>> {
  const files = new Map<string, Set<number>>();
  let added = new Set<number>();
  const lines = patch.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    if (line.startsWith('+++ ')) added = open(files, pathOf(line.slice(4)));
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (!hunk) continue;
    const [, removed = '1', first = '0', count = '1'] = hunk;
    // What follows is content, which may look like a header.
    const content = contentFrom(lines, at + 1, Number(removed) + Number(count));
    for (const index of newIn(content)) added.add(Number(first) + index);
    at += content.length;
  }
  return files;
}

/** So many lines of content, with the remarks (`\ No newline at end of file`) between them. */
function contentFrom(lines: readonly string[], from: number, count: number): string[] {
  let to = from;
  for (let left = count; left > 0 && to < lines.length; to++) if (!lines[to]?.startsWith('\\')) left--;
  return lines.slice(from, to);
}

/**
 * Which of the added lines of a hunk are new, from 0. One that was there before is not: a new last dependency puts a
 * comma after the one that was the last, and other tools indent or end lines in another way.
 */
function newIn(content: readonly string[]): number[] {
  const removed = new Map<string, number>();
  for (const line of content.filter((one) => one.startsWith('-')))
    removed.set(essence(line), (removed.get(essence(line)) ?? 0) + 1);
  const added = content.filter((line) => line.startsWith('+'));
  return added.flatMap((line, index) => {
    const left = removed.get(essence(line)) ?? 0;
    removed.set(essence(line), left - 1);
    return left > 0 ? [] : [index];
  });
}

const essence = (line: string) => line.slice(1).trim().replace(/,$/, '');

function open(files: Map<string, Set<number>>, path: string | undefined): Set<number> {
  const lines = new Set<number>();
  if (path !== undefined) files.set(path, lines);
  return lines;
}

/** `b/a file.tf<tab>`, `"b/say \"hi\".tf"`; undefined for `/dev/null`, a deleted file. */
function pathOf(written: string): string | undefined {
  const name = written.replace(/\t$/, '');
  const path = name.startsWith('"') ? unquoted(name.slice(1, -1)) : name;
  return path.startsWith('b/') ? path.slice(2) : undefined;
}

const escapes: Readonly<Record<string, string>> = { a: '\x07', b: '\b', t: '\t', n: '\n', v: '\v', f: '\f', r: '\r' };

/** Undoes the quoting of C; git quotes bytes above 127 only where `core.quotePath` says so. */
const unquoted = (text: string) =>
  text.replace(/\\([0-7]{3}|.)/g, (_, code: string) =>
    code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
  );
