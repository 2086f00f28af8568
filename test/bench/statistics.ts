/** What is kept of many samples. */
export interface Summary {
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export type Quantile = 'p50' | 'p95' | 'p99';

/** The smallest value that at least this share of the values does not exceed; NaN where there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The median over the rounds of each round's quantiles: one bad moment of the machine spoils one round only. */
export function summarize(rounds: readonly (readonly number[])[]): Summary {
  const filled = rounds.filter((round) => round.length);
  const typical = (share: number) =>
    quantile(
      filled.map((round) => quantile(round, share)),
      0.5,
    );
  const n = filled.reduce((sum, round) => sum + round.length, 0);
  return { n, p50: typical(0.5), p95: typical(0.95), p99: typical(0.99) };
}

/** What each program needed for each measure. */
export type Measures = ReadonlyMap<string, ReadonlyMap<string, Summary>>;

/** Where samples are put in, and what came of them. */
export interface Recorder {
  add(measure: string, program: string, round: number, value: number): void;
  measures(): Measures;
}

export function openRecorder(): Recorder {
  const samples = new Map<string, Map<string, number[][]>>();
  return {
    add(measure, program, round, value) {
      const programs = entry(samples, measure, () => new Map<string, number[][]>());
      const rounds = entry(programs, program, (): number[][] => []);
      const values = rounds[round] ?? [];
      rounds[round] = values;
      values.push(value);
    },
    measures: () => mapped(samples, (programs) => mapped(programs, (rounds) => summarize([...rounds].map(orNone)))),
  };
}

const orNone = (round: number[] | undefined) => round ?? [];

const mapped = <From, To>(map: ReadonlyMap<string, From>, change: (value: From) => To): Map<string, To> =>
  new Map([...map].map(([key, value]) => [key, change(value)]));

function entry<T>(map: Map<string, T>, key: string, create: () => T): T {
  const value = map.get(key) ?? create();
  map.set(key, value);
  return value;
}
