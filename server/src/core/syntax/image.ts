import type { Located, Span } from '../model';
import { hole, maskTemplate } from './template';

/** The parts of an image reference. */
export interface ImageReference {
  /** As compared: `redis` for `docker.io/library/redis`. */
  readonly name: string;
  /** The name as written: host and path without tag and digest. */
  readonly nameSpan: Span;
  readonly tag?: Located;
  readonly digest?: Located;
}

const host = String.raw`(?:[\w-]+(?:\.[\w-]+)+(?::\d+)?|localhost(?::\d+)?|[\w-]+:\d+)`;
const part = String.raw`[a-z\d]+(?:(?:\.|__?|-+)[a-z\d]+)*`;
const name = new RegExp(`^(?:(${host})/)?(${part}(?:/${part})*)(?=[:@]|$)`);

/** A tag or a digest may be a template or still be missing; a name may not. */
const tagOrHole = new RegExp(String.raw`^:(?:([\w][\w.-]{0,127})|[\w.-]*${hole}[\w.${hole}-]*)?(?=@|$)`);
const digestOrHole = new RegExp(
  String.raw`^@(?:([a-z\d.+_-]+:[a-f\d]{32,})|(?:s|sh|sha\d*:?[a-f\d]*)?|[\w:]*${hole}+)$`,
);

/** Longer than any reference that a registry takes. */
const longest = 512;

/**
 * Reads an image reference that stands at `start`. Undefined for what is none, and where the name holds an expression;
 * a templated tag leaves the name.
 */
export function parseImage(text: string, start = 0): ImageReference | undefined {
  if (text.length > longest) return undefined;
  const masked = withoutExpressions(text);
  const found = name.exec(masked);
  const [whole, registry, path] = found ?? [];
  if (!whole || !path || !/[a-z]/.test(path)) return undefined;
  const tag = tagOrHole.exec(masked.slice(whole.length)) ?? [''];
  const rest = whole.length + tag[0].length;
  const digest = rest < masked.length ? digestOrHole.exec(masked.slice(rest)) : [''];
  if (!digest) return undefined;
  return {
    name: imageName(registry ?? '', path),
    nameSpan: { start, end: start + whole.length },
    ...(tag[1] && { tag: located(tag[1], start + whole.length + 1) }),
    ...(digest[1] && { digest: located(digest[1], start + rest + 1) }),
  };
}

/** Docker Hub is where images without a host come from, and `library` is where it keeps those without an owner. */
export function imageName(registry: string, path: string): string {
  const home = registry.toLowerCase();
  if (home && !hub.has(home)) return `${home}/${path}`;
  return path.replace(/^library\//, '');
}

const hub = new Set(['docker.io', 'index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com']);

/** `${tag}`, `$(tag)`, `$tag`, and `${{ tag }}` of which a mask has left the dollar. */
const expressions = new RegExp(String.raw`\$\{[^{}]*\}|\$\([^()]*\)|\$[\w${hole}]+`, 'g');

const withoutExpressions = (text: string) =>
  maskTemplate(text)
    .trimEnd()
    .replace(expressions, (expression) => hole.repeat(expression.length));

const located = (value: string, start: number): Located => ({ value, span: { start, end: start + value.length } });
