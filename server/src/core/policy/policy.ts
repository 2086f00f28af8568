import type { Catalog, KnowledgeIndex } from '../catalog/catalog';
import { fold } from '../catalog/names';
import { keepLast } from '../keepLast';
import type { Finding } from '../model';
import { named, namedTechnology } from './about';
import type { Configuration, Loudness, Severities } from './configuration';
import { firstNamed } from './first';
import { compileGlob } from './glob';

/** What a configuration makes of the findings of one file. The same record serves editor and command line. */
export interface Policy {
  readonly configuration: Configuration;
  /** Of the file, from the folder of the configuration, with `/`. */
  readonly path: string;
  /** ISO date of today, UTC: exceptions end. */
  readonly today: string;
}

/** What holds where nobody has configured anything: exceptions in the files themselves. */
export const unconfigured = (path: string, today: string): Policy => ({
  configuration: { mirrors: {}, severity: {}, paths: [], exceptions: [] },
  path,
  today,
});

/** The day as exceptions count it, of a moment in milliseconds since 1970. */
export const dayOf = (moment: number): string => dayWritten(Math.floor(moment / msOfDay));

const msOfDay = 86_400_000;
/** Each hover asks for it. */
const dayWritten = keepLast((day: number) => new Date(day * msOfDay).toISOString().slice(0, 10));

/** Findings as loud as the policy wants them, those that it silences left out. */
export function applySeverities(findings: readonly Finding[], policy: Policy, catalog: Catalog): Finding[] {
  const { severity: own, paths } = policy.configuration;
  if (!paths.length && !Object.keys(own).length) return [...findings];
  return findings.flatMap((finding) => {
    const severity = overrideOf(finding, policy, catalog)?.severity ?? finding.severity;
    if (severity === finding.severity) return [finding];
    return severity === 'off' ? [] : [{ ...finding, severity }];
  });
}

/** What of a configuration makes a finding louder or quieter: an entry of one of its maps, for the paths of a glob. */
export interface Override {
  readonly severity: Loudness;
  readonly of: keyof Severities;
  readonly name: string;
  readonly glob?: string;
}

/** The last matching `paths` entry wins over the configuration's own; technology beats role beats rule in each. */
export function overrideOf(
  { rule, role, technology, identifier }: Finding,
  { path, configuration }: Policy,
  { knowledge }: Catalog,
): Override | undefined {
  const names = [named.rule(rule), named.role(role), named.technology(technology), named.identifier(identifier)];
  return overridesBy(configuration, path, knowledge)(names);
}

/** What holds for a file is found once for all its findings. */
const overridesBy = keepLast(({ severity, paths }: Configuration, path: string, knowledge: KnowledgeIndex) => {
  const here = paths.filter((one) => matches(one.glob, path)).reverse();
  const ofPaths = here.flatMap(({ glob, severity: own = {} }) => overridesIn(own).map((one) => ({ ...one, glob })));
  return firstNamed([...ofPaths, ...overridesIn(severity)], (one) => namesOf(one, knowledge));
});

const overridesIn = (severities: Severities): Override[] =>
  (['technologies', 'roles', 'rules'] as const).flatMap((of) =>
    Object.entries(severities[of] ?? {}).map(([name, severity]) => ({ severity, of, name })),
  );

/** A technology may be named by its npm package. */
function namesOf({ of, name }: Override, knowledge: KnowledgeIndex): string[] {
  if (of === 'technologies') return [...namedTechnology(name, knowledge), named.identifier(`npm:${name}`)];
  if (of === 'rules') return [named.rule(name)];
  const role = knowledge.roleNames.get(fold(name));
  return role === undefined ? [] : [named.role(role)];
}

const compiled = new Map<string, (path: string) => boolean>();

/** Whether a path is one of a glob's; dot files count. */
export function matches(glob: string, path: string): boolean {
  const matcher = compiled.get(glob) ?? compileGlob(glob) ?? (() => false);
  compiled.set(glob, matcher);
  return matcher(path);
}
