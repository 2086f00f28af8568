import { replaceReference } from '../fixes/image';
import { replaceInPlace } from '../fixes/inPlace';
import { insertAtEnd } from '../fixes/insertion';
import type { Dependency, FileKind, FileName, Located } from '../model';
import { hashComment } from '../policy/comment';
import { indentedExtent } from '../policy/extent';
import { imageSlot } from '../slots/images';
import type { Traced } from '../syntax/traced';
import { type Entry, literal, scalar, scanYaml } from '../syntax/yaml';
import { entriesAt } from '../syntax/yamlPath';
import { extentFromTop, presenceIn } from './presence';
import { imageOf, isAsWritten, oncePerPlace, tracedIn } from './references';

/** GitLab's pipelines, and the files that they include. */
export const gitlabCi: FileKind = {
  id: 'gitlab-ci',
  matches: ({ path, head }: FileName) =>
    /(?:^|[/.])gitlab-ci(?:[._-][^/]*)?\.ya?ml$/.test(path) ||
    (/(?:^|\/)\.gitlab\/.+\.ya?ml$/.test(path) && isPipeline.test(head)),
  read,
  replace: (source, dependency, by) =>
    dependency.ecosystem === 'image'
      ? replaceReference(source, dependency, by)
      : replaceInclude(source, dependency, by),
  insert: insertAtEnd,
  extent: extentFromTop(indentedExtent),
  comment: hashComment,
  slotAt: (text, offset) => imageSlot(text, offset, read),
};

/** What a pipeline has at its root, or a job in it. */
const isPipeline = /^(?:include|stages|default|image)[ \t]*:|^[ \t]+(?:script|stage|extends|trigger)[ \t]*:/m;

/** Whoever includes without a version wants none. */
const replaceInclude: FileKind['replace'] = (source, dependency, by) =>
  replaceInPlace(source, dependency, dependency.version ? by : { name: by.name });

function read(text: string): readonly Dependency[] {
  const entries = scanYaml(text);
  const images = imagePaths.flatMap((path) => [
    ...entriesAt(entries, path),
    ...entriesAt(entries, `*.${path}`).filter((entry) => !noJobs.has(rootOf(entries, entry).key ?? '')),
  ]);
  const includes = ['include', 'include.-'].flatMap((path) => entriesAt(entries, path));
  const variables = variablesIn(entries);
  const found = [
    ...oncePerPlace(images.flatMap((entry) => imageAt(entry, variables) ?? [])),
    ...includes.flatMap((entry) => readInclude(entries, entry) ?? []),
  ].sort((one, other) => one.nameSpan.start - other.nameSpan.start);
  return entries.length ? [...found, presenceIn(text, '.gitlab-ci.yml')] : found;
}

type Variables = ReadonlyMap<string, Traced>;

function imageAt(entry: Entry, variables: Variables): Dependency | undefined {
  const written = literal(entry);
  return written && imageOf(written, variables);
}

/** Those of all jobs: `NAME: value`, or `NAME: { value, description }`. */
function variablesIn(entries: readonly Entry[]): Variables {
  const found = entriesAt(entries, 'variables.*').map((entry) => {
    const value = literal(entry) ?? scalar(entries, 'value', entry);
    return [entry.key ?? '', value && isAsWritten(value) ? tracedIn(value) : undefined] as const;
  });
  return new Map(found.flatMap(([name, value]) => (value ? [[name, value] as const] : [])));
}

const imagePaths = ['image', 'image.name', 'services.-', 'services.-.name'];

/** Keys at the root that are no jobs, in which anything may be called an image. */
const noJobs = new Set(['variables', 'workflow', 'spec', 'include', 'stages', 'cache', 'image', 'services']);

function rootOf(entries: readonly Entry[], entry: Entry): Entry {
  let root = entry;
  for (let above = entries[root.parent]; above; above = entries[root.parent]) root = above;
  return root;
}

/** Templates, components at a version, and files of other projects; what is local or behind an address is nobody's name. */
function readInclude(entries: readonly Entry[], map: Entry): Dependency | undefined {
  const [template, component, project] = (['template', 'component', 'project'] as const).map((key) =>
    scalar(entries, key, map),
  );
  if (template?.value) return include(template.value, template);
  if (component?.value) return componentOf(component);
  return project?.value ? include(project.value.toLowerCase(), project, scalar(entries, 'ref', map)) : undefined;
}

function include(name: string, { span }: Located, version?: Located): Dependency {
  const skipped = name.includes('$') ? ({ skipReason: 'expression' } as const) : {};
  return {
    ecosystem: 'gitlab-include',
    name,
    nameSpan: span,
    scope: 'include',
    ...(version && { version }),
    ...skipped,
  };
}

/** The server that runs the pipeline, most often gitlab.com or one with the same components. */
const server = /^\$(?:CI_SERVER_(?:FQDN|HOST)\b|\{CI_SERVER_(?:FQDN|HOST)\})/;

/** `gitlab.com/components/sast/sast@2.0`. */
function componentOf(component: Located): Dependency {
  const { value, span } = component;
  if (!isAsWritten(component)) return { ...include(value, component), skipReason: 'expression' };
  const at = value.indexOf('@');
  const end = at < 0 ? span.end : span.start + at;
  const written = value.slice(0, end - span.start);
  const version = { value: value.slice(at + 1), span: { start: end + 1, end: span.end } };
  const name = written.replace(server, 'gitlab.com').toLowerCase();
  return include(
    name,
    { value: written, span: { start: span.start, end } },
    at < 0 || !version.value ? undefined : version,
  );
}
