import type { Finding } from '../model';

/** What a fingerprint is made of: never the text of a message, never a line. */
export type Named = Pick<Finding, 'rule' | 'technology' | 'identifier'>;

/**
 * Names the findings of one file so that the names stay when lines move: rule, technology, identifier, and the how
 * many-eth of the same it is, as `not-recommended mysql npm:mysql2 1`.
 *
 * @param findings all of the file, in the order of the text
 */
export function fingerprintsOf(findings: readonly Named[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, technology, identifier }) => {
    const name = `${rule} ${technology ?? '-'} ${identifier ?? '-'}`;
    const occurrence = (seen.get(name) ?? 0) + 1;
    seen.set(name, occurrence);
    return `${name} ${occurrence}`;
  });
}

/** Findings that are known already: their fingerprints by file. Paths are relative to the baseline's own folder. */
export type Baseline = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads what `formatBaseline` wrote; undefined where the text is something else. */
export function readBaseline(text: string): Baseline | undefined {
  try {
    const { version, findings } = JSON.parse(text);
    if (version !== 1 || !isRecord(findings)) return undefined;
    const entries = Object.entries(findings);
    if (!entries.every(([, names]) => isTexts(names))) return undefined;
    return new Map(entries.map(([path, names]) => [path, new Set(names as string[])]));
  } catch {
    return undefined;
  }
}

/** Sorted by the code of the characters: the same on every machine, and a change of one finding is one line of diff. */
export function formatBaseline(baseline: Baseline): string {
  const sorted = [...baseline].filter(([, names]) => names.size).sort(([a], [b]) => (a < b ? -1 : 1));
  const findings = Object.fromEntries(sorted.map(([path, names]) => [path, [...names].sort()]));
  return `${JSON.stringify({ version: 1, findings }, null, 2)}\n`;
}

/** Findings of one file, those that are known already as hints. */
export function softened(findings: readonly Finding[], known: ReadonlySet<string> | undefined): readonly Finding[] {
  if (!known?.size) return findings;
  const names = fingerprintsOf(findings);
  return findings.map((finding, at) => (known.has(names[at] ?? '') ? { ...finding, severity: 'hint' } : finding));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
