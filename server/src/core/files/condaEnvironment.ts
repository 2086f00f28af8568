import { lineAt } from '../fixes/changes';
import { insertItem } from '../fixes/insertion';
import { isThere, replaceRequirement, taken } from '../fixes/python';
import type { Dependency, FileKind, FileName } from '../model';
import { hashComment } from '../policy/comment';
import { lineExtent } from '../policy/extent';
import { slotInCondaEnvironment } from '../slots/condaEnvironment';
import { pypi, type Requirement, readRequirement, styleOf } from '../syntax/requirement';
import { children, type Entry, literal, scanYaml } from '../syntax/yaml';

/** Conda's environments: packages of its channels, and below `pip` those of the Python index. */
export const condaEnvironment: FileKind = {
  id: 'conda-environment',
  matches: ({ path, head }: FileName) =>
    /(?:^|[/_.-])(?:environment|conda|env)[^/]*\.ya?ml$/.test(path) && isConda(head),
  read: (text) => {
    const entries = scanYaml(text);
    const lists = children(entries).filter(({ key }) => key === 'dependencies');
    return lists.flatMap((list) => children(entries, list)).flatMap((item) => packagesIn(text, entries, item));
  },
  replace: (source, dependency, by) =>
    isThere(source, dependency, by)
      ? taken(lineAt(source.text, dependency.nameSpan.start))
      : replaceRequirement(source, dependency, by, styleOf(dependency.ecosystem)),
  insert: insertItem,
  extent: lineExtent,
  comment: hashComment,
  slotAt: (text, offset) => slotInCondaEnvironment(text, offset, condaEnvironment.read),
};

/** Other programs have environments, and other files dependencies: Conda's have channels, Python or pip. */
const isConda = (head: string) =>
  /^\ufeff?dependencies[ \t]*:/m.test(head) &&
  /^(?:channels[ \t]*:|[ \t]*-[ \t]+["']?(?:[\w-]+::)?(?:python|pip)\b)/m.test(head);

function packagesIn(text: string, entries: readonly Entry[], item: Entry): Dependency[] {
  if (item.form !== 'empty') return condaPackage(text, item);
  const pip = children(entries, item).filter(({ key }) => key === 'pip');
  return pip.flatMap((list) => children(entries, list)).flatMap((one) => pipPackage(text, one));
}

function condaPackage(text: string, item: Entry): Dependency[] {
  const requirement = requirementOf(text, item, true);
  if (!requirement || isExported(requirement)) return [];
  const { nameSpan, version } = requirement;
  const name = text.slice(nameSpan.start, nameSpan.end).toLowerCase();
  return [{ ecosystem: 'conda', name, nameSpan, scope: 'dependencies', ...(version && { version }) }];
}

/** One build of one version: nobody writes that, but Conda does, with all that others depend on. */
const isExported = ({ version }: Requirement) => /^==?[^=*]+=[^=*]+$/.test(version?.value ?? '');

function pipPackage(text: string, item: Entry): Dependency[] {
  const requirement = requirementOf(text, item, false);
  return requirement ? [pypi(text, requirement, 'dependencies')] : [];
}

function requirementOf(text: string, item: Entry, isConda: boolean) {
  const written = item.key === undefined ? literal(item) : undefined;
  if (!written || written.value.length !== written.span.end - written.span.start) return undefined;
  return readRequirement(text, written.span.start, written.span.end, isConda);
}
