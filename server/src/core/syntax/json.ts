import { createScanner, type SyntaxKind } from 'jsonc-parser';
import type { Located } from '../model';

/** A key with what stands after its colon. */
export interface JsonProperty {
  readonly key: Located;
  /** Keys of the objects around it, outermost first; an array adds nothing. Changes as the reading goes on. */
  readonly path: readonly string[];
  /** A closed string; undefined for any other value, or none yet. */
  readonly value: Located | undefined;
}

// The numbers of jsonc-parser's SyntaxKind, which is a const enum and so no value to import.
const [openBrace, closeBrace, openBracket, closeBracket, colon, string, end] = [1, 2, 3, 4, 6, 10, 17] as SyntaxKind[];

interface Token extends Located {
  readonly kind: SyntaxKind | undefined;
}

/**
 * The properties of a JSON text, comments and trailing commas allowed, in its order. A line that is broken costs that
 * line only: what is typed above or below keeps its neighbours. No recursion, so nesting is no danger.
 *
 * @param isAtTop tells of a key whose object belongs to the top, where a lost brace has put it below `path`.
 */
export function* jsonProperties(
  text: string,
  isAtTop: (key: string, path: readonly string[]) => boolean,
): Generator<JsonProperty> {
  const next = tokensOf(text);
  const open: (string | undefined)[] = [];
  const path: string[] = [];
  let token = next();
  let following = next();
  const step = () => {
    token = following;
    following = next();
  };
  let opening: string | undefined;
  for (; token.kind !== end; step()) {
    if (token.kind === openBrace || token.kind === openBracket) {
      open.push(opening);
      if (opening !== undefined) path.push(opening);
    } else if ((token.kind === closeBrace || token.kind === closeBracket) && open.pop() !== undefined) path.pop();
    opening = undefined;
    if (token.kind !== string || following.kind !== colon) continue;
    const key = token;
    step();
    opening = key.value;
    if (following.kind === openBrace && isAtTop(key.value, path)) {
      open.length = 1;
      path.length = 0;
    }
    yield { key, path, value: following.kind === string ? following : undefined };
  }
}

/** Only the places of strings are asked for: one token for each kind of all others. */
const sign = (kind: SyntaxKind | undefined): Token => ({ kind, value: '', span: { start: 0, end: 0 } });
const signs: readonly Token[] = Array.from({ length: 18 }, (_, kind) => sign(kind as SyntaxKind));
const noSign = sign(undefined);

/** Tokens without trivia; a string that is not closed or not understood is no string. Spans are inside the quotes. */
function tokensOf(text: string): () => Token {
  const scanner = createScanner(text.replace(/^\ufeff/, ' '), true);
  return () => {
    const scanned = scanner.scan();
    if (scanned !== string) return signs[scanned] ?? noSign;
    const isBroken = scanner.getTokenError() !== 0;
    const start = scanner.getTokenOffset() + 1;
    const span = { start, end: Math.max(start, start + scanner.getTokenLength() - 2) };
    return { kind: isBroken ? undefined : string, value: scanner.getTokenValue(), span };
  };
}
