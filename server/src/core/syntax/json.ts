import type { Located } from '../model';
import { type JsonToken, jsonTokens } from './jsonTokens';

/** A key with what stands after its colon. */
export interface JsonProperty {
  readonly key: Located;
  /** Keys of the objects around it, outermost first; an array adds nothing. Changes as the reading goes on. */
  readonly path: readonly string[];
  /** A closed string; undefined for any other value, or none yet. */
  readonly value: Located | undefined;
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
  const next = jsonTokens(text);
  const open: (string | undefined)[] = [];
  const path: string[] = [];
  let token = next();
  let following = next();
  const step = () => {
    token = following;
    following = next();
  };
  let opening: string | undefined;
  for (; token.sign !== 'end'; step()) {
    if (token.sign === 'open') {
      open.push(opening);
      if (opening !== undefined) path.push(opening);
    } else if (token.sign === 'close' && open.pop() !== undefined) path.pop();
    opening = undefined;
    if (token.sign !== 'string' || following.sign !== 'colon') continue;
    const key = token;
    step();
    opening = key.value;
    if (following.isObject && isAtTop(key.value, path)) {
      open.length = 1;
      path.length = 0;
    }
    yield { key, path, value: stringOf(following) };
  }
}

const stringOf = (token: JsonToken) => (token.sign === 'string' ? token : undefined);
