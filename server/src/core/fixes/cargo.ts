import type { Dependency, Edit, Replacement, Source, Span } from '../model';
import { stringAt, type TomlNode, tomlAt } from '../syntax/toml';
import { rewrite } from './changes';
import { linesOf, withoutKeys } from './toml';

/** What chooses parts of a crate: another crate has other parts. */
const partKeys = ['features', 'default-features', 'default_features'];

/**
 * Name and version together. A name that is there already is not written twice: the old one only goes. What the
 * workspace has the version of is for its manifest to replace.
 *
 * @param crates all entries of the tables of dependencies
 */
export function replaceCrate(
  { text, dependencies }: Source,
  { nameSpan, version, scope }: Dependency,
  by: Replacement,
  crates: readonly TomlNode[],
): Edit | undefined {
  const crate = crates.find((one) => [one.key, stringAt(one, 'package')].some((name) => isAt(name?.span, nameSpan)));
  if (!crate || tomlAt(crate, 'workspace') || (by.version && !version)) return undefined;
  const isRenamed = !isAt(crate.key?.span, nameSpan);
  const isTwin = !isRenamed && dependencies.some((one) => one.name === by.name && one.scope === scope);
  const isOneValue = crate.start < crate.end;
  if (isTwin) return isOneValue ? { changes: [{ span: linesOf(text, crate), text: '' }] } : undefined;
  // `db.version` and `db.features` on lines of their own both name the crate.
  if (!isOneValue && crate.children.length > 1 && text[crate.end] === '.') return undefined;
  const removed = by.version ? partKeys.filter((key) => tomlAt(crate, key)) : [];
  const changes = [...rewrite(text, nameSpan, by.name), ...rewrite(text, version, by.version)];
  return removed.length ? { changes: [...changes, ...withoutKeys(text, crate, removed)], removed } : { changes };
}

const isAt = (span: Span | undefined, other: Span) => span?.start === other.start;
