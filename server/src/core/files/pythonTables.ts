import type { Dependency, Scope } from '../model';
import { normalisedName } from '../syntax/requirement';
import { stringAt, stringOf, type TomlNode } from '../syntax/toml';

/** An item of a list, or a key of a table. */
export interface Package {
  readonly dependency: Dependency;
  readonly node: TomlNode;
}

export const asLocal = (dependency: Dependency): Dependency => ({ ...dependency, skipReason: 'local' });

/** The packages of a table that has their names as keys: Poetry's and Pipenv's. */
export const inTable = (table: TomlNode | undefined, scope: Scope): Package[] =>
  (table?.children ?? []).flatMap((node) => {
    const version = stringOf(node) ?? stringAt(node, 'version');
    const isWhole = node.form === 'table' || node.form === 'array' || version?.value;
    // Poetry has the version of the language there, too.
    if (!node.key?.value || !isWhole || node.key.value === 'python') return [];
    const base = { ecosystem: 'pypi', name: normalisedName(node.key.value), nameSpan: node.key.span, scope } as const;
    const dependency = { ...base, ...(version?.value && { version }) };
    return [{ node, dependency: stringAt(node, 'path') ? asLocal(dependency) : dependency }];
  });
