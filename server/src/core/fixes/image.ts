import { groupBy } from '../catalog/groupBy';
import { keepLast } from '../keepLast';
import type { Dependency, Edit, Replacement, Source } from '../model';
import { rewrite } from './changes';

/** Replaces an image: in one reference, digest included, or where registry, repository and tag have keys of their own. */
export function replaceImage({ text }: Source, dependency: Dependency, by: Replacement): Edit | undefined {
  const { nameSpan, version, repository: registry } = dependency;
  const isApart = version && version.span.start > nameSpan.end + 1;
  const [host, path] = registry ? splitHost(by.name) : ['', by.name];
  const places = [...rewrite(text, nameSpan, path), ...rewrite(text, registry, host)];
  if (isApart) return { changes: [...places, ...rewrite(text, version, by.version)] };
  const rest = /(?::[\w][\w.-]*)?(?:@sha256:[a-f\d]+)?/y;
  rest.lastIndex = nameSpan.end;
  const [written = ''] = rest.exec(text) ?? [];
  const span = { start: nameSpan.end, end: nameSpan.end + written.length };
  // A tag that only a template knows says nothing of the tags of another image.
  if (/[:@]/.test(text[span.end] ?? '')) return undefined;
  if (!by.version) return { changes: places };
  return registry && !written ? undefined : { changes: [...places, ...rewrite(text, span, `:${by.version}`)] };
}

/** The same where variables may have been put in: a tag that is written elsewhere must be that of nothing else. */
export function replaceReference(source: Source, dependency: Dependency, by: Replacement): Edit | undefined {
  const { text, dependencies } = source;
  const { nameSpan, version } = dependency;
  if (text.slice(nameSpan.start, nameSpan.end).includes('$')) return undefined;
  if (!version || version.span.start === nameSpan.end + 1) return replaceImage(source, dependency, by);
  const users = usersOf(dependencies).get(version.span.start) ?? [];
  const isAll = /^:\$(?:\w+|\{[^{}]*\})(?=["'\s]|$)/.test(text.slice(nameSpan.end, nameSpan.end + longestTag));
  if (users.length > 1 || !isAll) return undefined;
  return { changes: [...rewrite(text, nameSpan, by.name), ...rewrite(text, version, by.version)] };
}

/** What has its version at the same place, by that; asked for each of many findings. */
const usersOf = keepLast((all: readonly Dependency[]) => groupBy(all, (one) => one.version?.span.start));

const longestTag = 200;

/** `quay.io` and `keycloak/keycloak`; Docker Hub where no host is said. */
export function splitHost(name: string): [string, string] {
  const slash = name.indexOf('/');
  const host = name.slice(0, Math.max(0, slash));
  return /[.:]/.test(host) ? [host, name.slice(slash + 1)] : ['docker.io', slash < 0 ? `library/${name}` : name];
}
