import type { Catalog } from '../catalog/catalog';
import { fold } from '../catalog/names';
import type { Finding } from '../model';
import type { Configuration, Loudness, Severities } from './configuration';
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

/** The day as exceptions count it. */
export const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

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
  finding: Finding,
  { path, configuration: { severity, paths } }: Policy,
  catalog: Catalog,
): Override | undefined {
  const here = paths.filter((one) => matches(one.glob, path));
  for (const { glob, severity: severities } of here.reverse()) {
    const found = severities && overrideIn(severities, finding, catalog);
    if (found) return { ...found, glob };
  }
  return overrideIn(severity, finding, catalog);
}

function overrideIn(severities: Severities, finding: Finding, { knowledge }: Catalog): Override | undefined {
  const isTechnology = (name: string) =>
    knowledge.lexicon.technologies.get(fold(name)) === finding.technology || `npm:${name}` === finding.identifier;
  const isRole = (name: string) => knowledge.roleNames.get(fold(name)) === finding.role;
  const found = (of: keyof Severities, isMeant: (name: string) => boolean) =>
    Object.entries(severities[of] ?? {}).flatMap(([name, severity]): Override[] =>
      isMeant(name) ? [{ severity, of, name }] : [],
    )[0];
  return found('technologies', isTechnology) ?? found('roles', isRole) ?? found('rules', (id) => id === finding.rule);
}

const compiled = new Map<string, (path: string) => boolean>();

/** Whether a path is one of a glob's; dot files count. */
export function matches(glob: string, path: string): boolean {
  const matcher = compiled.get(glob) ?? compileGlob(glob) ?? (() => false);
  compiled.set(glob, matcher);
  return matcher(path);
}
