import { code, isBlank, lineEnd, nextLine, skipBlanks } from './yamlText';

/**
 * Where plain keys stand at the left edge; none where something else at the root could go on over them: a collection
 * in brackets, a quote, a block scalar. Nor where a carriage return alone ends lines.
 */
export function rootKeys(text: string): number[] {
  const found: number[] = [];
  if (text.includes('\r') && /\r(?!\n)/.test(text)) return found;
  // What is indented belongs to the root itself until there is a key or an item.
  let isBare = true;
  for (let at = 0; at < text.length; at = nextLine(text, at)) {
    const c = text.charCodeAt(at);
    if (openers.has(c) || (isBare && isBlank(c) && hasContent(text, at))) return [];
    if (isLetter(c) && matchesAt(key, text, at)) {
      if (at > 0) found.push(at);
      isBare = false;
    } else if (c === code.dash && !matchesAt(marker, text, at)) isBare = false;
    else if (c === code.dash || c === dot) {
      if (!matchesAt(bareMarker, text, at)) return [];
      isBare = true;
    }
  }
  return found;
}

const dot = 46;

const hasContent = (text: string, at: number) => skipBlanks(text, at, lineEnd(text, at)) < lineEnd(text, at);

/** What begins a line at the left edge and may hold the next ones. Behind a key or a dash nothing does. */
const openers: ReadonlySet<number> = new Set([...'"\'{[|>!&*?%\ufeff'].map((sign) => sign.charCodeAt(0)));

const marker = /(?:---|\.\.\.)(?=[ \t\r\n]|$)/y;

const bareMarker = /(?:---|\.\.\.)[ \t]*\r?(?:\n|$)/y;

const isLetter = (c: number) => (c >= 97 && c <= 122) || (c >= 65 && c <= 90) || c === 95;

const key = /[\w./-]+:(?=[ \t\r\n]|$)/y;

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
