import type { Span } from '../model';
import { type Token, tokensOf } from './script';

/** `.package(url: "…", from: "1.0.0")` in a manifest of Swift. */
export interface PackageCall {
  /** All of it; undefined where it is still open. */
  readonly span: Span | undefined;
  /** The string that says where it comes from. */
  readonly url: Token | undefined;
  readonly path: Token | undefined;
  /** The only string of what says which versions will do; undefined for ranges, branches and revisions. */
  readonly version: Token | undefined;
  /** All that says which versions will do; undefined where nothing does. */
  readonly requirement: Span | undefined;
}

/** One argument of a call, its label among its tokens. */
interface Argument {
  label: string;
  readonly tokens: Token[];
}

/** All packages that a manifest asks for, in its order. One that is still open ends where the next begins. */
export function packageCalls(text: string): PackageCall[] {
  const tokens = tokensOf(text);
  const starts = tokens.flatMap((_, at) => (isCall(tokens, at) ? [at] : []));
  return starts.map((at, index) => {
    const { found, close } = argumentsOf(tokens, at + 3, starts[index + 1] ?? tokens.length);
    const start = tokens[at]?.span.start ?? 0;
    return { span: close && { start, end: close.span.end }, ...partsOf(found) };
  });
}

const isCall = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.value === '.' && tokens[at + 1]?.value === 'package' && tokens[at + 2]?.value === '(';

/** The arguments of a call, and the bracket that closes it. */
function argumentsOf(tokens: readonly Token[], from: number, to: number) {
  const found: Argument[] = [{ label: '', tokens: [] }];
  let depth = 1;
  for (const token of tokens.slice(from, to)) {
    if (isOpener(token)) depth++;
    if (isCloser(token) && --depth === 0) return { found, close: token.value === ')' ? token : undefined };
    if (depth === 1) addTo(found, token);
    else found.at(-1)?.tokens.push(token);
  }
  return { found, close: undefined };
}

function addTo(found: Argument[], token: Token): void {
  const argument = found.at(-1);
  const isSign = token.kind === 'sign';
  if (isSign && token.value === ',') found.push({ label: '', tokens: [] });
  else if (isSign && token.value === ':' && argument?.tokens.length === 1)
    argument.label = argument.tokens[0]?.value ?? '';
  else argument?.tokens.push(token);
}

function partsOf(all: readonly Argument[]): Omit<PackageCall, 'span'> {
  const string = (label: string) =>
    all.find((one) => one.label === label)?.tokens.find((token) => token.kind === 'string');
  const tokens = all.filter(({ label }) => !notRequired.has(label)).flatMap((one) => one.tokens);
  const [version, other] = tokens.filter((one) => one.kind === 'string');
  const isOther = other || tokens.some(({ kind, value }) => kind === 'word' && notVersions.has(value));
  return {
    url: string('url'),
    path: string('path'),
    version: isOther ? undefined : version,
    requirement: spanOf(tokens),
  };
}

/** Arguments that do not say which versions will do. */
const notRequired: ReadonlySet<string> = new Set(['url', 'path', 'name', 'id', 'traits']);
/** Words of what names no version. */
const notVersions: ReadonlySet<string> = new Set(['branch', 'revision']);

function spanOf(tokens: readonly Token[]): Span | undefined {
  const [first, last] = [tokens[0], tokens.at(-1)];
  const quote = (token: Token) => (token.kind === 'string' ? 1 : 0);
  if (!first || !last) return undefined;
  return { start: first.span.start - quote(first), end: last.span.end + (last.isOpen ? 0 : quote(last)) };
}

/**
 * A repository without the ways to reach it, in lower case as Swift compares them: `github.com/alamofire/alamofire` for
 * `git@github.com:Alamofire/Alamofire.git`; undefined for what is no repository.
 */
export function repositoryName(url: string): string | undefined {
  if (url.length > longest) return undefined;
  const plain = url
    .trim()
    .replace(/^[a-z][a-z\d+.-]*:\/\//i, '')
    .replace(/^[^/@]*@/, '')
    .replace(/^([^/:]+):(?:\d+\/)?/, '$1/')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
  const [host = '', ...path] = plain.split('/');
  return host.includes('.') && path.length > 0 && path.every(Boolean) && /^[\w./~+-]+$/.test(plain)
    ? plain.toLowerCase()
    : undefined;
}

/** Longer than any address. */
const longest = 500;

/** The usual address of a repository. */
export const repositoryUrl = (name: string): string => `https://${name}.git`;

/** The list of packages of a manifest, as places among its tokens. */
export interface PackageList {
  readonly open: number;
  /** Behind the last token where the list is still open. */
  readonly close: number;
}

/** `dependencies: [ … ]` right inside `Package( … )`; all other lists of this name are those of targets. */
export function packageList(tokens: readonly Token[]): PackageList | undefined {
  const around: number[] = [];
  let open = -1;
  let depth = 0;
  for (const [at, token] of tokens.entries()) {
    if (isOpener(token)) {
      if (open < 0 && isPackageList(tokens, at, around.at(-1) ?? -1)) [open, depth] = [at, around.length];
      around.push(at);
    } else if (isCloser(token)) {
      around.pop();
      if (open >= 0 && around.length <= depth) return { open, close: at };
    }
  }
  return open < 0 ? undefined : { open, close: tokens.length };
}

const isOpener = ({ kind, value }: Token) => kind === 'sign' && '([{'.includes(value);
const isCloser = ({ kind, value }: Token) => kind === 'sign' && ')]}'.includes(value);

const isPackageList = (tokens: readonly Token[], at: number, around: number) =>
  tokens[at]?.value === '[' &&
  tokens[at - 1]?.value === ':' &&
  tokens[at - 2]?.value === 'dependencies' &&
  tokens[around - 1]?.value === 'Package';

/** Whether a token stands in a list and in nothing else that the list holds. */
export function isRightInside(tokens: readonly Token[], at: number, { open, close }: PackageList): boolean {
  if (at <= open || at >= close) return false;
  const inside = tokens.slice(open + 1, at);
  return inside.filter(isOpener).length === inside.filter(isCloser).length;
}
