import type { Located } from '../model';
import { type JsonToken, jsonTokens } from './jsonTokens';

/**
 * Is told of a key with what stands after its colon.
 *
 * @param path keys of the objects around it, outermost first; an array adds nothing. Changes as the reading goes on.
 * @param value a closed string; undefined for any other value, or none yet.
 */
type SeeProperty = (key: Located, path: readonly string[], value: Located | undefined) => void;

/**
 * Reads the properties of a JSON text, comments and trailing commas allowed, in its order. A line that is broken costs
 * that line only: what is typed above or below keeps its neighbours. No recursion, so nesting is no danger.
 *
 * @param isAtTop tells of a key whose object belongs to the top, where a lost brace has put it below `path`.
 */
export function readProperties(
  text: string,
  see: SeeProperty,
  isAtTop: (key: string, path: readonly string[]) => boolean = () => false,
): void {
  const next = jsonTokens(text);
  const open: (string | undefined)[] = [];
  const path: string[] = [];
  let following = next();
  let opening: string | undefined;
  for (let token = following; token.sign !== 'end'; token = following) {
    following = next();
    if (token.sign === 'open') {
      open.push(opening);
      if (opening !== undefined) path.push(opening);
    } else if (token.sign === 'close' && open.pop() !== undefined) path.pop();
    opening = undefined;
    if (token.sign !== 'string' || following.sign !== 'colon') continue;
    following = next();
    opening = token.value;
    if (following.isObject && isAtTop(token.value, path)) {
      open.length = 1;
      path.length = 0;
    }
    see(token, path, stringOf(following));
  }
}

const stringOf = (token: JsonToken) => (token.sign === 'string' ? token : undefined);
