import { keepLast } from '../keepLast';
import type { Dependency, Edit, FileKind, Replacement, Source, Span, TextChange } from '../model';
import { isBlock, type Parts, partsOf, pluginId } from '../syntax/gradle';
import { statementsOf, tokensOf } from '../syntax/script';
import { indentationAt, lineAt, lineEndOf, rewrite } from './changes';
import { insertAtEnd } from './insertion';

/**
 * Name and version together: in one string, in strings of their own, or as the id of a plugin. Where the new name stands
 * already, a line with the old one alone only goes.
 */
export function replaceInGradle(source: Source, dependency: Dependency, by: Replacement): Edit | undefined {
  const { text, dependencies } = source;
  const { name, nameSpan, version, scope } = dependency;
  const others = dependencies.filter((one) => one.scope === scope && one.nameSpan.start !== nameSpan.start);
  const line = others.some((one) => one.name === by.name) ? lineOf(text, nameSpan) : undefined;
  if (line) return { changes: [{ span: line, text: '' }] };
  const written = text.slice(nameSpan.start, nameSpan.end);
  if (written === name) return inString(text, dependency, by);
  const id = pluginId(by.name);
  if (pluginId(name) === written) {
    if (!id || (by.version && !version)) return undefined;
    return { changes: [...rewrite(text, nameSpan, id), ...rewrite(text, version, by.version)] };
  }
  const parts = partsIn(text).find((one) => one.name.span.start === nameSpan.start);
  return parts && inParts(text, parts, by);
}

/** Both are asked for each of many findings. */
const partsIn = keepLast((text: string) => statementsOf(text).flatMap(({ tokens }) => partsOf(tokens)));
const tokensIn = keepLast(tokensOf);

/** The line of a name, where nothing else stands on it but the call and a comment. */
function lineOf(text: string, { start, end }: Span): Span | undefined {
  const line = lineAt(text, start);
  const before = /^\s*\w+[ (]+["']$/.test(text.slice(line.start, start));
  const after = /^[\w.:-]*["']\)?[ \t]*(?:\/\/.*)?\r?\n?$/.test(text.slice(end, line.end));
  return before && after ? line : undefined;
}

function inString(text: string, { nameSpan, version }: Dependency, by: Replacement): Edit | undefined {
  const names = rewrite(text, nameSpan, by.name);
  if (version || !by.version) return { changes: [...names, ...rewrite(text, version, by.version)] };
  const rest = restOf(text, nameSpan);
  // A version may be added, and an expression goes; what is put together from several strings is left alone.
  if (!rest || !/^(?:$|:[^:@]*\$)/.test(text.slice(rest.start, rest.end))) return undefined;
  return { changes: [...names, { span: rest, text: `:${by.version}` }] };
}

/** What stands behind a name in its string. */
function restOf(text: string, { start, end }: Span): Span | undefined {
  const string = tokensIn(text).find(({ kind, span }) => kind === 'string' && span.start === start);
  return string && { start: end, end: string.span.end };
}

function inParts(text: string, { group, name, version }: Parts, by: Replacement): Edit | undefined {
  const [newGroup, newName] = by.name.split(':');
  if (!newName || (by.version && !version)) return undefined;
  return {
    changes: [
      ...rewrite(text, group.span, newGroup),
      ...rewrite(text, name.span, newName),
      ...rewrite(text, version?.span, by.version),
    ],
  };
}

/** Whether a snippet is whole blocks: `android { … }`. */
export const isWholeBlock = (body: string) => /^\w[^\n]*\{[^\n}]*(?:\n|$)/.test(body);

/** Whether a snippet is a whole script: its plugins have to come first. */
export const isWholeScript = (body: string) => /^plugins[ \t]*\{/.test(body);

/**
 * Lines at the end of the first block of dependencies, which is begun where there is none; blocks after everything; a
 * whole script where there is nothing yet.
 */
export const insertInGradle: FileKind['insert'] = (text, near, inserted) => {
  const { body } = inserted;
  if (isWholeScript(body) && statementsOf(text).length > 0) return undefined;
  const place = isWholeBlock(body) ? undefined : endOfDependencies(text);
  if (isWholeBlock(body)) return insertAtEnd(text, near, inserted);
  if (place === undefined) return insertAtEnd(text, near, { body: `dependencies {\n    ${indented(body, '    ')}\n}` });
  return linesBefore(text, place, body);
};

const indented = (body: string, indent: string) => body.replaceAll('\n', `\n${indent}`);

/** Where the brace stands that closes the block of dependencies outside of all others. */
function endOfDependencies(text: string): number | undefined {
  const inside = statementsOf(text).find(({ block }) => isBlock(block, 'dependencies') && !block?.parent);
  const open = inside?.block?.header.at(-1)?.span.end ?? -1;
  return open < 0 ? undefined : closingBrace(text, open);
}

function closingBrace(text: string, from: number): number | undefined {
  let depth = 0;
  for (const { kind, value, span } of tokensOf(text)) {
    if (span.start < from || kind !== 'sign') continue;
    if (value === '{') depth++;
    if (value === '}' && --depth === 0) return span.start;
  }
  return undefined;
}

function linesBefore(text: string, brace: number, body: string): TextChange {
  const end = lineEndOf(text);
  const line = lineAt(text, brace);
  const isOwnLine = text.slice(line.start, brace).trim() === '';
  const indent = `${indentationAt(text, brace)}    `;
  const lines = body.split('\n').join(`${end}${indent}`);
  const place = isOwnLine ? line.start : brace;
  const written = isOwnLine ? `${indent}${lines}${end}` : `${end}${indent}${lines}${end}`;
  return { span: { start: place, end: place }, text: written };
}
