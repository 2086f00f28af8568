import { lineEndOf } from '../fixes/changes';
import { isItem, versionChanges } from '../fixes/packageSwift';
import type { Slot, SlotEntry, TextChange } from '../model';
import { isRightInside, packageCalls, packageList, repositoryUrl } from '../syntax/packageSwift';
import { type Token, tokensOf } from '../syntax/script';
import { namesBeside, placeAt, probed, type Read, subjectOf } from './probe';
import { lineAround, type Words, wordsAlone } from './yaml';

/** Addresses of packages with their versions, and versions, in strings; whole packages where nothing stands yet. */
export function slotInPackageSwift(text: string, offset: number, read: Read): Slot | undefined {
  const tokens = tokensOf(text);
  const string = tokens.find(({ kind, span }) => kind === 'string' && span.start <= offset && offset <= span.end);
  if (string) return urlSlot(text, offset, string, read) ?? versionSlot(text, offset, string, read);
  const words = wordsAlone(lineAround(text, offset));
  if (!words || words.dash) return undefined;
  return text.trim() === words.prefix.trim() ? fileSlot(text, words) : itemSlot(text, words, read);
}

const word = 'https://zz9.zz/zz9/zz9';
const typed = /^[\w.:/@+~-]*$/;
const rest = /^[\w.:/@+~-]*/;

/** The part of a string that is replaced, and what closes it. */
function insideOf(text: string, offset: number, { span, isOpen }: Token) {
  const head = text.slice(span.start, offset);
  if (!typed.test(head)) return undefined;
  if (!isOpen) return { head, span, close: '' };
  const end = offset + (rest.exec(text.slice(offset, span.end))?.[0].length ?? 0);
  return { head, span: { start: span.start, end }, close: '"' };
}

function urlSlot(text: string, offset: number, string: Token, read: Read): Slot | undefined {
  const inside = insideOf(text, offset, string);
  const place = inside && placeAt(text, inside.span, { before: '', word, after: inside.close }, read);
  if (!inside || place?.kind !== 'name' || place.dependency.skipReason) return undefined;
  const { head, span, close } = inside;
  return {
    ...subjectOf(place),
    taken: namesBeside(read(text), place.dependency.scope, span),
    span,
    insertEnd: span.end,
    prefix: head.replace(/^https?:\/\//, ''),
    write: ({ name, version }) => repositoryUrl(name) + (close && version ? `", from: "${version}"` : close),
    also: (entry) => (entry && !close ? versionBeside(text, string, entry) : []),
  };
}

/** The version that belongs to an address. */
function versionBeside(text: string, { span }: Token, { version }: SlotEntry): readonly TextChange[] {
  const call = packageCalls(text).find(({ url }) => url?.span.start === span.start);
  return (call && versionChanges(text, call, version)) ?? [];
}

function versionSlot(text: string, offset: number, string: Token, read: Read): Slot | undefined {
  const inside = insideOf(text, offset, string);
  const place = inside && placeAt(text, inside.span, { before: '', word: '1.0.0', after: inside.close }, read);
  if (!inside || place?.kind !== 'version') return undefined;
  const { head, span, close } = inside;
  return { ...subjectOf(place), span, insertEnd: span.end, prefix: head, write: ({ name }) => name + close };
}

/** A line of the list of packages; what stands before it gets the comma that it needs. */
function itemSlot(text: string, { span, prefix, indent }: Words, read: Read): Slot | undefined {
  const before = '.package(url: "';
  const probe = { before, word, after: '", from: "1.0.0"),' };
  const tokens = tokensOf(probed(text, span, probe));
  const at = tokens.findIndex((one) => one.span.start === span.start);
  const list = packageList(tokens);
  const place = placeAt(text, span, probe, read);
  if (!list || !isRightInside(tokens, at, list) || place?.kind !== 'name') return undefined;
  const last = tokens[at - 1];
  const comma = last?.value === ')' ? [{ span: { start: last.span.end, end: last.span.end }, text: ',' }] : [];
  return {
    ...subjectOf(place),
    taken: namesBeside(read(text), place.dependency.scope, span),
    span,
    insertEnd: span.end,
    prefix,
    write: ({ name, version }) => `${before}${repositoryUrl(name)}", from: "${version ?? '1.0.0'}"),`,
    writeSnippet: (body) => (isItem(body) ? body.split('\n').join(lineEndOf(text) + indent) : ''),
    also: () => comma,
  };
}

/** A whole manifest where there is none yet. */
const fileSlot = (text: string, { span, prefix }: Words): Slot => ({
  kind: 'snippet',
  span,
  insertEnd: span.end,
  prefix,
  write: ({ name }) => name,
  writeSnippet: (body) => (isItem(body) ? '' : body.split('\n').join(lineEndOf(text))),
});
