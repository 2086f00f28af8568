import type { Dependency, Edit, Replacement, Source } from '../model';
import { replaceInPlace } from './inPlace';

/** Another chart, with the repository and the version that it comes from, where each of them has a place of its own. */
export function replaceChart(source: Source, dependency: Dependency, by: Replacement): Edit | undefined {
  if (dependency.ecosystem !== 'helm') return undefined;
  const { repository } = dependency;
  if (!by.repository || !repository || by.repository === repository.value)
    return replaceInPlace(source, dependency, by);
  const users = source.dependencies.filter((one) => one.repository?.span.start === repository.span.start);
  // Others come from the same place, or the name is a part of the address.
  if (users.length > 1 || repository.span.end === dependency.nameSpan.start - 1) return undefined;
  const isArgo = /\brepoURL["']?[ \t]*:[ \t]*["']?$/.test(source.text.slice(0, repository.span.start).slice(-99));
  // A registry of images wants other keys beside it than a repository does.
  if (!isArgo && isRegistry(by.repository) !== isRegistry(repository.value)) return undefined;
  return replaceInPlace(source, dependency, isArgo ? { ...by, repository: withoutScheme(by.repository) } : by);
}

const isRegistry = (repository: string) => repository.startsWith('oci://');

/** As Argo CD writes it: a registry has no scheme there. */
export const withoutScheme = (repository: string) => repository.replace(/^oci:\/\//, '');
