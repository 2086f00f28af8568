import { replaceChart } from '../fixes/chart';
import { replaceInPlace } from '../fixes/inPlace';
import { insertAtEnd } from '../fixes/insertion';
import type { Dependency, Edit, FileKind, Replacement, Source } from '../model';
import { hashComment } from '../policy/comment';
import { indentedExtent } from '../policy/extent';
import { keySlot } from '../slots/keys';
import { parseImage } from '../syntax/image';
import { childOf, type Entry, literal, scanYaml } from '../syntax/yaml';
import { entriesAt } from '../syntax/yamlPath';
import { chartDependency } from './charts';
import { readManifests } from './templates';

/** What Kustomize puts together: the charts that it renders, and the images that it puts in the place of others. */
export const kustomize: FileKind = {
  id: 'kustomize',
  matches: ({ path }) => /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(path),
  read,
  replace,
  insert: insertAtEnd,
  extent: indentedExtent,
  comment: hashComment,
  slotAt: (text, offset) => keySlot(text, offset, read),
};

/** Under `name` stands which image is meant: it cannot become another one. */
function replace(source: Source, dependency: Dependency, by: Replacement): Edit | undefined {
  if (dependency.ecosystem === 'helm') return replaceChart(source, dependency, by);
  const isNew = /\bnewName["']?[ \t]*:[ \t]*["']?$/.test(source.text.slice(0, dependency.nameSpan.start).slice(-99));
  return isNew ? replaceInPlace(source, dependency, by) : undefined;
}

function read(text: string): readonly Dependency[] {
  const entries = scanYaml(text);
  const charts = entriesAt(entries, 'helmCharts.-').flatMap((map) => chartIn(text, entries, map) ?? []);
  const images = entriesAt(entries, 'images.-').flatMap((map) => imageIn(entries, map) ?? []);
  const objects = readManifests(entries).filter((one) => one.ecosystem === 'k8s-api');
  return [...objects, ...charts, ...images].sort((one, other) => one.nameSpan.start - other.nameSpan.start);
}

function chartIn(text: string, entries: readonly Entry[], map: Entry): Dependency | undefined {
  const [name, repo, version] = ['name', 'repo', 'version'].map((key) => literal(childOf(entries, key, map)));
  // Without a repository it lies in a folder beside.
  return name?.value && repo?.value ? chartDependency(text, name, repo, version) : undefined;
}

/** The image that is used in the end: the new one, or the old at a new tag. */
function imageIn(entries: readonly Entry[], map: Entry): Dependency | undefined {
  const [old, other, tag] = ['name', 'newName', 'newTag'].map((key) => literal(childOf(entries, key, map)));
  const written = other ?? old;
  const image = written && parseImage(written.value);
  if (!image || written.value.length !== image.nameSpan.end) return undefined;
  const version = tag?.value ? { version: tag } : {};
  return { ecosystem: 'image', name: image.name, nameSpan: written.span, scope: 'image', ...version };
}
