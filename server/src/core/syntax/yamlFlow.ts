import {
  code,
  colonAfter,
  indentation,
  isBlank,
  isCloser,
  isFlowSign,
  isMarker,
  isOpener,
  isQuote,
  lineEnd,
  nextLine,
  quotedEnd,
  skipBlanks,
  skipProperties,
  standsAlone,
  unquote,
} from './yamlText';
import { addEntry, awaitsValue, type Draft, type Scan, setLiteral, spoil } from './yamlTree';

/** A `[` or `{` that is open. */
interface Frame {
  readonly map: boolean;
  /** Place of the entry that has the collection as its value; -1 at the root of a document. */
  readonly owner: number;
  /** The entry since the last comma that may still get a value. */
  current: Draft | undefined;
}

/** A collection that is being read. What nests is kept on a list instead of the call stack: no text is too deep. */
interface Flow {
  readonly scan: Scan;
  readonly frames: Frame[];
  readonly column: number;
  at: number;
  /** End of the line of `at`: looked for once a line, since a whole file may be one. */
  line: number;
}

/**
 * Reads the collection that opens at `at` as the value of `owner`, and sets where the next line to read begins. One
 * that is not closed ends before the first line that cannot be a part of it.
 */
export function readFlow(scan: Scan, at: number, owner: Draft | undefined): void {
  const flow: Flow = { scan, frames: [], column: owner?.column ?? -1, at, line: lineEnd(scan.text, at) };
  if (owner) spoil(owner);
  openFrame(flow, owner);
  while (flow.frames.length > 0) {
    if (!skipSpace(flow)) return;
    readSign(flow);
  }
  scan.next = nextLine(scan.text, flow.at);
}

function openFrame(flow: Flow, owner: Draft | undefined): void {
  const map = flow.scan.text.charCodeAt(flow.at) === code.openBrace;
  flow.frames.push({ map, owner: owner?.index ?? -1, current: undefined });
  flow.at++;
}

/** Goes to the next word; false at the end of the text and before a line that is no part of the collection. */
function skipSpace(flow: Flow): boolean {
  const { text } = flow.scan;
  for (;;) {
    const p = skipBlanks(text, flow.at, text.length);
    const c = text.charCodeAt(p);
    const comment = c === code.hash && (p > flow.at || isBlank(text.charCodeAt(p - 1)) || startsLine(text, p));
    if (p < text.length && !comment && c !== code.newline && c !== code.carriageReturn) {
      flow.at = p;
      return true;
    }
    flow.at = nextLine(text, p);
    if (flow.at >= text.length || leavesFlow(text, flow.at, flow.column)) {
      flow.scan.next = flow.at;
      return false;
    }
  }
}

const startsLine = (text: string, at: number) => text.charCodeAt(at - 1) === code.newline;

/**
 * Whether a line shows that the collection before it was left open: it is indented no further than what the collection
 * belongs to, or it begins an item with a dash, which means nothing in a collection.
 */
function leavesFlow(text: string, line: number, column: number): boolean {
  const indent = indentation(text, line);
  const end = lineEnd(text, indent.start);
  const c = text.charCodeAt(indent.start);
  if (indent.start >= end || c === code.hash || isCloser(c)) return false;
  if (c === code.dash && (standsAlone(text, indent.start, end) || isMarker(text, indent.start, end))) return true;
  if (column < 0) return indent.column === 0 && isBlockLine(text, indent.start, end);
  return indent.column <= column;
}

/** A collection at the root may go on in the first column, as JSON does, but not with a line like those of a map. */
function isBlockLine(text: string, start: number, end: number): boolean {
  const first = text.charCodeAt(start);
  const last = text.charCodeAt(end - 1);
  return !isQuote(first) && !isFlowSign(first) && !isFlowSign(last) && colonAfter(text, start, end) > 0;
}

function readSign(flow: Flow): void {
  const frame = flow.frames[flow.frames.length - 1];
  const c = flow.scan.text.charCodeAt(flow.at);
  if (!frame) return;
  if (isOpener(c)) openFrame(flow, spoiled(holder(flow, frame)));
  else if (isCloser(c)) {
    flow.frames.pop();
    flow.at++;
  } else if (c === code.comma) {
    frame.current = undefined;
    flow.at++;
  } else if (c === code.colon || c === code.question) readMark(flow, frame);
  else readWord(flow, frame);
}

function spoiled(entry: Draft): Draft {
  spoil(entry);
  return entry;
}

/** A colon on a line of its own, and the `?` before a long key, say nothing that the words around them do not. */
function readMark(flow: Flow, frame: Frame): void {
  const { text } = flow.scan;
  if (endsWord(text, flow.at + 1)) flow.at++;
  else readWord(flow, frame);
}

/** The entry that a value at this place belongs to. */
function holder(flow: Flow, frame: Frame): Draft {
  const { current } = frame;
  if (current && awaitsValue(flow.scan, current)) return current;
  frame.current = addEntry(flow.scan, undefined, { start: flow.at, end: flow.at }, flow.column, frame.owner);
  return frame.current;
}

function lineOf(flow: Flow): number {
  if (flow.at > flow.line) flow.line = lineEnd(flow.scan.text, flow.at);
  return flow.line;
}

function readWord(flow: Flow, frame: Frame): void {
  const { text } = flow.scan;
  const line = lineOf(flow);
  flow.at = skipProperties(text, flow.at, line, true);
  const start = flow.at;
  if (start >= line || isFlowSign(text.charCodeAt(start))) return;
  const quoted = isQuote(text.charCodeAt(start));
  const end = quoted ? quotedEnd(text, start, text.length, flow.column) : wordEnd(text, start, line);
  flow.at = end < 0 ? line : end;
  const colon = skipBlanks(text, flow.at, line);
  if (end > line || end < 0) spoil(holder(flow, frame));
  else if (text.charCodeAt(colon) === code.colon && (quoted || endsWord(text, colon + 1))) {
    readKey(flow, frame, start, end, quoted);
    flow.at = colon + 1;
  } else readValue(flow, frame, start, end, quoted);
}

const endsWord = (text: string, at: number) => {
  const c = text.charCodeAt(at);
  return at >= text.length || isBlank(c) || isFlowSign(c) || c === code.newline || c === code.carriageReturn;
};

/** The end of a plain scalar inside a collection. */
function wordEnd(text: string, start: number, end: number): number {
  let last = start;
  for (let p = start; p < end; p++) {
    const c = text.charCodeAt(p);
    if (isBlank(c)) continue;
    if (isFlowSign(c) || (c === code.colon && endsWord(text, p + 1))) break;
    if (c === code.hash && p > start && isBlank(text.charCodeAt(p - 1))) break;
    last = p + 1;
  }
  return last;
}

/** In a sequence `[a: b]` is an item that is a map of one key. */
function readKey(flow: Flow, frame: Frame, start: number, end: number, quoted: boolean): void {
  const { scan, column } = flow;
  const item = frame.map ? undefined : addEntry(scan, undefined, { start, end: start }, column, frame.owner);
  const span = quoted ? { start: start + 1, end: end - 1 } : { start, end };
  const key = quoted ? unquote(scan.text, start, end - 1) : scan.text.slice(start, end);
  frame.current = addEntry(scan, key, span, column, item?.index ?? frame.owner);
}

function readValue(flow: Flow, frame: Frame, start: number, end: number, quoted: boolean): void {
  const { current } = frame;
  const { text } = flow.scan;
  if (current && !awaitsValue(flow.scan, current)) {
    if (current.form === 'plain') spoil(current); // The scalar goes on on a further line.
    return;
  }
  if (!current && frame.map)
    readKey(flow, frame, start, end, quoted); // `{a, b}`: keys without values.
  else if (text.charCodeAt(start) === code.star) spoil(holder(flow, frame));
  else if (quoted) {
    setLiteral(holder(flow, frame), 'quoted', unquote(text, start, end - 1), { start: start + 1, end: end - 1 });
  } else setLiteral(holder(flow, frame), 'plain', text.slice(start, end), { start, end });
}
