/** Numbers that look random and are the same in every run. */
export interface Random {
  /** From 0 up to, and without, `end`. */
  below(end: number): number;
  pick<T>(values: readonly [T, ...T[]]): T;
}

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const below = (end: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * end);
  };
  return { below, pick: (values) => values[below(values.length)] ?? values[0] };
}
