/** What was asked for of late. */
export interface Recent<Value> {
  get(key: string): Value | undefined;
  /** Remembers a value and gives it back. */
  set(key: string, value: Value): Value;
}

/**
 * Remembers the last values, `most` at least and twice as many at most; what is asked for again stays. Files of a run
 * come in order, so that hardly anything is asked for again that is not: memory stays flat, and what is forgotten soon is
 * collected at the least cost.
 */
export function recent<Value>(most: number): Recent<Value> {
  let young = new Map<string, Value>();
  let old = new Map<string, Value>();
  const set = (key: string, value: Value): Value => {
    if (young.size >= most) [old, young] = [young, new Map()];
    young.set(key, value);
    return value;
  };
  return {
    set,
    get(key) {
      const known = young.get(key);
      if (known !== undefined) return known;
      const before = old.get(key);
      return before === undefined ? undefined : set(key, before);
    },
  };
}

/** The same as a function, asked once for each of the last keys. */
export function rememberLast<Result>(make: (key: string) => Result): (key: string) => Result {
  const made = recent<Result>(64);
  let last: readonly [key: string, result: Result] | undefined;
  return (key) => {
    // Mostly the same is asked as before: a comparison is less than a search.
    if (last?.[0] !== key) last = [key, made.get(key) ?? made.set(key, make(key))];
    return last[1];
  };
}
