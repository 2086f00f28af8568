/**
 * Go templates, so that what is around them can be read as YAML: a mask of the same length, in which all offsets stay
 * true.
 */

/** Stands for every character of an action in a value or a key. YAML forbids it, and it keeps texts of one byte so. */
export const hole = '\x1a';

/** An action `{{ … }}`. One that steers (`if`, `end`, a comment) writes nothing itself. */
interface Action {
  readonly start: number;
  readonly end: number;
  readonly steers: boolean;
}

/** What stands on the line before an action. */
type Before = 'blank' | 'dash' | 'text';

const steering =
  /\{\{-?\s{0,99}(?:\/\*|\$\w{0,99}\s{0,99}:?=|(?:if|else|end|range|with|define|block|break|continue)(?![\w.]))/y;

/** Whether a value is not a literal: it holds an action, masked or not, or `${…}`. */
export const holdsExpression = (value: string) => value.includes(hole) || value.includes('{{') || value.includes('${');

/**
 * The text with its actions masked. Those that fill their lines become spaces, and those that steer do so too where
 * they stand before or after all else of the line; any other is a hole. Line breaks stay.
 */
export function maskTemplate(text: string): string {
  if (!text.includes('{{')) return text;
  const actions = findActions(text);
  const ends = endingLines(text, actions);
  const pieces: string[] = [];
  let last = 0;
  let before: Before = 'blank';
  actions.forEach((action, index) => {
    before = standsBefore(text, last, action.start, before);
    pieces.push(text.slice(last, action.start), masked(text, action, isSilent(action, before, ends[index] === true)));
    last = action.end;
  });
  return pieces.join('') + text.slice(last);
}

function isSilent(action: Action, before: Before, endsLine: boolean): boolean {
  if (action.steers) return before !== 'text' || endsLine;
  return before === 'blank' && endsLine;
}

function masked(text: string, { start, end }: Action, silent: boolean): string {
  const mask = silent ? ' ' : hole;
  const action = text.slice(start, end);
  // Most actions are on one line.
  if (!/[\r\n]/.test(action)) return mask.repeat(action.length);
  return action.replace(/[^\r\n]+/g, (line) => mask.repeat(line.length));
}

function findActions(text: string): Action[] {
  const actions: Action[] = [];
  // What is known to be there can be searched for: a search that fails once for each action would be quadratic.
  const lastComment = lastOf(text, '*/');
  const lastRaw = lastOf(text, '`');
  for (let start = text.indexOf('{{'); start >= 0; ) {
    const steers = matchesAt(steering, text, start);
    const comment = steers && text.charAt(steering.lastIndex - 1) === '*' && steering.lastIndex <= lastComment;
    const end = actionEnd(text, comment ? text.indexOf('*/', steering.lastIndex) + 2 : start + 2, lastRaw);
    actions.push({ start, end, steers });
    start = text.indexOf('{{', end);
  }
  return actions;
}

/** Most texts have none, and to search from the beginning is many times faster. */
const lastOf = (text: string, what: string) => (text.includes(what) ? text.lastIndexOf(what) : -1);

/** What a line of YAML begins with, and no further line of an action. */
const yamlLine = /[ \t]*(?:#|- |[\w./-]+:(?:\s|$))/y;

/** After the `}}`; where that is missing, the action ends with its line: somebody is typing it. */
function actionEnd(text: string, from: number, lastRaw: number): number {
  for (let p = from; p < text.length; p++) {
    const c = text[p];
    if (c === '}' && text[p + 1] === '}') return p + 2;
    if ((c === '{' && text[p + 1] === '{') || (c === '\n' && matchesAt(yamlLine, text, p + 1))) break;
    if (c === '`' && p < lastRaw) p = text.indexOf('`', p + 1);
    else if (c === '"' && text[p - 1] !== '\\') p = stringEnd(text, p);
  }
  return lineEnd(text, from);
}

function matchesAt(sticky: RegExp, text: string, at: number): boolean {
  sticky.lastIndex = at;
  return sticky.test(text);
}

/** The closing quote of a string in an action; the opening one where it is not closed on its line. */
function stringEnd(text: string, open: number): number {
  for (let p = open + 1; p < text.length && text[p] !== '\n'; p++) {
    if (text[p] === '"') return p;
    if (text[p] === '\\') p++;
  }
  return open;
}

function lineEnd(text: string, from: number): number {
  let p = from;
  while (p < text.length && text[p] !== '\n' && text[p] !== '\r') p++;
  return p;
}

/** What stands between the last line break and an action; after an action on the same line, what stood before that. */
function standsBefore(text: string, from: number, to: number, before: Before): Before {
  let found: Before = 'blank';
  for (let p = to - 1; p >= from; p--) {
    const c = text[p];
    if (c === '\n' || c === '\r') return found;
    if (c === '-') found = 'dash';
    else if (c !== ' ' && c !== '\t' && c !== '\ufeff') return 'text';
  }
  return before === 'blank' ? found : before;
}

/** For each action whether no text follows on its line but further actions and a comment. */
function endingLines(text: string, actions: readonly Action[]): boolean[] {
  const ends: boolean[] = [];
  let next = true;
  for (let index = actions.length - 1; index >= 0; index--) {
    const to = actions[index + 1]?.start ?? text.length;
    next = endsLine(text, actions[index]?.end ?? to, to, next);
    ends[index] = next;
  }
  return ends;
}

function endsLine(text: string, from: number, to: number, next: boolean): boolean {
  let p = from;
  while (p < to && (text[p] === ' ' || text[p] === '\t')) p++;
  return p >= to ? next : text[p] === '\n' || text[p] === '\r' || (text[p] === '#' && p > from);
}
