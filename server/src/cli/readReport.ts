import { fileURLToPath } from 'node:url';
import { type RuleId, type Severity, type Suppression, severities } from '../core/model';
import { fingerprintName, toolName } from './formats/sarif';
import { pathOfUri } from './formats/uri';
import type { Report, Reported, Suppressed } from './report';
import { texts } from './texts';

/** Reads what `--format json` or `--format sarif` has written; undefined where a text is something else. */
export function readReport(text: string): Report | undefined {
  try {
    const parsed: unknown = JSON.parse(text);
    return at(parsed, 'runs') === undefined ? reportOfJson(parsed) : reportOfLog(parsed);
  } catch {
    // Whatever is missing or of another type was not written by us.
    return undefined;
  }
}

function reportOfJson(report: unknown): Report {
  need(at(report, 'version') === 1);
  return {
    files: number(at(report, 'summary', 'files')),
    findings: list(at(report, 'findings')).map(findingOfJson),
    suppressed: list(at(report, 'suppressed') ?? []).map((one) => ({
      ...findingOfJson(one),
      // The format does not tell where the exception stands.
      exception: suppressionOf(at(one, 'exception'), 'reason', 'external'),
    })),
  };
}

const findingOfJson = (one: unknown): Reported => ({
  ...judgement(one),
  file: string(at(one, 'file')),
  rule: ruleOf(at(one, 'rule')),
  line: number(at(one, 'line')),
  column: number(at(one, 'column')),
  endLine: number(at(one, 'endLine')),
  endColumn: number(at(one, 'endColumn')),
  message: string(at(one, 'message')),
  fingerprint: string(at(one, 'fingerprint') ?? ''),
});

function reportOfLog(log: unknown): Report {
  const runs = list(at(log, 'runs'));
  need(runs.every((run) => at(run, 'tool', 'driver', 'name') === toolName));
  const results = runs.flatMap((run) => list(at(run, 'results')));
  const isSuppressed = (result: unknown) => list(at(result, 'suppressions') ?? []).length > 0;
  return {
    files: runs.reduce((sum: number, run) => sum + number(at(run, 'properties', 'files')), 0),
    findings: results.filter((one) => !isSuppressed(one)).map(findingOfResult),
    suppressed: results.filter(isSuppressed).map(suppressedOfResult),
  };
}

function findingOfResult(result: unknown): Reported {
  const { artifactLocation, region } = at(result, 'locations', 0, 'physicalLocation') as Record<string, unknown>;
  const file = fileOf(artifactLocation);
  return {
    ...judgement(at(result, 'properties')),
    file,
    rule: ruleOf(at(result, 'ruleId')),
    line: number(at(region, 'startLine')),
    column: number(at(region, 'startColumn')),
    endLine: number(at(region, 'endLine')),
    endColumn: number(at(region, 'endColumn')),
    message: messageOf(string(at(result, 'message', 'text'))),
    fingerprint: string(at(result, 'partialFingerprints', fingerprintName) ?? '').slice(file.length + 1),
  };
}

/** What was escaped for SARIF, as it was. */
const messageOf = (text: string) => text.replace(/([{}])\1|\\(\]\()/g, '$1$2');

function suppressedOfResult(result: unknown): Suppressed {
  const suppression = at(result, 'suppressions', 0);
  const properties = { ...(at(suppression, 'properties') as object), justification: at(suppression, 'justification') };
  const kind = oneOf(at(suppression, 'kind'), ['inSource', 'external'] as const);
  return { ...findingOfResult(result), exception: suppressionOf(properties, 'justification', kind) };
}

function fileOf(artifact: unknown): string {
  const uri = string(at(artifact, 'uri'));
  return uri.startsWith('file:') ? fileURLToPath(uri).replaceAll('\\', '/') : pathOfUri(uri);
}

const judgement = (one: unknown) => ({
  severity: oneOf<Severity>(at(one, 'severity'), severities),
  technology: stringOrNull(at(one, 'technology')),
  role: stringOrNull(at(one, 'role')),
  recommended: list(at(one, 'recommended')).map(string),
});

function suppressionOf(one: unknown, reason: string, kind: Suppression['kind']): Suppression {
  const rest = ['expires', 'owner', 'ticket'].flatMap((key) => {
    const value = at(one, key);
    return value === undefined ? [] : [[key, string(value)] as const];
  });
  return { kind, reason: string(at(one, reason)), ...Object.fromEntries(rest) };
}

const ruleOf = (value: unknown) => oneOf(value, Object.keys(texts.en.rules) as RuleId[]);

/** What is at the end of a path; undefined where there is nothing. */
const at = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Record<string, unknown> | null | undefined)?.[key], value);

function need(condition: boolean): asserts condition {
  if (!condition) throw new TypeError();
}

function string(value: unknown): string {
  need(typeof value === 'string');
  return value;
}

const stringOrNull = (value: unknown) => (value === null ? null : string(value));

function number(value: unknown): number {
  need(Number.isInteger(value));
  return value as number;
}

function list(value: unknown): readonly unknown[] {
  need(Array.isArray(value));
  return value;
}

function oneOf<T extends string>(value: unknown, choices: readonly T[]): T {
  need(choices.includes(value as T));
  return value as T;
}
