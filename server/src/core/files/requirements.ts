import { insertLastLines, isThere, replaceRequirement, taken } from '../fixes/python';
import { keepLast } from '../keepLast';
import type { Dependency, FileKind, FileName } from '../model';
import { hashComment } from '../policy/comment';
import { lineExtent } from '../policy/extent';
import { slotInRequirements } from '../slots/requirements';
import { pypi, readRequirement, versionStyles } from '../syntax/requirement';
import { lineEnd, nextLine } from '../syntax/yamlText';

/** pip's lists of requirements. Constraints only steer what others ask for. */
export const requirements: FileKind = {
  id: 'python-requirements',
  matches: ({ path, head }: FileName) =>
    !/constraints[^/]*$/.test(path) &&
    (/(?:^|[/_.-])requirements(?:[_.-][^/]*)?\.(?:txt|in)$/.test(path) ||
      (/(?:^|\/)requirements\/[^/]+\.(?:txt|in)$/.test(path) && isRequirements(head))),
  read: (text) => entries(text).map(({ dependency }) => dependency),
  replace: (source, dependency, by) => {
    const entry = entriesOf(source.text).find((one) => one.dependency.nameSpan.start === dependency.nameSpan.start);
    return entry && isThere(source, dependency, by)
      ? taken({ start: entry.start, end: entry.end })
      : replaceRequirement(source, dependency, by, versionStyles.requirements);
  },
  insert: insertLastLines,
  extent: lineExtent,
  comment: hashComment,
  slotAt: (text, offset) => slotInRequirements(text, offset, requirements.read),
};

/** A version with its operator, or another list: a folder of this name may hold anything. */
const isRequirements = (head: string) =>
  /^(?:[A-Za-z0-9][\w.-]*(?:\[[^\]\n]*\])? ?(?:[=~]=|>=?) ?\d|-r[ =])/m.test(head);

/** A requirement with the lines that it has. */
interface Entry {
  readonly dependency: Dependency;
  readonly start: number;
  end: number;
  /** What is said of it after it, in comments too. */
  note: string;
}

function entries(written: string): Entry[] {
  const text = written.includes('\r') ? written.replace(/\r(?!\n)/g, '\n') : written;
  const found: Entry[] = [];
  let last: Entry | undefined;
  let goesOn = false;
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    const isNote = goesOn || /^[ \t]+#/.test(line);
    if (!isNote) last = entryOf(text, at, line);
    if (!isNote && last) found.push(last);
    if (isNote && last) last.note += line;
    if (goesOn && last) last.end = nextLine(text, at);
    goesOn = line.endsWith('\\');
  }
  return found.filter((one) => !isIndirect(one.note));
}

/** For fixers, which ask for each of many findings. */
const entriesOf = keepLast(entries);

function entryOf(text: string, start: number, line: string): Entry | undefined {
  const requirement = readRequirement(text, start, start + line.length);
  const dependency = requirement && pypi(text, requirement, 'dependencies');
  return dependency && { dependency, start, end: nextLine(text, start), note: line.slice(line.indexOf(' ')) };
}

/** Where a program has written the list, it says what each is for: only those of the list before it were chosen. */
const isIndirect = (note: string) =>
  /# *via /.test(note) && !/ -r |\((?:\S*[/\\])?(?:pyproject\.toml|setup\.\w+)\)/.test(note);
