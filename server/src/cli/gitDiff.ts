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
    for (let number = 0; number < Number(count); number++) added.add(Number(first) + number);
    // What follows is content, which may look like a header.
    at = skip(lines, at, Number(removed) + Number(count));
  }
  return files;
}

/** The place of the last of so many lines of content; remarks (`\ No newline at end of file`) do not count. */
function skip(lines: readonly string[], from: number, count: number): number {
  let at = from;
  for (let left = count; left > 0 && at + 1 < lines.length; at++) if (!lines[at + 1]?.startsWith('\\')) left--;
  return at;
}

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
