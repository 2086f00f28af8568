import { lineEndOf } from '../fixes/changes';
import type { Slot, SlotEntry } from '../model';
import { maskTemplate } from '../syntax/template';
import { childOf, type Entry, scanYaml } from '../syntax/yaml';
import { extentOf, type Field, wholeOf } from './field';
import { namesBeside, type Place, probed, type Read, subjectOf } from './probe';
import { type Line, lineAround, type Words, wordsAlone, yamlField, yamlPlace, yamlScalar } from './yaml';

/** The name, version and repository of a dependency, and whole items where there is none yet. */
export function slotInChart(text: string, offset: number, read: Read): Slot | undefined {
  const line = lineAround(text, offset);
  const field = yamlField(line);
  if (!field) return itemSlot(text, line, read);
  const place = yamlPlace(text, field, 'zz9', read);
  return place && valueSlot(text, line, field, place, read);
}

function valueSlot(text: string, line: Line, field: Field, place: Place, read: Read): Slot {
  const isName = place.kind === 'name';
  const indent = isName && field.isLast ? keyIndent(line) : undefined;
  const missing = indent === undefined ? [] : missingIn(text, field);
  // The keys that are missing stand below the name, so that no part of the old word may stay behind it.
  const around = missing.length ? { ...field, isClosed: false } : field;
  return {
    ...subjectOf(place),
    ...(isName && !missing.length ? extentOf(field) : wholeOf(around)),
    ...(isName ? { taken: namesBeside(read(text), place.dependency.scope, field.span) } : {}),
    write: (entry) => yamlScalar(entry.name, around) + linesOf(text, missing, entry, indent ?? ''),
  };
}

type Key = 'version' | 'repository';
const keys: readonly Key[] = ['version', 'repository'];

/** The column of `name` where it begins its line, a dash before it or not. */
const keyIndent = ({ head }: Line) => /^([ \t]*(?:- +)?)name[ \t]*:/.exec(head)?.[1]?.replace('-', ' ');

/** What the item of a name does not have yet. */
function missingIn(text: string, { span, quote }: Field): readonly Key[] {
  const entries = scanYaml(maskTemplate(probed(text, span, { before: quote, word: 'zz9', after: quote })));
  const name = entries.find((one) => one.valueSpan?.start === span.start + quote.length);
  const item = name && entries[name.parent];
  return item ? keys.filter((key) => !childOf(entries, key, item)) : [];
}

function linesOf(text: string, missing: readonly Key[], entry: SlotEntry, indent: string): string {
  const lines = missing.flatMap((key) => (entry[key] ? [`${key}: ${yamlScalar(entry[key], plain)}`] : []));
  return lines.map((line) => lineEndOf(text) + indent + line).join('');
}

const plain = { quote: '', isClosed: true } as const;

/** An item of `dependencies` that has nothing in it, or a line where the next may begin. */
function itemSlot(text: string, line: Line, read: Read): Slot | undefined {
  const words = wordsAlone(line);
  if (!words || !isItem(text, words)) return undefined;
  const { span, prefix, dash } = words;
  const indent = `${words.indent}${' '.repeat(dash.length || 2)}`;
  const lineEnd = lineEndOf(text) + indent;
  const begin = dash ? '' : '- ';
  return {
    kind: 'name',
    ecosystem: 'helm',
    scope: 'chart',
    taken: namesBeside(read(text), 'chart', span),
    span,
    insertEnd: span.end,
    prefix,
    write: (entry) => `${begin}name: ${yamlScalar(entry.name, plain)}${linesOf(text, keys, entry, indent)}`,
    writeSnippet: (body) =>
      begin +
      body
        .replace(/^- +/, '')
        .split(/\n(?: {2})?/)
        .join(lineEnd),
  };
}

/** Whether the words would be an item of the chart's dependencies, in the column of the others. */
function isItem(text: string, { span, dash }: Words & { dash: string }): boolean {
  const probe = { before: dash ? '' : '- ', word: 'zz9', after: '' };
  const entries = scanYaml(maskTemplate(probed(text, span, probe)));
  const item = entries.find((one) => one.valueSpan?.start === span.start + probe.before.length);
  const list = item && item.value === 'zz9' ? entries[item.parent] : undefined;
  if (!item || item.key !== undefined || list?.key !== 'dependencies' || list.parent >= 0) return false;
  return siblings(entries, item).every((one) => one.column === item.column);
}

const siblings = (entries: readonly Entry[], { parent }: Entry) => entries.filter((one) => one.parent === parent);
