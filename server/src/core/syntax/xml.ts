import type { Located } from '../model';

/** An element of an XML text. */
export interface Element {
  /** Place in the list; parents come before their children. */
  readonly index: number;
  readonly name: string;
  /** Place of the element around it; -1 at the root. */
  readonly parent: number;
  /** From its `<`. */
  readonly start: number;
  /** Behind its opening tag. */
  readonly open: number;
  /** Where its closing tag begins, or where it ends without one. */
  readonly close: number;
  /** Behind its closing tag. */
  readonly end: number;
  readonly isClosed: boolean;
  /** Place after the last element inside it. */
  readonly next: number;
  /** Something else than text and elements is inside: a comment, a CDATA section. */
  readonly isMixed: boolean;
}

type Draft = { -readonly [property in keyof Element]: Element[property] };

/** One pass over a text. */
interface Scan {
  readonly elements: Draft[];
  readonly open: Draft[];
  /** How many open elements have a name. */
  readonly names: Map<string, number>;
}

/** What is skipped as a whole, by how it begins; the longest first. */
const skipped: readonly (readonly [string, string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
];

/**
 * The elements of an XML text in its order, however broken: a closing tag closes what is still open inside, one that
 * closes nothing is nothing. Linear time.
 *
 * @param canHold tells whether one element may be right inside another; where it may not, the outer was left open.
 */
export function scanXml(text: string, canHold: (outer: string, inner: string) => boolean = () => true): Element[] {
  const scan: Scan = { elements: [], open: [], names: new Map() };
  let at = text.indexOf('<');
  while (at >= 0) {
    const skip = skipped.find(([begin]) => text.startsWith(begin, at));
    if (skip) at = skipTo(scan, text, skip[1], at);
    else if (text.startsWith('</', at)) at = readClosing(scan, text, at);
    else at = readOpening(scan, text, at, canHold);
    at = text.indexOf('<', at);
  }
  while (scan.open.length) pop(scan, text.length, text.length, false);
  return scan.elements;
}

function skipTo({ open }: Scan, text: string, mark: string, at: number): number {
  const around = open.at(-1);
  if (around) around.isMixed = true;
  const end = text.indexOf(mark, at);
  return end < 0 ? text.length : end + mark.length;
}

const tagName = /[\p{L}_][\p{L}\p{N}_.:-]*/uy;

function nameAt(text: string, at: number): string {
  tagName.lastIndex = at;
  return tagName.exec(text)?.[0] ?? '';
}

function readOpening(scan: Scan, text: string, at: number, canHold: (outer: string, inner: string) => boolean): number {
  const name = nameAt(text, at + 1);
  const end = name ? tagEnd(text, at + 1 + name.length) : -1;
  if (end < 0) return at + 1;
  for (let outer = scan.open.at(-1); outer && !canHold(outer.name, name); outer = scan.open.at(-1))
    pop(scan, at, at, false);
  push(scan, name, at, end + 1);
  if (text.charAt(end - 1) === '/') pop(scan, end + 1, end + 1, true);
  return end + 1;
}

/** Where the `>` of a tag stands; -1 where another tag begins before. No attribute holds a `<`. */
function tagEnd(text: string, from: number): number {
  let quote = '';
  for (let at = from; at < text.length; at++) {
    const c = text.charAt(at);
    if (c === '<') return -1;
    if (c === '>' && !quote) return at;
    if (c === quote) quote = '';
    else if (!quote && (c === '"' || c === "'")) quote = c;
  }
  return -1;
}

function readClosing(scan: Scan, text: string, at: number): number {
  const name = nameAt(text, at + 2);
  const end = tagEnd(text, at + 2 + name.length);
  const after = end < 0 ? at + 2 + name.length : end + 1;
  if (!scan.names.get(name)) return after;
  while (scan.open.at(-1)?.name !== name) pop(scan, at, at, false);
  pop(scan, at, after, end >= 0);
  return after;
}

function push({ elements, open, names }: Scan, name: string, start: number, behind: number): void {
  const index = elements.length;
  const element: Draft = {
    index,
    name,
    parent: open.at(-1)?.index ?? -1,
    start,
    open: behind,
    close: behind,
    end: behind,
    isClosed: false,
    next: index + 1,
    isMixed: false,
  };
  elements.push(element);
  open.push(element);
  names.set(name, (names.get(name) ?? 0) + 1);
}

function pop({ elements, open, names }: Scan, close: number, end: number, isClosed: boolean): void {
  const element = open.pop();
  if (!element) return;
  Object.assign(element, { close, end, isClosed, next: elements.length });
  names.set(element.name, (names.get(element.name) ?? 1) - 1);
}

/** The elements right inside one, or at the root. */
export function childElements(elements: readonly Element[], parent?: Element): Element[] {
  const found: Element[] = [];
  let element = elements[parent ? parent.index + 1 : 0];
  while (element && element.index < (parent?.next ?? elements.length)) {
    found.push(element);
    element = elements[element.next];
  }
  return found;
}

/** The first element of a name right inside one, or at the root. */
export const childElement = (elements: readonly Element[], name: string, parent?: Element): Element | undefined =>
  childElements(elements, parent).find((one) => one.name === name);

/** `<a/>`, which has no inside. */
export const isSelfClosed = ({ isClosed, close, end }: Element): boolean => isClosed && close === end;

/**
 * The text of an element that holds nothing else, without the blanks around it; undefined over several lines. A tag that
 * is being typed is no text.
 */
export function textOf(text: string, element: Element | undefined): Located | undefined {
  if (!element || element.isMixed || element.next > element.index + 1 || isSelfClosed(element)) return undefined;
  const [inside = ''] = text.slice(element.open, element.close).split('<', 1);
  const value = inside.trim();
  const start = element.open + (inside.length - inside.trimStart().length);
  return /[\r\n]/.test(value) ? undefined : { value, span: { start, end: start + value.length } };
}
