import { replaceAction } from '../fixes/action';
import { replaceImage } from '../fixes/image';
import { insertJob } from '../fixes/insertion';
import type { Dependency, FileKind, FileName, Located } from '../model';
import { hashComment } from '../policy/comment';
import { indentedExtent } from '../policy/extent';
import { actionSlot } from '../slots/actions';
import { imageSlot } from '../slots/images';
import { type Entry, literal, scanYaml } from '../syntax/yaml';
import { entriesAt } from '../syntax/yamlPath';
import { extentFromTop, presenceIn } from './presence';
import { imageOf, isAsWritten } from './references';

/** Workflows of GitHub, and actions that are put together from others. */
export const githubActions: FileKind = {
  id: 'github-actions',
  matches: ({ path, head }: FileName) =>
    /(?:^|\/)\.github\/workflows\/[^/]+\.ya?ml$/.test(path) ||
    (/(?:^|\/)action\.ya?ml$/.test(path) && /^\ufeff?["']?runs["']?[ \t]*:/m.test(head)),
  read,
  replace: (source, dependency, by) =>
    dependency.ecosystem === 'image' ? replaceImage(source, dependency, by) : replaceAction(source, dependency, by),
  insert: insertJob,
  extent: extentFromTop(indentedExtent),
  comment: hashComment,
  slotAt: (text, offset) => imageSlot(text, offset, read) ?? actionSlot(text, offset, read),
};

const uses = ['jobs.*.steps.-.uses', 'jobs.*.uses', 'runs.steps.-.uses'];
const images = ['jobs.*.container', 'jobs.*.container.image', 'jobs.*.services.*.image'];

function read(text: string): readonly Dependency[] {
  const entries = scanYaml(text);
  const at = (paths: readonly string[], readOne: (written: Located) => Dependency | undefined) =>
    literals(entries, paths).flatMap((written) => readOne(written) ?? []);
  const found = [...at(uses, actionOf), ...at(images, imageOf), ...at(['runs.image'], dockerImage)];
  found.sort((one, other) => one.nameSpan.start - other.nameSpan.start);
  const isWorkflow = entriesAt(entries, 'jobs').length > 0;
  return isWorkflow ? [...found, presenceIn(text, '.github/workflows')] : found;
}

const literals = (entries: readonly Entry[], paths: readonly string[]): Located[] =>
  paths.flatMap((path) => entriesAt(entries, path)).flatMap((entry) => literal(entry) ?? []);

/** `owner/repository/path@ref`; of a workflow that others may call, its repository. */
function actionOf(written: Located): Dependency | undefined {
  const { value, span } = written;
  if (!isAsWritten(written)) return undefined;
  const base = { ecosystem: 'github-action', scope: 'action' } as const;
  if (/^\.\.?\//.test(value)) return { ...base, name: value, nameSpan: span, skipReason: 'local' };
  const [whole, repository = '', path = ''] = /^([\w.-]+\/[\w.-]+)((?:\/[\w.-]+)*)(?=@|$)/.exec(value) ?? [];
  if (!whole) return dockerImage(written);
  const name = path.startsWith('/.github/workflows/') ? repository : whole;
  const ref = value.slice(whole.length + 1);
  const version = { value: ref, span: { start: span.start + whole.length + 1, end: span.end } };
  const nameSpan = { start: span.start, end: span.start + name.length };
  return { ...base, name: name.toLowerCase(), nameSpan, ...(ref && { version }) };
}

const scheme = 'docker://';

/** `docker://redis:7`, where an action may stand. */
function dockerImage(written: Located): Dependency | undefined {
  const { value, span } = written;
  if (!value.startsWith(scheme) || !isAsWritten(written)) return undefined;
  return imageOf({ value: value.slice(scheme.length), span: { start: span.start + scheme.length, end: span.end } });
}
