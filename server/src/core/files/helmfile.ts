import { replaceChart } from '../fixes/chart';
import { insertReleases } from '../fixes/insertion';
import type { Dependency, FileKind, FileName, Located } from '../model';
import { hashComment } from '../policy/comment';
import { indentedExtent } from '../policy/extent';
import { keySlot } from '../slots/keys';
import { maskTemplate } from '../syntax/template';
import { childOf, type Entry, literal, scalar, scanYaml } from '../syntax/yaml';
import { entriesAt } from '../syntax/yamlPath';
import { chartDependency, split } from './charts';
import { isAsWritten } from './references';

/** Releases of charts, declared together. */
export const helmfile: FileKind = {
  id: 'helmfile',
  matches: ({ path, head }: FileName) =>
    /(?:^|\/)helmfile(?:[._-][^/]*)?\.ya?ml(?:\.gotmpl)?$/.test(path) ||
    (/(?:^|\/)helmfile\.d\/.+\.ya?ml(?:\.gotmpl)?$/.test(path) && /^\ufeff?releases[ \t]*:/m.test(head)),
  read,
  replace: replaceChart,
  insert: insertReleases,
  extent: indentedExtent,
  comment: hashComment,
  slotAt: (text, offset) => keySlot(text, offset, read),
};

function read(text: string): readonly Dependency[] {
  const entries = scanYaml(maskTemplate(text));
  const known = repositoriesIn(entries);
  return entriesAt(entries, 'releases.-').flatMap((release) => {
    const chart = literal(childOf(entries, 'chart', release));
    return chart?.value ? [releaseOf(text, chart, literal(childOf(entries, 'version', release)), known)] : [];
  });
}

type Repositories = ReadonlyMap<string, Located>;

function repositoriesIn(entries: readonly Entry[]): Repositories {
  const maps = entriesAt(entries, 'repositories.-');
  return new Map(
    maps.flatMap((map) => {
      const [name, url] = [scalar(entries, 'name', map), scalar(entries, 'url', map)];
      return name && url ? [[name.value, url] as const] : [];
    }),
  );
}

/** `alias/name` of a repository above or of one that Helm knows; `charts` is where people keep their own. */
function releaseOf(text: string, chart: Located, version: Located | undefined, known: Repositories): Dependency {
  const slash = /^[\w.-]*[\w-]\/[\w-]+$/.test(chart.value) ? chart.value.indexOf('/') : -1;
  if (slash < 0 || !isAsWritten(chart)) return chartDependency(text, chart, undefined, version);
  const { repository, name } = split(chart, slash);
  const place = known.get(repository.value) ?? { ...repository, value: `@${repository.value}` };
  const found = chartDependency(text, name, place, version);
  return place.value === '@charts' ? { ...found, skipReason: 'local' } : found;
}
