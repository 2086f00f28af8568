import { recent } from './recent';

/** The same as a function, asked once for each of the last keys. */
export function once<Result>(make: (key: string) => Result): (key: string) => Result {
  const made = recent<Result>(64);
  let last: readonly [key: string, result: Result] | undefined;
  return (key) => {
    // Mostly the same is asked as before: a comparison is less than a search.
    if (last?.[0] !== key) last = [key, made.get(key) ?? made.set(key, make(key))];
    return last[1];
  };
}
