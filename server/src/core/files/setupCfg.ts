import { lineAt } from '../fixes/changes';
import { isThere, replaceRequirement, taken } from '../fixes/python';
import type { Dependency, FileKind, Scope } from '../model';
import { hashComment } from '../policy/comment';
import { indentedExtent } from '../policy/extent';
import { slotInLines } from '../slots/requirements';
import { pypi, readRequirement, versionStyles } from '../syntax/requirement';
import { lineEnd, nextLine } from '../syntax/yamlText';

/** The declarations of setuptools: lists of requirements, one a line. Snippets have no place of their own there. */
export const setupCfg: FileKind = {
  id: 'setup-cfg',
  matches: ({ path }) => /(?:^|\/)setup\.cfg$/.test(path),
  read,
  replace: (source, dependency, by) =>
    isThere(source, dependency, by)
      ? taken(lineAt(source.text, dependency.nameSpan.start))
      : replaceRequirement(source, dependency, by, versionStyles.project),
  insert: () => undefined,
  extent: indentedExtent,
  comment: hashComment,
  slotAt: (text, offset) => slotInLines(text, offset, read, versionStyles.project),
};

const lists: ReadonlyMap<string, Scope> = new Map([
  ['install_requires', 'dependencies'],
  ['tests_require', 'devDependencies'],
]);

function read(written: string): Dependency[] {
  const text = written.includes('\r') ? written.replace(/\r(?!\n)/g, '\n') : written;
  const found: Dependency[] = [];
  let section = '';
  let scope: Scope | undefined;
  for (let at = 0; at < text.length; at = nextLine(text, at)) {
    const end = lineEnd(text, at);
    const line = text.slice(at, end);
    const [, key, header] = /^(?:([^\s=:#;[]+)[ \t]*[=:]|\[([^\]]*)\])/.exec(line) ?? [];
    if (header !== undefined) section = header.trim();
    if (key || header !== undefined) scope = key ? scopeOf(section, key) : undefined;
    const requirement = scope && /^[ \t]/.test(line) ? readRequirement(text, at, end) : undefined;
    if (requirement && scope) found.push(pypi(text, requirement, scope));
  }
  return found;
}

function scopeOf(section: string, key: string): Scope | undefined {
  if (section === 'options.extras_require') return 'optionalDependencies';
  return section === 'options' ? lists.get(key) : undefined;
}
