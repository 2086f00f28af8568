/** Files of a run come in order: what stands around the last ones is asked again, and hardly anything else. */
const mostRemembered = 500;

/** The same as a function, asked once for each of the last keys: memory stays flat. */
export function once<Result>(make: (key: string) => Result): (key: string) => Result {
  const made = new Map<string, Result>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    if (made.size >= mostRemembered) made.clear();
    const result = make(key);
    made.set(key, result);
    return result;
  };
}
