import type { Located, Span } from '../model';
import type { Block, Statement, Token } from './script';

/** A name in a build script, with its version where that is a literal. */
export interface Named {
  /** `group:artifact`. */
  readonly name: string;
  /** Where it is written: both parts, or the part that tells most. */
  readonly span: Span;
  readonly version: Located | undefined;
}

/** Whether a block has this name, `dependencies { … }` or `commonMain.dependencies { … }`, or is a condition in one. */
export function isBlock(block: Block | undefined, name: string): boolean {
  let around = block;
  for (let depth = 0; depth < deepestCondition && isCondition(around); depth++) around = around?.parent;
  const last = around?.header.at(-1);
  return last?.kind === 'word' && last.value === name;
}

/** Deeper than anybody nests them. */
const deepestCondition = 5;
const isCondition = (block: Block | undefined) => /^(?:if|else)$/.test(block?.header[0]?.value ?? '');

/** The names that a statement in a block of dependencies has: in one string or in several, or by Kotlin's short form. */
export function coordinatesOf(tokens: readonly Token[]): Named[] {
  if (tokens[0]?.kind === 'sign' || filters.has(tokens[0]?.value ?? '')) return [];
  const strings = tokens.flatMap((token, at) => {
    if (token.kind !== 'string' || token.isOpen) return [];
    const called = tokens[at - 1]?.value === '(' ? (tokens[at - 2]?.value ?? '') : '';
    if (called === 'kotlin') return [kotlinModule(token)];
    return ofOtherKinds.has(called) ? [] : (coordinate(token) ?? []);
  });
  return [...strings, ...mapsOf(tokens)];
}

/** What other plugins write in blocks of this name to leave something out of what they pack. */
const filters: ReadonlySet<string> = new Set(['exclude', 'include']);

/** Functions whose strings name no artifact. */
const ofOtherKinds: ReadonlySet<string> = new Set(['project', 'files', 'fileTree', 'npm', 'because']);

const name = /^[\w.-]+:[\w.-]+(?=[:@]|$)/;
/** The version; a classifier and a type, which belong to the artifact. */
const rest = /^(?::([^:@\s$]*)(?::[\w.-]*)?)?(?:@[\w.]+)?$/;

/** `group:artifact:version`; the version may be an expression, the name may not. */
function coordinate({ value, span }: Token): Named | undefined {
  const [found] = name.exec(value) ?? [];
  if (!found) return undefined;
  const after = value.slice(found.length);
  const [all, version] = rest.exec(after) ?? [];
  if (all === undefined && !after.includes('$')) return undefined;
  const end = span.start + found.length;
  return { name: found, span: { start: span.start, end }, version: version ? located(version, end + 1) : undefined };
}

const located = (value: string, start: number): Located => ({ value, span: { start, end: start + value.length } });

const kotlinModule = ({ value, span }: Token): Named => ({
  name: `org.jetbrains.kotlin:kotlin-${value}`,
  span,
  version: undefined,
});

/** The parts of `group: 'a', name: 'b', version: 'c'`; several such maps one after the other. */
export interface Parts {
  readonly group: Token;
  readonly name: Token;
  readonly version: Token | undefined;
}

/** The maps of a statement; the parts of a map may stand in any order. */
export function partsOf(tokens: readonly Token[]): Parts[] {
  const maps: Map<string, Token>[] = [];
  for (const [at, token] of tokens.entries()) {
    const key = tokens[at - 2]?.value ?? '';
    if (token.kind !== 'string' || token.isOpen || !/^(?:group|name|version)$/.test(key)) continue;
    if (!/^[:=]$/.test(tokens[at - 1]?.value ?? '')) continue;
    if (!maps.length || maps.at(-1)?.has(key)) maps.push(new Map());
    maps.at(-1)?.set(key, token);
  }
  return maps.flatMap((map) => {
    const [group, artifact] = [map.get('group'), map.get('name')];
    return group && artifact ? [{ group, name: artifact, version: map.get('version') }] : [];
  });
}

const mapsOf = (tokens: readonly Token[]): Named[] =>
  partsOf(tokens)
    .filter((one) => isPlain(one.group) && isPlain(one.name))
    .map((one) => ({
      name: `${one.group.value}:${one.name.value}`,
      span: one.name.span,
      version: literal(one.version),
    }));

const isPlain = ({ value }: Token) => /^[\w.-]+$/.test(value);

const literal = (token: Token | undefined): Located | undefined =>
  token?.value && !token.value.includes('$') && !token.isOpen ? { value: token.value, span: token.span } : undefined;

/** Ids from before plugins had addresses. */
const oldIds: ReadonlyMap<string, string> = new Map([
  ['kotlin', 'org.jetbrains.kotlin.jvm'],
  ['kotlin-android', 'org.jetbrains.kotlin.android'],
  ['kotlin-multiplatform', 'org.jetbrains.kotlin.multiplatform'],
]);

/** The plugin that a statement applies: `id("a") version "1"`, `kotlin("jvm")`, `apply plugin: 'a'`. */
export function pluginOf({ tokens, block }: Statement): Named | undefined {
  const [first, second] = tokens;
  const at = tokens.findIndex((one) => one.kind === 'string');
  const id = tokens[at];
  const isApplied = first?.value === 'apply' && tokens.some((one) => one.value === 'plugin');
  const isListed = isBlock(block, 'plugins') && (first?.value === 'id' || first?.value === 'kotlin') && at < 3;
  if (!id || id.isOpen || !second || !(isApplied || isListed) || !isPlain(id)) return undefined;
  const whole = first?.value === 'kotlin' ? `org.jetbrains.kotlin.${id.value}` : (oldIds.get(id.value) ?? id.value);
  const version = tokens.findIndex(({ kind, value }) => kind === 'word' && value === 'version');
  const written = version < 0 ? undefined : tokens.slice(version).find((one) => one.kind === 'string');
  return { name: markerOf(whole), span: id.span, version: literal(written) };
}

/** The artifact that Gradle looks for where a plugin of this id is asked for. */
export const markerOf = (id: string) => `${id}:${id}${marker}`;
const marker = '.gradle.plugin';

/** Whether an artifact is one that code can be built with. */
export const isLibrary = (artifact: string) => !artifact.endsWith(marker);

/** The id of the plugin that an artifact stands for; undefined for any other artifact. */
export function pluginId(artifact: string): string | undefined {
  const [id] = artifact.split(':');
  return id && artifact === markerOf(id) ? id : undefined;
}
