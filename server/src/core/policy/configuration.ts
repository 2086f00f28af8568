import { ecosystems, type Located, type RuleId, ruleIds, type Severity, type Span } from '../model';
import { isDate } from './date';
import { onOneLine } from './finding';
import { compileGlob } from './glob';
import { readYaml } from './readYaml';
import { list, located, map, oneOf, record, type Shape, type ShapeProblem, text } from './shape';

/** `.stack-guidance.yaml`, read. Texts stand for what they name; whether that exists is for the catalog to say. */
export interface Configuration {
  /** Path of the stack document from the configuration's folder, or `npm:` and a package; the bundled stack if left out. */
  readonly stack?: Located;
  readonly mirrors: Readonly<Record<string, string>>;
  readonly severity: Severities;
  readonly paths: readonly PathRule[];
  readonly exceptions: readonly ConfiguredException[];
  /** Path of the findings that are known. */
  readonly baseline?: Located;
}

export type Loudness = Severity | 'off';

/** Technology beats role beats rule. */
export interface Severities {
  readonly rules?: Readonly<Partial<Record<RuleId, Loudness>>>;
  readonly roles?: Readonly<Record<string, Loudness>>;
  readonly technologies?: Readonly<Record<string, Loudness>>;
}

export interface PathRule {
  readonly glob: string;
  readonly roles?: readonly string[];
  readonly severity?: Severities;
}

export interface ConfiguredException {
  readonly technology?: string;
  /** `ecosystem:name`, as `npm:amqplib`. */
  readonly identifier?: string;
  readonly paths?: readonly string[];
  readonly reason: string;
  readonly expires?: string;
  readonly owner?: string;
  readonly ticket?: string;
  readonly span: Span;
}

/** A problem of a configuration, or an exception that names neither or both of a technology and an identifier. */
export type ConfigurationProblem =
  | ShapeProblem
  | { readonly kind: 'ambiguous-exception'; readonly span: Span; readonly what: string };

const loudness: Shape<Loudness> = oneOf(['error', 'warning', 'information', 'hint', 'off']);
const rule = oneOf<RuleId>(ruleIds);
const severity = map({ rules: record(loudness, rule), roles: record(loudness), technologies: record(loudness) });
const glob = text((value) => (isGlob(value) ? undefined : 'glob'));
const date = text((value) => (isDate(value) ? undefined : 'YYYY-MM-DD'));
const identifier = text((value) =>
  ecosystems.some((one) => value.startsWith(`${one}:`) && value.length > one.length + 1)
    ? undefined
    : ecosystems.map((one) => `${one}:…`).join(', '),
);

const exception = map(
  { technology: text(), identifier, paths: list(glob), reason: text(), expires: date, owner: text(), ticket: text() },
  ['reason'],
);

const configuration = map({
  stack: located,
  mirrors: record(text()),
  severity,
  paths: list(map({ glob, roles: list(text()), severity }, ['glob'])),
  exceptions: list(exception),
  baseline: located,
});

/** Reads a configuration. It is valid where there are no problems; an empty file is. */
export function readConfiguration(content: string): {
  readonly configuration: Configuration;
  readonly problems: readonly ConfigurationProblem[];
} {
  const { node, problems: unreadable } = readYaml(content);
  const problems: ConfigurationProblem[] = [...unreadable];
  const shapes: ShapeProblem[] = [];
  const read = node === null ? undefined : configuration(node, shapes);
  problems.push(...shapes);
  for (const one of read?.exceptions ?? []) {
    const named = [one.technology, one.identifier].filter(Boolean).length;
    if (named !== 1) problems.push({ kind: 'ambiguous-exception', span: one.span, what: 'technology, identifier' });
  }
  const placed = problems.map((problem) => ({ ...problem, span: onOneLine(content, problem.span) }));
  return { configuration: { mirrors: {}, severity: {}, paths: [], exceptions: [], ...read }, problems: placed };
}

const isGlob = (value: string) => !value.startsWith('/') && compileGlob(value) !== undefined;
