import { rewrite } from '../fixes/changes';
import { insertProperties } from '../fixes/insertion';
import type { Dependency, Edit, FileKind, Located, Replacement, Source } from '../model';
import { slashComment } from '../policy/comment';
import { lineExtent } from '../policy/extent';
import { slotInDeno } from '../slots/deno';
import { readProperties } from '../syntax/json';
import { isAsWritten } from './references';

/** Deno's manifest: what it imports from npm. */
export const deno: FileKind = {
  id: 'deno',
  matches: ({ path }) => /(?:^|\/)deno\.jsonc?$/.test(path),
  read,
  replace,
  insert: (text, near, { body }) => insertProperties(text, near, { body, scope: 'imports' }),
  extent: lineExtent,
  comment: slashComment,
  slotAt: (text, offset) => slotInDeno(text, offset, read),
};

function read(text: string): readonly Dependency[] {
  const found: Dependency[] = [];
  readProperties(text, (_, path, value) => {
    const isImport = path[0] === 'imports' ? path.length === 1 : path[0] === 'scopes' && path.length === 2;
    const dependency = isImport && value && imported(value);
    if (dependency) found.push(dependency);
  });
  return found;
}

/** `npm:name@range/path`, `npm:/name@range/` too. */
function imported(written: Located): Dependency | undefined {
  const { value, span } = written;
  const [, scheme = '', name = '', range = ''] =
    /^(npm:\/?)((?:@[^/@]+\/)?[^/@]+)(?:@([^/]+))?(?:\/|$)/.exec(value) ?? [];
  if (!name || !isAsWritten(written)) return undefined;
  const start = span.start + scheme.length;
  const end = start + name.length;
  const version = { value: range, span: { start: end + 1, end: end + 1 + range.length } };
  return { ecosystem: 'npm', name, nameSpan: { start, end }, scope: 'imports', ...(range && { version }) };
}

/** What the code imports it as stays; a range is written behind the name where there was none. */
function replace({ text }: Source, { nameSpan, version }: Dependency, by: Replacement): Edit {
  const name = by.version && !version ? `${by.name}@${by.version}` : by.name;
  return { changes: [...rewrite(text, nameSpan, name), ...rewrite(text, version, by.version)] };
}
