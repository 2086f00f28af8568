import { replacePackage } from '../fixes/pyproject';
import { insertInTable } from '../fixes/toml';
import { keepLast } from '../keepLast';
import type { FileKind } from '../model';
import { hashComment } from '../policy/comment';
import { tomlExtent } from '../policy/extent';
import { slotInPipfile } from '../slots/pyproject';
import { versionStyles } from '../syntax/requirement';
import { scanToml, tomlAt } from '../syntax/toml';
import { inTable, type Package } from './pythonTables';

/** Pipenv's manifest. */
export const pipfile: FileKind = {
  id: 'pipfile',
  matches: ({ path }) => /(?:^|\/)Pipfile$/.test(path),
  read: (text) => packages(text).map(({ dependency }) => dependency),
  replace: (source, dependency, by) => {
    const found = packagesOf(source.text).find((one) => one.dependency.nameSpan.start === dependency.nameSpan.start);
    return found && replacePackage(source, dependency, by, found.node, versionStyles.pipfile);
  },
  insert: (text, _near, { body, scope }) =>
    insertInTable(text, [scope === 'devDependencies' ? 'dev-packages' : 'packages'], body),
  extent: tomlExtent,
  comment: hashComment,
  slotAt: (text, offset) => slotInPipfile(text, offset, pipfile.read),
};

function packages(text: string): Package[] {
  const { root } = scanToml(text);
  const all = [
    ...inTable(tomlAt(root, 'packages'), 'dependencies'),
    ...inTable(tomlAt(root, 'dev-packages'), 'devDependencies'),
  ];
  return all.sort((one, other) => one.dependency.nameSpan.start - other.dependency.nameSpan.start);
}

/** For fixers, which ask for each of many findings. */
const packagesOf = keepLast(packages);
