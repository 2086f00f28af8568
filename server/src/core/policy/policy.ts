import picomatch from 'picomatch';
import type { Catalog } from '../catalog/catalog';
import { fold } from '../catalog/names';
import type { Finding, RuleId, Suppression } from '../model';
import { texts } from '../texts';
import type { Configuration, ConfiguredException, Loudness, Severities } from './configuration';

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

/**
 * Findings as loud as the policy wants them, those that it silences left out, those that an exception covers with
 * their suppression.
 */
export function applyPolicy(findings: readonly Finding[], policy: Policy, catalog: Catalog): Finding[] {
  return findings.flatMap((finding) => {
    const severity = loudnessOf(finding, policy, catalog) ?? finding.severity;
    return severity === 'off' ? [] : [excepted({ ...finding, severity }, policy, catalog)];
  });
}

/** The last matching `paths` entry wins over the configuration's own; technology beats role beats rule in each. */
function loudnessOf(finding: Finding, { path, configuration }: Policy, catalog: Catalog): Loudness | undefined {
  const { severity, paths } = configuration;
  const here = paths.filter((one) => matches(one.glob, path)).flatMap((one) => one.severity ?? []);
  for (const severities of [...here.reverse(), severity]) {
    const found = loudnessIn(severities, finding, catalog);
    if (found) return found;
  }
  return undefined;
}

function loudnessIn(
  { technologies, roles, rules }: Severities,
  finding: Finding,
  { knowledge }: Catalog,
): Loudness | undefined {
  const technology = Object.entries(technologies ?? {}).find(
    ([name]) =>
      knowledge.lexicon.technologies.get(fold(name)) === finding.technology || `npm:${name}` === finding.identifier,
  );
  const role = Object.entries(roles ?? {}).find(([name]) => knowledge.roleNames.get(fold(name)) === finding.role);
  return technology?.[1] ?? role?.[1] ?? rules?.[finding.rule as RuleId];
}

function excepted(finding: Finding, { configuration, path, today }: Policy, catalog: Catalog): Finding {
  const covering = configuration.exceptions.filter((one) => covers(one, finding, path, catalog));
  const alive = covering.find((one) => !isExpired(one, today));
  if (alive) return isEnforced(finding, catalog) ? finding : { ...finding, suppression: suppressionOf(alive) };
  const [expired] = covering;
  return expired?.expires ? withExpiry(finding, expired.expires, catalog) : finding;
}

/** Whether an exception is about a finding; one without paths is about all files. */
export function covers(
  exception: ConfiguredException,
  finding: Finding,
  path: string,
  { knowledge }: Catalog,
): boolean {
  const { technology, identifier, paths } = exception;
  if (paths?.length && !paths.some((glob) => matches(glob, path))) return false;
  if (identifier) return identifier === finding.identifier;
  return technology !== undefined && knowledge.lexicon.technologies.get(fold(technology)) === finding.technology;
}

/** `expires` is the last day that it holds, in UTC. */
export const isExpired = ({ expires }: { readonly expires?: string }, today: string) =>
  expires !== undefined && expires < today;

/** The expired exception brings the finding back, and says so. */
export const withExpiry = (finding: Finding, expires: string, { locale }: Catalog): Finding => ({
  ...finding,
  message: `${finding.message} ${texts[locale].exceptionExpired(expires)}`,
});

/** An enforced row cannot be excepted. */
export const isEnforced = (finding: Finding, catalog: Catalog) =>
  (catalog.byRole.get(finding.role ?? '') ?? []).some((row) => row.isEnforced);

function suppressionOf({ reason, expires, owner, ticket }: ConfiguredException): Suppression {
  return { reason, ...(expires ? { expires } : {}), ...(owner ? { owner } : {}), ...(ticket ? { ticket } : {}) };
}

const compiled = new Map<string, (path: string) => boolean>();

/** Whether a path is one of a glob's; dot files count. */
export function matches(glob: string, path: string): boolean {
  const matcher = compiled.get(glob) ?? picomatch(glob, { dot: true });
  compiled.set(glob, matcher);
  return matcher(path);
}
