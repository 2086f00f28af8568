import { keepLast } from '../keepLast';
import type { Inserted, TextChange } from '../model';
import { indentedExtent } from '../policy/extent';
import { blockAt } from '../syntax/hclBlock';
import { readProperties } from '../syntax/json';
import { maskTemplate } from '../syntax/template';
import { children, scanYaml } from '../syntax/yaml';
import { indentationAt, lineAt, lineEndOf } from './changes';

/** Asked for each of many findings. */
const entriesIn = keepLast((text: string) => scanYaml(maskTemplate(text)));

/** Where a text goes that somebody wants near an offset, with the line ends, commas and indentation it needs there. */
export type Insert = (text: string, near: number, inserted: Inserted) => TextChange;

const at = (offset: number, text: string): TextChange => ({ span: { start: offset, end: offset }, text });

/** In the line ends of the file, each line but the first indented. */
function lines(text: string, body: string, indent = ''): string {
  return body.split('\n').join(`${lineEndOf(text)}${indent}`);
}

/** Terraform: after the block that the offset is in, else where the offset is, a line between blocks. */
export const insertBlock: Insert = (text, near, { body }) => {
  const end = lineEndOf(text);
  const block = blockAt(text, near);
  const place = block ? lineAt(text, block.end).end : lineAt(text, near).start;
  if (text.trim() === '') return { span: { start: 0, end: text.length }, text: `${lines(text, body)}${end}` };
  const isAfterText = place > 0 && text[place - 1] !== '\n';
  const before = isAfterText ? end + end : /(?:^|\n)\s*\r?\n$/.test(text.slice(0, place)) || place === 0 ? '' : end;
  const after = /^\s*(?:\r?\n|$)/.test(text.slice(place)) ? end : end + end;
  return at(place, `${before}${lines(text, body)}${isAfterText ? end : after}`);
};

/** values.yaml: at the end of the file, after an empty line. */
export const insertAtEnd: Insert = (text, _near, { body }) => {
  const end = lineEndOf(text);
  const before = text.trim() === '' ? '' : text.endsWith('\n') ? end : end + end;
  return at(text.length, `${before}${lines(text, body)}${end}`);
};

/** Templates: a document of its own at the end of the file. */
export const insertDocument: Insert = (text, _near, { body }) => {
  const end = lineEndOf(text);
  const before = text.trim() === '' ? '' : `${text.endsWith('\n') ? '' : end}---${end}`;
  return at(text.length, `${before}${lines(text, body)}${end}`);
};

/** The last of a list or a map at the root of a YAML text, which is begun where there is none. */
const insertBelow =
  (key: string): Insert =>
  (text, _near, { body }) => {
    const end = lineEndOf(text);
    const entries = entriesIn(text);
    const list = children(entries).find((entry) => entry.key === key);
    const last = list && children(entries, list).at(-1);
    if (!list) return insertAtEnd(text, 0, { body: `${key}:\n  ${body.replaceAll('\n', '\n  ')}` });
    const indent = last ? indentationAt(text, last.keySpan.start) : '  ';
    const { start, end: below } = indentedExtent(text)((last ?? list).keySpan.start);
    const line = lineAt(text, start + text.slice(start, below).trimEnd().length);
    const written = `${indent}${lines(text, body, indent)}`;
    return text[line.end - 1] === '\n' ? at(line.end, `${written}${end}`) : at(line.end, `${end}${written}`);
  };

/** Chart.yaml: an item of the dependencies. */
export const insertItem = insertBelow('dependencies');

/** Compose: a service. */
export const insertService = insertBelow('services');

/** GitHub Actions: a job. */
export const insertJob = insertBelow('jobs');

/** Helmfile: a release. */
export const insertReleases = insertBelow('releases');

/** pnpm: a line of the catalog. */
export const insertInCatalog = insertBelow('catalog');

/** Where the first map of a name opens; -1 where there is none. */
function openingOf(text: string, map: string): number {
  let found = -1;
  readProperties(text, (key, path) => {
    if (found < 0 && path.length === 0 && key.value === map) found = text.indexOf('{', key.span.end);
  });
  return found;
}

/** package.json: the first lines of the map of this scope, which is begun where there is none. */
export const insertProperties: Insert = (text, _near, { body, scope = 'dependencies' }) => {
  const end = lineEndOf(text);
  const unit = /\n([ \t]+)"/.exec(text)?.[1] ?? '  ';
  const written = `${end}${unit}${unit}${lines(text, body.replace(/,\s*$/, ''), unit + unit)}`;
  const opening = openingOf(text, scope);
  if (opening >= 0) {
    const isEmpty = /^\s*\}/.test(text.slice(opening + 1));
    return at(opening + 1, isEmpty ? `${written}${end}${unit}` : `${written},`);
  }
  const brace = Math.max(0, text.lastIndexOf('}'));
  const content = text.slice(0, brace).trimEnd();
  const comma = /[{,]$/.test(content) || content === '' ? '' : ',';
  return {
    span: { start: content.length, end: brace },
    text: `${comma}${end}${unit}"${scope}": {${written}${end}${unit}}${end}`,
  };
};
