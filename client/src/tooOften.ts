const most = 5;
const milliseconds = 3 * 60_000;

/** Whether the last of some crashes is the fifth within three minutes. Times are milliseconds, in order. */
export function isTooOften(crashes: readonly number[]): boolean {
  const first = crashes[crashes.length - most];
  const last = crashes[crashes.length - 1];
  return first !== undefined && last !== undefined && last - first <= milliseconds;
}
