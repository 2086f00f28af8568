import type { Dependency, Edit, Replacement, Source } from '../model';
import { rewrite } from './changes';

/** Name and version together. A name that stands there already would be there twice. */
export function replaceInCatalog(source: Source, dependency: Dependency, by: Replacement): Edit | undefined {
  const { text, dependencies } = source;
  const { nameSpan, version } = dependency;
  if (!version) return undefined;
  // What others import under an alias keeps that name.
  if (version.value.startsWith('npm:'))
    return { changes: rewrite(text, version, `npm:${by.name}${by.version ? `@${by.version}` : ''}`) };
  if (dependencies.some((one) => one !== dependency && one.name === by.name)) return undefined;
  const name = isQuoted(text, nameSpan.start) ? by.name : catalogKey(by.name);
  const range = isQuoted(text, version.span.start) ? by.version : by.version && catalogRange(by.version);
  return { changes: [...rewrite(text, nameSpan, name), ...rewrite(text, version, range)] };
}

const isQuoted = (text: string, start: number) => /["']/.test(text[start - 1] ?? '');

/** A name as a key of YAML, where `@` begins nothing. */
export const catalogKey = (name: string) => (name.startsWith('@') ? `"${name}"` : name);

/** A range as YAML takes it for a text: no number, and no sign that means something there. */
export const catalogRange = (range: string) =>
  /^(?:\^|~(?=\d))?\d[\w.+-]*$/.test(range) && !/^\d+(?:\.\d*)?$/.test(range) ? range : `"${range}"`;
