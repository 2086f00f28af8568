import { lineEndOf, rewrite } from '../fixes/changes';
import type { Slot, SlotEntry, Span } from '../model';
import { modulePath, moduleVersion } from '../syntax/goModule';
import { namesBeside, type Place, placeAt, type Read, subjectOf } from './probe';
import { type Line, lineAround } from './yaml';

/** Modules with their versions, and versions, in what is required. */
export function slotInGoMod(text: string, offset: number, read: Read): Slot | undefined {
  const line = lineAround(text, offset);
  return nameSlot(text, line, read) ?? versionSlot(text, line, read);
}

/** A word, or nothing yet, where the path of a module goes. */
const path = /^([ \t]*(?:require[ \t]+)?)(["`]?)([^\s"`()]*)$/;
/** The rest of the path, and the version that it has. */
const rest = /^[^\s"`()]*["`]?(?:[ \t]+[^\s"`()/]+)?/;

function nameSlot(text: string, line: Line, read: Read): Slot | undefined {
  const [, lead, quote = '', prefix = ''] = path.exec(line.head) ?? [];
  if (lead === undefined) return undefined;
  const offset = line.start + line.head.length;
  const end = offset + (rest.exec(line.tail)?.[0].length ?? 0);
  const span = { start: offset - prefix.length - quote.length, end };
  const place = placeAt(text, span, { before: '', word: 'zz9.zz/zz9', after: ' v0.0.0' }, read);
  if (place?.kind !== 'name') return undefined;
  return {
    ...subjectOf(place),
    taken: namesBeside(read(text), place.dependency.scope, span),
    span,
    insertEnd: end,
    prefix,
    write: requirement,
    writeSnippet: (body) => linesOf(text, body, lead),
  };
}

function requirement({ name, version }: SlotEntry): string {
  const written = moduleVersion(version ?? 'latest');
  return `${modulePath(name, written)} ${written}`;
}

/** Lines of a block; a single requirement is one line. */
function linesOf(text: string, body: string, lead: string): string {
  return lead.trim() ? (body.includes('\n') ? '' : body) : body.split('\n').join(`${lineEndOf(text)}${lead}`);
}

const version = /^([ \t]*(?:require[ \t]+)?(?:"[^"]*"|`[^`]*`|[^\s"`()]+)[ \t]+)([^\s"`()/]*)$/;

function versionSlot(text: string, { start, head, tail }: Line, read: Read): Slot | undefined {
  const [, lead, prefix = ''] = version.exec(head) ?? [];
  if (lead === undefined) return undefined;
  const end = start + head.length + (/^[^\s"`()/]*/.exec(tail)?.[0].length ?? 0);
  const span: Span = { start: start + lead.length, end };
  const place: Place | undefined = placeAt(text, span, { before: '', word: 'v0.0.0', after: '' }, read);
  if (place?.kind !== 'version') return undefined;
  const { name, nameSpan } = place.dependency;
  return {
    ...subjectOf(place),
    span,
    insertEnd: end,
    prefix,
    write: (entry) => moduleVersion(entry.name),
    also: (entry) => (entry ? rewrite(text, nameSpan, modulePath(name, moduleVersion(entry.name))) : []),
  };
}
