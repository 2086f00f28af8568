import { lineEndOf } from '../fixes/changes';
import { isWholeBlock, isWholeScript } from '../fixes/gradle';
import type { Slot, SlotEntry } from '../model';
import { isLibrary } from '../syntax/gradle';
import { statementsOf, type Token, tokensOf } from '../syntax/script';
import { namesBeside, placeAt, probed, type Read, subjectOf } from './probe';
import { lineAround, type Words, wordsAlone } from './yaml';

/** Artifacts with their versions, and versions, in strings; whole lines and blocks where nothing stands yet. */
export function slotInGradle(text: string, offset: number, read: Read): Slot | undefined {
  const string = tokensOf(text).find(
    ({ kind, span }) => kind === 'string' && span.start <= offset && offset <= span.end,
  );
  if (string) return stringSlot(text, offset, string, read);
  const words = wordsAlone(lineAround(text, offset));
  if (!words || words.dash) return undefined;
  return lineSlot(text, words, read) ?? blockSlot(text, words, offset);
}

/** What a name may have in front of the offset, and behind it. */
const before = /^[\w.:@-]*$/;
const after = /^[\w.:@-]*/;

function stringSlot(text: string, offset: number, string: Token, read: Read): Slot | undefined {
  const { start } = string.span;
  const head = text.slice(start, offset);
  const end = string.isOpen
    ? offset + (after.exec(text.slice(offset, string.span.end))?.[0].length ?? 0)
    : string.span.end;
  const quote = text.charAt(start - 1);
  if (!before.test(head) || end - start > longest) return undefined;
  const close = string.isOpen ? quote : '';
  const isVersion = /^[\w.-]+:[\w.-]+:/.exec(head)?.[0];
  const from = start + (isVersion?.length ?? 0);
  const probe = isVersion
    ? { before: '', word: 'zz9', after: close }
    : { before: '', word: 'zz9:zz9', after: `:1${close}` };
  const place = placeAt(text, { start: from, end }, probe, read);
  if (place?.kind !== (isVersion ? 'version' : 'name')) return undefined;
  const write = ({ name, version }: SlotEntry) => (isVersion ? name : coordinate(name, version)) + close;
  const taken = isVersion ? {} : { taken: namesBeside(read(text), place.dependency.scope, { start, end }) };
  return {
    ...subjectOf(place),
    ...taken,
    fits: isLibrary,
    span: { start: from, end },
    insertEnd: end,
    prefix: text.slice(from, offset),
    write,
  };
}

/** Longer than any coordinates. */
const longest = 300;

const coordinate = (name: string, version: string | undefined) => (version ? `${name}:${version}` : name);

/** A line of a block of dependencies. */
function lineSlot(text: string, { span, prefix, indent }: Words, read: Read): Slot | undefined {
  const place = placeAt(text, span, { before: 'implementation("', word: 'zz9:zz9', after: ':1")' }, read);
  if (place?.kind !== 'name') return undefined;
  return {
    ...subjectOf(place),
    taken: namesBeside(read(text), place.dependency.scope, span),
    fits: isLibrary,
    span,
    insertEnd: span.end,
    prefix: prefix.replace(/^implementation$/, ''),
    write: ({ name, version }) => `implementation("${coordinate(name, version)}")`,
    writeSnippet: (body) => (isWholeBlock(body) ? '' : body.split('\n').join(`${lineEndOf(text)}${indent}`)),
  };
}

/** Outside of all blocks, with nothing else in the statement. */
function blockSlot(text: string, { span, prefix }: Words, offset: number): Slot | undefined {
  const all = statementsOf(probed(text, span, { before: '', word: 'zz9', after: '' }));
  const own = all.find(({ tokens }) => tokens[0]?.span.start === span.start);
  if (!own || own.block || own.tokens.length > 1) return undefined;
  const fits = (body: string) => isWholeBlock(body) && (all.length === 1 || !isWholeScript(body));
  const writeSnippet = (body: string) => (fits(body) ? body.split('\n').join(lineEndOf(text)) : '');
  return { kind: 'snippet', span, insertEnd: offset, prefix, write: ({ name }) => name, writeSnippet };
}
