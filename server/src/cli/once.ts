/** Files of a run come in order: what stands around the last ones is asked again, and hardly anything else. */
const mostRemembered = 500;

/** The same as a function, asked once for each of the last keys: memory stays flat. */
export function once<Result>(make: (key: string) => Result): (key: string) => Result {
  const made = new Map<string, Result>();
  const ask = (key: string): Result => {
    const known = made.get(key);
    if (known !== undefined) return known;
    if (made.size >= mostRemembered) made.clear();
    const result = make(key);
    made.set(key, result);
    return result;
  };
  let last: readonly [key: string, result: Result] | undefined;
  return (key) => {
    // Mostly the same is asked as before: a comparison is less than a search.
    if (last?.[0] !== key) last = [key, ask(key)];
    return last[1];
  };
}
