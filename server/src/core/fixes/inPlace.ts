import type { Dependency, Edit, Replacement, Source } from '../model';
import { rewrite } from './changes';

/** Rewrites name, version and repository where each of them is written; undefined where one of them has no place. */
export function replaceInPlace({ text }: Source, dependency: Dependency, by: Replacement): Edit | undefined {
  const { nameSpan, version, repository } = dependency;
  if ((by.version && !version) || (by.repository && !repository)) return undefined;
  return {
    changes: [
      ...rewrite(text, nameSpan, by.name),
      ...rewrite(text, version, by.version),
      ...rewrite(text, repository, by.repository),
    ],
  };
}
