import type { Dependency, Located } from '../model';
import { holdsExpression, hole } from '../syntax/template';
import { childOf, type Entry, literal, scalar } from '../syntax/yaml';
import { entriesAt } from '../syntax/yamlPath';
import { isAsWritten } from './references';

/** Where a kind of object installs a chart. */
interface ChartPlace {
  readonly kinds: readonly string[];
  readonly paths: readonly string[];
  readonly chart: string;
  readonly version: string;
  /** The key of an address; without one the chart comes from a repository that is an object itself. */
  readonly repository?: string;
}

const places: readonly ChartPlace[] = [
  // Argo CD
  {
    kinds: ['Application'],
    paths: ['spec.source', 'spec.sources.-'],
    chart: 'chart',
    version: 'targetRevision',
    repository: 'repoURL',
  },
  {
    kinds: ['ApplicationSet'],
    paths: ['spec.template.spec.source', 'spec.template.spec.sources.-'],
    chart: 'chart',
    version: 'targetRevision',
    repository: 'repoURL',
  },
  // Flux
  { kinds: ['HelmRelease'], paths: ['spec.chart.spec'], chart: 'chart', version: 'version' },
  // Helm's controller in k3s
  { kinds: ['HelmChart'], paths: ['spec'], chart: 'chart', version: 'version', repository: 'repo' },
];

/** What is known of the documents of a text. */
interface Documents {
  readonly text: string;
  readonly entries: readonly Entry[];
  readonly kinds: ReadonlyMap<number, string | undefined>;
  /** The addresses of what Flux takes charts from, by kind and name. */
  readonly sources: ReadonlyMap<string, Entry>;
}

/** The charts that the objects in a text install. It was masked, so that expressions are no literals. */
export function readCharts(text: string, entries: readonly Entry[]): Dependency[] {
  const kinds = new Map(entriesAt(entries, 'kind').map((kind) => [kind.document, kind.value]));
  const documents = { text, entries, kinds, sources: sourcesIn(entries, kinds) };
  const isIn = (map: Entry, wanted: readonly string[]) => wanted.includes(kinds.get(map.document) ?? '');
  const charts = places.flatMap((place) =>
    place.paths
      .flatMap((path) => entriesAt(entries, path))
      .flatMap((map) => (isIn(map, place.kinds) ? (readChart(documents, map, place) ?? []) : [])),
  );
  return [...charts, ...registryCharts(documents)];
}

function sourcesIn(entries: readonly Entry[], kinds: Documents['kinds']): Documents['sources'] {
  const names = new Map(entriesAt(entries, 'metadata.name').map((name) => [name.document, name.value]));
  const urls = entriesAt(entries, 'spec.url');
  return new Map(urls.map((url) => [`${kinds.get(url.document)} ${names.get(url.document)}`, url]));
}

/** `{ kind: HelmRepository, name: bitnami }` as a key of the sources. */
function keyOf(entries: readonly Entry[], reference: Entry): string {
  const [kind, name] = [scalar(entries, 'kind', reference), scalar(entries, 'name', reference)];
  return `${kind?.value ?? 'HelmRepository'} ${name?.value}`;
}

function readChart({ text, entries, sources }: Documents, map: Entry, place: ChartPlace): Dependency | undefined {
  const reference = childOf(entries, 'sourceRef', map);
  const source = reference && keyOf(entries, reference);
  const known = place.repository ? childOf(entries, place.repository, map) : sources.get(source ?? '');
  const [chart, version] = [place.chart, place.version].map((key) => literal(childOf(entries, key, map)));
  if (!chart?.value) return undefined;
  const found = chartDependency(text, chart, literal(known), version);
  // In a repository of sources it is a folder.
  return source && /^(?:GitRepository|Bucket) /.test(source) ? { ...found, skipReason: 'local' } : found;
}

/** Flux may take a whole chart from a registry; that it is one says its layer, or the release that refers to it. */
function registryCharts({ text, entries, sources }: Documents): readonly Dependency[] {
  const referred = new Set(entriesAt(entries, 'spec.chartRef').map((reference) => keyOf(entries, reference)));
  return [...sources].flatMap(([key, url]) => {
    const [chart, spec] = [literal(url), entries[url.parent]];
    if (!chart?.value || !spec || !key.startsWith('OCIRepository ')) return [];
    const [layer, ref] = ['layerSelector', 'ref'].map((one) => childOf(entries, one, spec));
    const type = layer && scalar(entries, 'mediaType', layer)?.value;
    if (!referred.has(key) && !type?.includes('.helm.chart.')) return [];
    const version = ref && (scalar(entries, 'tag', ref) ?? scalar(entries, 'semver', ref));
    return [chartDependency(text, chart, undefined, version)];
  });
}

/**
 * A chart that is installed, from where and at which version. `oci://host/path/name` is both in one. What a template
 * leaves open is no version, and a chart from a place that it leaves open is not judged.
 */
export function chartDependency(
  text: string,
  chart: Located,
  repository: Located | undefined,
  version: Located | undefined,
): Dependency {
  const parts = partsOf(chart);
  const [place, name] = [parts?.repository ?? repository, parts?.name ?? chart];
  const isOpen = holdsExpression(chart.value) || holdsExpression(place?.value ?? '');
  const isLocal = /^\.{0,2}\/|\.tgz$|^file:/.test(name.value) || place?.value.startsWith('file:');
  return {
    ecosystem: 'helm',
    name: written(text, name),
    nameSpan: name.span,
    scope: 'release',
    ...(place?.value && { repository: { ...place, value: written(text, place) } }),
    ...(version?.value && !holdsExpression(version.value) && { version }),
    ...(isLocal ? { skipReason: 'local' as const } : isOpen && { skipReason: 'expression' as const }),
  };
}

/** What stands before and after the last slash of an address; undefined for a name alone. */
function partsOf(chart: Located): { repository: Located; name: Located } | undefined {
  const slash = chart.value.lastIndexOf('/');
  const isAddress = chart.value.startsWith('oci://') && slash >= 'oci://'.length;
  return isAddress && isAsWritten(chart) ? split(chart, slash) : undefined;
}

/** A text in two, without what stands between them. */
export const split = ({ value, span }: Located, at: number) => ({
  repository: { value: value.slice(0, at), span: { start: span.start, end: span.start + at } },
  name: { value: value.slice(at + 1), span: { start: span.start + at + 1, end: span.end } },
});

/** With its expressions as they were before the mask. */
const written = (text: string, { value, span }: Located) =>
  value.includes(hole) ? text.slice(span.start, span.end) : value;
