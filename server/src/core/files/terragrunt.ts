import { insertBlock } from '../fixes/insertion';
import { replaceBlock } from '../fixes/terraform';
import type { Dependency, Edit, FileKind, Located, Replacement, Source } from '../model';
import { blockComment } from '../policy/comment';
import { blockExtent } from '../policy/extent';
import { slotInTerraform } from '../slots/terraform';
import { outline } from '../syntax/hclOutline';
import { isAsWritten } from './references';
import { attributeEntry, dependenciesOf, type Entry } from './terraform';

/** The module that Terragrunt runs, with its inputs. */
export const terragrunt: FileKind = {
  id: 'terragrunt',
  matches: ({ path }) => /(?:^|\/)terragrunt\.hcl$/.test(path),
  read,
  replace,
  insert: insertBlock,
  extent: blockExtent,
  comment: blockComment,
  slotAt: (text, offset) => slotInTerraform(text, offset, read),
};

/** What stands for any version has no place here, and a repository is no address of the registry. */
function replace(source: Source, dependency: Dependency, by: Replacement): Edit | undefined {
  const isOfRegistry = source.text.slice(0, dependency.nameSpan.start).endsWith('/');
  if (!by.attributes && (!isOfRegistry || /[^\w.+-]/.test(by.version ?? ''))) return undefined;
  return replaceBlock(source, dependency, by);
}

function read(text: string): readonly Dependency[] {
  const { attributes, blocks } = outline(text);
  const inputs = attributes.filter((one) => one.name === 'inputs').flatMap((one) => attributeEntry(text, one).inside());
  const sources = blocks
    .filter((one) => one.type === 'terraform')
    .flatMap((one) => one.attributes.filter(({ name }) => name === 'source'));
  return sources.flatMap((source) => {
    const { value } = attributeEntry(text, source);
    return value ? dependenciesOf({ scope: 'module', entries: () => [...sourceEntries(value), ...inputs] }) : [];
  });
}

/** `tfr:///namespace/name/provider//path?version=1.0.0`; of a repository with its `ref`. */
function sourceEntries(source: Located): readonly Entry[] {
  const [, scheme = '', address = '', query = ''] = /^(tfr:\/\/\/?)?([^?]*)(.*)$/.exec(source.value) ?? [];
  if (!isAsWritten(source)) return [];
  const start = source.span.start + scheme.length;
  const end = start + address.length;
  const version = parameterIn(query, end, scheme ? 'version' : 'ref');
  return [entry('source', { value: address, span: { start, end } }), ...(version ? [entry('version', version)] : [])];
}

/** The value of a parameter in `?a=b&c=d`. */
function parameterIn(query: string, start: number, key: string): Located | undefined {
  const before = new RegExp(`^\\?(?:[^&]*&)*?${key}=`).exec(query)?.[0].length ?? query.length;
  const value = /^[^&]*/.exec(query.slice(before))?.[0];
  return value ? { value, span: { start: start + before, end: start + before + value.length } } : undefined;
}

const entry = (name: string, value: Located): Entry => ({ name, value, inside: () => [] });
