import type { Dependency, Edit, Replacement, Source } from '../model';
import { modulePath, moduleVersion } from '../syntax/goModule';
import { lineAt, lineEndOf, rewrite } from './changes';
import type { Insert } from './insertion';

/**
 * Path and version together, because the path holds the major version. A module that is required already is not
 * required twice: the old line only goes. What stands in for a module has to call itself by that module's name, so
 * nothing else can.
 */
export function replaceModule(
  { text, dependencies }: Source,
  { nameSpan, version, scope }: Dependency,
  by: Replacement,
): Edit | undefined {
  if (scope === 'replace' || !version) return undefined;
  const others = dependencies.filter((one) => one.scope === scope && one.nameSpan.start !== nameSpan.start);
  const twin = others.some((one) => one.name === by.name);
  if (twin) return { changes: [{ span: lineAt(text, nameSpan.start), text: '' }] };
  const written = moduleVersion(by.version ?? version.value);
  return {
    changes: [...rewrite(text, nameSpan, modulePath(by.name, written)), ...rewrite(text, version, written)],
  };
}

/** At the end of the first block of requirements, which is begun where there is none. */
export const insertRequire: Insert = (text, _near, { body }) => {
  const end = lineEndOf(text);
  const lines = `\t${body.split('\n').join(`${end}\t`)}${end}`;
  const block = /^require[ \t]*\([^()]*\n[ \t]*\)/m.exec(text);
  const place = block ? lineAt(text, block.index + block[0].length - 1).start : text.length;
  const before = text === '' || text.endsWith(`${end}${end}`) ? '' : text.endsWith('\n') ? end : end + end;
  return { span: { start: place, end: place }, text: block ? lines : `${before}require (${end}${lines})${end}` };
};
