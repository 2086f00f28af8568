import { lineAt, lineEndOf } from '../fixes/changes';
import type { TextChange } from '../model';
import { children, type Entry, scanYaml } from '../syntax/yaml';
import type { Unreasoned } from './excepting';

/** An exception as it is added to a configuration. */
export interface NewException {
  /** Either of the two. */
  readonly technology?: string;
  readonly identifier?: string;
  /** Of files, from the folder of the configuration. */
  readonly paths: readonly string[];
  /** What stands there until somebody writes the reason. */
  readonly reason: string;
}

/**
 * Adds an exception to the list of a configuration, before those that are there, in the style of the file; nothing
 * else of it changes. Undefined where that is no list, or no configuration.
 *
 * @param text undefined where the file is not there yet
 */
export function addException(text: string | undefined, added: NewException): Unreasoned | undefined {
  const content = text ?? '';
  const change = changeOf(content, added);
  if (!change) return undefined;
  const start = change.text.lastIndexOf(JSON.stringify(added.reason)) + 1;
  return { change, reason: { start, end: start + added.reason.length } };
}

/** Whether there is more than comments and the line that begins a document. */
const hasWords = (content: string) => /^[ \t]*[^#\s]/m.test(content.replace(/^\ufeff?---[ \t]*$/m, ''));

function changeOf(content: string, added: NewException): TextChange | undefined {
  const entries = scanYaml(content);
  const root = children(entries);
  if (!isMap(content, root)) return undefined;
  const isInBraces = (root[0]?.column ?? 0) < 0;
  const brace = isInBraces ? afterBrace(content) : undefined;
  if (isInBraces && brace === undefined) return undefined;
  const list = root.find(({ key }) => key === 'exceptions');
  if (list) return inList(content, entries, list, added, isInBraces);
  if (brace !== undefined) return inFlow(content, brace, `exceptions: [${flowItem(added)}]`);
  const indent = ' '.repeat(root[0]?.column ?? 0);
  return atLine(content, content.length, [`${indent}exceptions:`, ...blockItem(added, `${indent}  `)]);
}

function isMap(content: string, root: readonly Entry[]): boolean {
  // Not all that read YAML end a line there, or leave out what marks the beginning of a text.
  if (/\r(?!\n)|(?!^)\ufeff/.test(content)) return false;
  const isOfKeys = root.every(({ key, document }) => key !== undefined && document === 0);
  return isOfKeys && !/^\.\.\./m.test(content) && (root.length > 0 || !hasWords(content));
}

function inList(content: string, entries: readonly Entry[], list: Entry, added: NewException, isInBraces: boolean) {
  const value = nextWord(content, content.indexOf(':', list.keySpan.end) + 1);
  if (list.form === 'other' && content[value] === '[') return inFlow(content, value + 1, flowItem(added));
  return list.form === 'empty' && !isInBraces ? inBlock(content, entries, list, added) : undefined;
}

function inBlock(content: string, entries: readonly Entry[], list: Entry, added: NewException) {
  const [first] = children(entries, list);
  if (first && first.key !== undefined) return undefined;
  const indent = ' '.repeat(first?.column ?? list.column + 2);
  const isFlow = first && content[nextWord(content, first.keySpan.end)] === '{';
  const lines = isFlow ? [`${indent}- ${flowItem(added)}`] : blockItem(added, indent);
  return atLine(content, lineAt(content, list.keySpan.start).end, lines);
}

/** As the first of what is between two brackets. */
function inFlow(content: string, opened: number, item: string): TextChange {
  const at = nextWord(content, opened);
  return { span: { start: at, end: at }, text: /[\]}]/.test(content.charAt(at)) ? item : `${item}, ` };
}

/** Lines of their own. Whatever inserts them may indent what comes after other text: they begin where a line begins. */
function atLine(content: string, at: number, lines: readonly string[]): TextChange {
  const end = lineEndOf(content);
  const text = lines.map((line) => line + end).join('');
  if (at === 0 || content[at - 1] === '\n') return { span: { start: at, end: at }, text };
  const { start } = lineAt(content, at);
  return { span: { start, end: at }, text: content.slice(start, at) + end + text };
}

function blockItem(added: NewException, indent: string): string[] {
  return fieldsOf(added).map((field, at) => `${indent}${at ? '  ' : '- '}${field}`);
}

const flowItem = (added: NewException) => `{ ${fieldsOf(added).join(', ')} }`;

/** The reason in quotes: whatever somebody writes there stays one text. */
const fieldsOf = ({ technology, identifier, paths, reason }: NewException): string[] => [
  technology === undefined ? `identifier: ${JSON.stringify(identifier)}` : `technology: ${technology}`,
  ...(paths.length ? [`paths: [${paths.map((path) => JSON.stringify(literalGlob(path))).join(', ')}]`] : []),
  `reason: ${JSON.stringify(reason)}`,
];

/** The glob that only this path is of. */
const literalGlob = (path: string) => path.replace(/[\\*?[\]{}()]|^!/g, '\\$&');

/** After the brace that a configuration begins with; undefined where it begins with none. Comments may come before. */
function afterBrace(content: string): number | undefined {
  return /^\ufeff?(?:---|\s|#[^\n]*\n)*\{/.exec(content)?.[0].length;
}

function nextWord(content: string, from: number): number {
  let p = from;
  while (p < content.length && /\s/.test(content.charAt(p))) p++;
  return p;
}
