import type { Dependency, Edit, Located, Replacement, Source, TextChange } from '../model';
import { indentationAt, lineAt, lineEndOf, rewrite } from './changes';
import { replaceInPlace } from './inPlace';

/** Replaces what a block of Terraform names, as far as strings can be rewritten: in its JSON syntax too. */
export function replaceBlock(source: Source, dependency: Dependency, by: Replacement): Edit | undefined {
  // The version of a module is its own, and no engine's.
  const engineVersion = dependency.ecosystem === 'terraform-resource' ? by.version : undefined;
  if (by.attributes) return replaceAttributes(source, dependency, by.attributes, engineVersion);
  if (dependency.scope === 'resource' || dependency.scope === 'data') return undefined;
  if (dependency.scope === 'release')
    return chartAndRepository(dependency) ? undefined : replaceInPlace(source, dependency, by);
  // Providers and modules: whoever wrote no version wants none.
  return replaceInPlace(source, dependency, dependency.version ? by : { name: by.name });
}

/** The same in HCL, where lines can come and go. */
export function replaceInHcl(source: Source, dependency: Dependency, by: Replacement): Edit | undefined {
  return dependency.ecosystem === 'helm'
    ? replaceRelease(source, dependency, by)
    : replaceBlock(source, dependency, by);
}

/** The version of the old engine means nothing to the new one: it becomes its version, or goes. */
const versionAttributes = ['engine_version', 'major_engine_version'];

function replaceAttributes(
  { text }: Source,
  { attributes }: Dependency,
  values: Readonly<Record<string, string>>,
  version: string | undefined,
): Edit | undefined {
  const there = attributes?.();
  const places = Object.entries(values).map(([path, value]) => [there?.get(path), value] as const);
  if (places.some(([place]) => !place)) return undefined;
  const written = versionAttributes.filter((path) => there?.get(path));
  const versions = written.flatMap((path) => there?.get(path) ?? []);
  const isGoing = version === undefined;
  return {
    changes: [
      ...places.flatMap(([place, value]) => rewrite(text, place, value)),
      ...versions.flatMap((place) => (isGoing ? removedLine(text, place) : rewrite(text, place, version))),
    ],
    ...(isGoing && written.length ? { removed: written } : {}),
  };
}

/** An attribute that shares its line with others cannot go with it. */
function removedLine(text: string, { span }: Located): TextChange[] {
  const line = lineAt(text, span.start);
  const isAlone = /^\s*"?[\w-]+"?\s*[=:]\s*"[^"]*"?,?\s*$/.test(text.slice(line.start, line.end));
  return isAlone ? [{ span: line, text: '' }] : [];
}

/** `oci://host/path/chart` and `alias/chart`: both in one string. */
const chartAndRepository = ({ nameSpan, repository }: Dependency) =>
  repository?.span.end === nameSpan.start - 1 ? { start: repository.span.start, end: nameSpan.end } : undefined;

/** Chart, repository and version together; what is not there yet gets a line of its own below the chart. */
function replaceRelease({ text }: Source, dependency: Dependency, by: Replacement): Edit {
  const { nameSpan, version } = dependency;
  const together = chartAndRepository(dependency);
  const repository = together ? undefined : dependency.repository;
  const missing = { ...(repository ? {} : { repository: by.repository }), ...(version ? {} : { version: by.version }) };
  return {
    changes: [
      ...rewrite(text, together ?? nameSpan, by.name),
      ...rewrite(text, repository, by.repository),
      ...rewrite(text, version, by.version),
      ...addedAttributes(text, nameSpan.start, missing),
    ],
  };
}

function addedAttributes(
  text: string,
  chart: number,
  values: Readonly<Record<string, string | undefined>>,
): TextChange[] {
  const { start, end } = lineAt(text, chart);
  const width = /^\s*(chart\s*)=/.exec(text.slice(start, end))?.[1]?.length ?? 0;
  const lines = Object.entries(values).flatMap(([name, value]) =>
    value ? [`${indentationAt(text, chart)}${name.padEnd(width - 1)} = "${value}"${lineEndOf(text)}`] : [],
  );
  return lines.length && width ? [{ span: { start: end, end }, text: lines.join('') }] : [];
}
