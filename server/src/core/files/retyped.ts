import { copyOf } from '../copy';
import type { Dependency, Located, Scope, Source, Span } from '../model';
import { moved, movedSpan } from './moved';

/** What a property of a map of packages stands for. */
type Make = (name: Located, specifier: Located, scope: Scope) => Dependency;

/**
 * The dependencies of a JSON text in which nothing has changed since it was read but inside of one name or version:
 * what somebody types most. The others are taken over.
 *
 * @returns undefined where more has changed, or where what was typed may end a string
 */
export function retyped(before: Source, text: string, make: Make): readonly Dependency[] | undefined {
  const { dependencies } = before;
  const span = changedIn(before.text, text);
  const by = text.length - before.text.length;
  if (!isPlain(text, span.start, span.end + by)) return undefined;
  const at = dependencies.findIndex(({ version }) => version && span.end <= version.span.end);
  const one = dependencies[at];
  if (!one?.version || one.nameSpan.start > span.start) return undefined;
  const name = retypedIn(one.nameSpan, before.text, text, span, by);
  const specifier = retypedIn(one.version.span, before.text, text, span, by);
  if (!name?.value || !specifier?.value || (!name.isTypedIn && !specifier.isTypedIn)) return undefined;
  const after = dependencies.slice(at + 1);
  const now = make(name, specifier, one.scope);
  return [...dependencies.slice(0, at), now, ...(by ? after.map((other) => moved(other, by)) : after)];
}

/** The string at a place of the text before, as it is now; undefined where it has escapes. */
function retypedIn(span: Span, before: string, text: string, changed: Span, by: number) {
  if (before.slice(span.start, span.end).includes('\\')) return undefined;
  const isTypedIn = span.start <= changed.start && changed.end <= span.end;
  const now = isTypedIn
    ? { start: span.start, end: span.end + by }
    : movedSpan(span, changed.end < span.start ? by : 0);
  return { value: copyOf(text.slice(now.start, now.end)), span: now, isTypedIn };
}

/** What of a text is not in another: from where they are the same at the beginning to where they are at the end. */
function changedIn(before: string, text: string): Span {
  const shorter = Math.min(before.length, text.length);
  const start = most(shorter, (from, to) => before.slice(from, to) === text.slice(from, to));
  const kept = most(shorter - start, (from, to) => tail(before, from, to) === tail(text, from, to));
  return { start, end: before.length - kept };
}

const tail = (text: string, from: number, to: number) => text.slice(text.length - to, text.length - from);

/** How much is the same, of at most `length`: asked of halves, because comparing slices is faster than letters. */
function most(length: number, isSame: (from: number, to: number) => boolean): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isSame(low, middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

const [space, quote, backslash] = [32, 34, 92];

/** Nothing of it ends a string, or means something else. */
function isPlain(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const c = text.charCodeAt(at);
    if (c < space || c === quote || c === backslash) return false;
  }
  return true;
}
