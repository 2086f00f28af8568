import type { Dependency, Ecosystem, Located, Scope, Span } from '../model';

/** One requirement of Python's packages: `name[extras] >= 1.0 ; marker`, `name @ https://…`; Conda's are alike. */
export interface Requirement {
  readonly nameSpan: Span;
  /** With the brackets. */
  readonly extras?: Span;
  /** With its operators, without brackets around it. */
  readonly version?: Located;
  /** Where it comes from, if not from an index. */
  readonly url?: string;
  /** Where name, extras and version end. */
  readonly end: number;
}

const nameAndExtras = /([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)([ \t]*\[[^\][\r\n]*\])?[ \t]*/y;
const channel = /(?:[\w./:-]*::)?/y;

/**
 * The requirement that a part of a line says; undefined for what is none: an option, a path, an address, prose.
 *
 * @param isConda channels may stand before the name, versions without operator after it
 */
export function readRequirement(text: string, from: number, to: number, isConda = false): Requirement | undefined {
  const line = text.slice(from, to);
  const start = isConda
    ? matchAt(channel, line, line.length - line.trimStart().length)
    : line.length - line.trimStart().length;
  nameAndExtras.lastIndex = start;
  const [all = '', name, extras = ''] = nameAndExtras.exec(line) ?? [];
  if (!name) return undefined;
  const rest = line.slice(start + all.length);
  const span = (begin: number, length: number): Span => ({ start: from + begin, end: from + begin + length });
  const base = {
    nameSpan: span(start, name.length),
    ...(extras && { extras: span(start + name.length, extras.length) }),
    end: from + start + name.length + extras.length,
  };
  if (rest.startsWith('@')) return { ...base, url: rest.slice(1).trim() };
  const version = versionOf(rest, isConda && all.length > name.length + extras.length);
  if (!version) return /^(?:[;#\\]|--|$)/.test(rest) ? base : undefined;
  const begin = start + all.length + version.at;
  const versionSpan = span(begin, version.value.length);
  const end = versionSpan.end + (version.isBracketed ? 1 : 0);
  return { ...base, version: { value: version.value, span: versionSpan }, end };
}

function matchAt(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

/** Up to a marker, a comment, a line that goes on, an option of pip. */
function versionOf(rest: string, mayBeBare: boolean) {
  const isBracketed = rest.startsWith('(');
  const inner = isBracketed ? rest.slice(1) : rest;
  const all = inner.slice(0, endOf(inner));
  const value = all.trim();
  if (!/^[<>=!~]/.test(value) && !(mayBeBare && /^[\d*]/.test(value))) return undefined;
  const at = (isBracketed ? 1 : 0) + all.length - all.trimStart().length;
  return { value, at, isBracketed: isBracketed && inner[all.length] === ')' };
}

function endOf(text: string): number {
  const end = text.search(/[;#\\)[\]"']|[ \t]--/);
  return end < 0 ? text.length : end;
}

/** The quote or the line end after an offset. */
export function stringEnd(text: string, from: number): number {
  const end = /["'\r\n]/g;
  end.lastIndex = from;
  return end.exec(text)?.index ?? text.length;
}

/** A name as the Python index compares it: `Flask_SQLAlchemy` is `flask-sqlalchemy`. */
export const normalisedName = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-');

/** What a requirement uses of the Python index; paths are local. */
export function pypi(text: string, { nameSpan, version, url }: Requirement, scope: Scope): Dependency {
  return {
    ecosystem: 'pypi',
    name: normalisedName(text.slice(nameSpan.start, nameSpan.end)),
    nameSpan,
    scope,
    ...(version && { version }),
    ...(/^(?:file:|[./])/.test(url ?? '') && { skipReason: 'local' as const }),
  };
}

/** How versions are written in one kind of place. */
export interface VersionStyle {
  /** The operator that people write there. */
  readonly usual: string;
  /** All that may stand before one version, longer ones first. */
  readonly operators: readonly string[];
}

const shared = ['===', '==', '>=', '~='];
export const versionStyles = {
  requirements: { usual: '==', operators: shared },
  project: { usual: '>=', operators: shared },
  poetry: { usual: '^', operators: [...shared, '^', '~'] },
  pipfile: { usual: '>=', operators: shared },
  conda: { usual: '=', operators: [...shared, '='] },
} as const satisfies Record<string, VersionStyle>;

/** How lists have versions: Conda's own, and those of requirements for pip. */
export const styleOf = (ecosystem: Ecosystem): VersionStyle =>
  ecosystem === 'conda' ? versionStyles.conda : versionStyles.requirements;

/**
 * A version as it is written in a place: with its own operator if that is one there, else with the operator that was
 * there before, else with the usual one.
 */
export function specifier(version: string, written: string | undefined, { usual, operators }: VersionStyle): string {
  if (operators.some((one) => version.startsWith(one))) return version;
  const operator = written?.includes(',') ? undefined : operators.find((one) => written?.startsWith(one));
  return `${operator ?? usual}${version.replace(/^[\^~<>=!\s]+/, '')}`;
}
