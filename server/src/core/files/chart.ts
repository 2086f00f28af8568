import { lineAt, lineEndOf, rewrite } from '../fixes/changes';
import { insertItem } from '../fixes/insertion';
import type { Dependency, Edit, FileKind, FileName, Located, Replacement, Source, TextChange } from '../model';
import { hashComment } from '../policy/comment';
import { indentedExtent } from '../policy/extent';
import { slotInChart } from '../slots/chart';
import { holdsExpression, hole, maskTemplate } from '../syntax/template';
import { childOf, children, type Entry, literal, scalar, scanYaml } from '../syntax/yaml';

/** A chart's manifest; in Helm 2 the dependencies had a file of their own. */
export const chart: FileKind = {
  id: 'helm-chart',
  matches: ({ path, head }: FileName) => {
    if (/(?:^|\/)Chart\.ya?ml$/.test(path)) return true;
    return /(?:^|\/)requirements\.ya?ml$/.test(path) && isRequirements(head);
  },
  read: (text) => {
    const entries = scanYaml(maskTemplate(text));
    const lists = children(entries).filter((entry) => entry.key === 'dependencies');
    const maps = lists.flatMap((list) => children(entries, list));
    return maps.flatMap((map) => readDependency(text, entries, map) ?? []);
  },
  replace,
  insert: insertItem,
  extent: indentedExtent,
  comment: hashComment,
  slotAt: (text, offset) => slotInChart(text, offset, chart.read),
};

/** Ansible and others have files of this name too. */
const isRequirements = (head: string) =>
  /^\ufeff?["']?dependencies["']?[ \t]*:/m.test(head) && /\bname\b/.test(head) && /\brepository\b/.test(head);

function readDependency(text: string, entries: readonly Entry[], map: Entry): Dependency | undefined {
  const name = written(text, scalar(entries, 'name', map));
  if (map.key !== undefined || !name) return undefined;
  const version = written(text, scalar(entries, 'version', map));
  const place = childOf(entries, 'repository', map);
  const repository = written(text, literal(place));
  const skipReason = skipReasonOf(name, repository, place);
  return {
    ecosystem: 'helm',
    name: name.value,
    nameSpan: name.span,
    scope: 'chart',
    ...(version && !holdsExpression(version.value) && { version }),
    ...(repository && { repository: { ...repository, value: repository.value.replace(/^alias:/, '@') } }),
    ...(skipReason && { skipReason }),
  };
}

/** The literal with its actions as they were before the mask; undefined for an empty one. */
function written(text: string, found: Located | undefined): Located | undefined {
  if (!found?.value.includes(hole)) return found?.value ? found : undefined;
  return { value: text.slice(found.span.start, found.span.end), span: found.span };
}

/** A repository that is there but cannot be read here (an alias, a quote that is still open) may be any. */
function skipReasonOf(name: Located, repository: Located | undefined, place?: Entry): Dependency['skipReason'] {
  if (repository?.value.startsWith('file:')) return 'local';
  if (place?.form === 'other' || holdsExpression(repository?.value ?? '')) return 'expression';
  return holdsExpression(name.value) ? 'expression' : undefined;
}

/** Name, version and repository together; what is not there yet gets a line of its own below the name. */
function replace({ text }: Source, { nameSpan, version, repository }: Dependency, by: Replacement): Edit | undefined {
  const missing = { ...(version ? {} : { version: by.version }), ...(repository ? {} : { repository: by.repository }) };
  const added = addedKeys(text, nameSpan.start, missing);
  return (
    added && {
      changes: [
        ...rewrite(text, nameSpan, by.name),
        ...rewrite(text, version, by.version),
        ...rewrite(text, repository, by.repository),
        ...added,
      ],
    }
  );
}

/** Undefined in flow style, where a line of its own would be none. */
function addedKeys(
  text: string,
  name: number,
  keys: Readonly<Record<string, string | undefined>>,
): TextChange[] | undefined {
  const lines = Object.entries(keys).filter(([, value]) => value);
  if (!lines.length) return [];
  const line = lineAt(text, name);
  const before = /^[ \t]*(?:- +)?(?=name[ \t]*:)/.exec(text.slice(line.start, line.end))?.[0];
  if (before === undefined) return undefined;
  const written = lines.map(([key, value]) => `${before.replace('-', ' ')}${key}: ${value}${lineEndOf(text)}`).join('');
  return [
    {
      span: { start: line.end, end: line.end },
      text: text[line.end - 1] === '\n' ? written : `${lineEndOf(text)}${written}`,
    },
  ];
}
