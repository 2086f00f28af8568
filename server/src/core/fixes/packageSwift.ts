import type { Dependency, Edit, FileKind, Replacement, Source, TextChange } from '../model';
import { type PackageCall, packageCalls, packageList, repositoryUrl } from '../syntax/packageSwift';
import { type Token, tokensOf } from '../syntax/script';
import { indentationAt, lineAt, lineEndOf, rewrite } from './changes';
import { removal } from './removal';

/**
 * Address and version together; a package that is there already is not asked for twice. What the targets call it is code,
 * and follows by hand.
 */
export function replacePackage(source: Source, { nameSpan }: Dependency, by: Replacement): Edit | undefined {
  const { text, dependencies } = source;
  const call = packageCalls(text).find(({ url }) => url?.span.start === nameSpan.start);
  if (dependencies.some((one) => one.name === by.name && one.nameSpan.start !== nameSpan.start))
    return call?.span && { changes: [removal(text, call.span)] };
  const version = call && versionChanges(text, call, by.version);
  return version && { changes: [...rewrite(text, nameSpan, repositoryUrl(by.name)), ...version] };
}

/** The version where there is one; else `from` in the place of what says which will do. Undefined over several lines. */
export function versionChanges(
  text: string,
  { url, version, requirement }: PackageCall,
  by: string | undefined,
): TextChange[] | undefined {
  if (!by || !url) return [];
  if (version && !version.isOpen) return rewrite(text, version.span, by);
  const behind = url.span.end + 1;
  const span = requirement ?? { start: behind, end: behind };
  if (/[\r\n]/.test(text.slice(span.start, span.end))) return undefined;
  return [{ span, text: `${requirement ? '' : ', '}from: "${by}"` }];
}

/**
 * The last item of the list of packages, which is begun before the targets where there is none; a whole manifest where
 * there is nothing yet.
 */
export const insertPackage: FileKind['insert'] = (text, _near, { body }) => {
  const tokens = tokensOf(text);
  if (text.trim() === '')
    return { span: { start: 0, end: text.length }, text: lines(text, body, '') + lineEndOf(text) };
  if (!isItem(body)) return undefined;
  const list = packageList(tokens);
  const close = list && tokens[list.close];
  const last = list && tokens[list.close - 1];
  return close && last ? inList(text, last, close, body) : newList(text, tokens, body);
};

/** Whether a snippet is one package, not a whole manifest. */
export const isItem = (body: string) => body.startsWith('.package');

const lines = (text: string, body: string, indent: string) => body.split('\n').join(lineEndOf(text) + indent);

function inList(text: string, last: Token, close: Token, body: string): TextChange {
  const end = lineEndOf(text);
  const around = indentationAt(text, close.span.start);
  const indent = last.value === '[' ? `${around}    ` : indentationAt(text, last.span.start);
  const comma = last.value === ',' || last.value === '[' ? '' : ',';
  const isOwnLine = text.slice(lineAt(text, close.span.start).start, close.span.start).trim() === '';
  const place = last.span.end;
  const rest = isOwnLine ? '' : end + around;
  return { span: { start: place, end: place }, text: `${comma}${end}${indent}${lines(text, body, indent)}${rest}` };
}

function newList(text: string, tokens: readonly Token[], body: string): TextChange | undefined {
  const targets = tokens.find(({ value }, at) => value === 'targets' && tokens[at + 1]?.value === ':');
  if (!targets) return undefined;
  const end = lineEndOf(text);
  const indent = indentationAt(text, targets.span.start);
  const inner = `${indent}    `;
  const place = targets.span.start;
  const list = `dependencies: [${end}${inner}${lines(text, body, inner)}${end}${indent}],${end}${indent}`;
  return { span: { start: place, end: place }, text: list };
}
