import { lineEndOf } from '../fixes/changes';
import { catalogKey, catalogRange } from '../fixes/pnpmWorkspace';
import type { Slot, SlotEntry, Span } from '../model';
import { wholeOf } from './field';
import { namesBeside, placeAt, type Read, subjectOf } from './probe';
import { type Line, lineAround, yamlField, yamlPlace } from './yaml';

/** Packages with their ranges, and ranges, in the catalogs of pnpm. */
export function slotInCatalog(text: string, offset: number, read: Read): Slot | undefined {
  const line = lineAround(text, offset);
  return rangeSlot(text, line, read) ?? nameSlot(text, offset, line, read);
}

function rangeSlot(text: string, line: Line, read: Read): Slot | undefined {
  const field = yamlField(line);
  const place = field && yamlPlace(text, field, 'zz9', read);
  if (!field || place?.kind !== 'version') return undefined;
  const { quote, isClosed } = field;
  const write = ({ name }: SlotEntry) => (!quote ? catalogRange(name) : isClosed ? name : quote + name + quote);
  return { ...subjectOf(place), ...wholeOf(field), write };
}

/** A key that is being typed. */
interface Key {
  readonly span: Span;
  readonly prefix: string;
  readonly indent: string;
  /** Its range stands there already. */
  readonly isWhole: boolean;
}

const typed = /^([ \t]+)(["']?)([@\w./-]*)$/;
const following = /^([@\w./-]*["']?)[ \t]*(:?)/;

function keyAt(offset: number, { head, tail }: Line): Key | undefined {
  const [, indent, quote = '', prefix = ''] = typed.exec(head) ?? [];
  const [whole = '', rest = '', colon] = following.exec(tail) ?? [];
  const isAlone = tail.slice(whole.length).trim() === '';
  if (indent === undefined || (!colon && !isAlone)) return undefined;
  const end = offset + (isAlone ? whole : rest).length;
  return { span: { start: offset - prefix.length - quote.length, end }, prefix, indent, isWhole: !isAlone };
}

function nameSlot(text: string, offset: number, line: Line, read: Read): Slot | undefined {
  const key = keyAt(offset, line);
  const probe = { before: '', word: 'zz9', after: key?.isWhole ? '' : ': "1"' };
  const place = key && placeAt(text, key.span, probe, read);
  if (!key || place?.kind !== 'name') return undefined;
  const { span, prefix, indent, isWhole } = key;
  const range = (entry: SlotEntry) => (isWhole ? '' : `: ${catalogRange(entry.version ?? '*')}`);
  return {
    ...subjectOf(place),
    taken: namesBeside(read(text), place.dependency.scope, span),
    span,
    insertEnd: span.end,
    prefix,
    write: (entry) => catalogKey(entry.name) + range(entry),
    ...(!isWhole && { writeSnippet: (body: string) => body.split('\n').join(`${lineEndOf(text)}${indent}`) }),
  };
}
