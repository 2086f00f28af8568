import type { Catalog } from '../catalog/catalog';
import { fold } from '../catalog/names';
import type { Finding, Recommendation, Suppression } from '../model';
import { texts } from '../texts';
import type { ConfiguredException } from './configuration';
import { type InlineException, isAbout, isCounted } from './inline';
import { matches, type Policy } from './policy';

/** What of a finding exceptions are about. */
export type Excepted = Pick<Finding, 'rule' | 'technology' | 'identifier' | 'span'>;

/**
 * Findings with the exceptions that cover them: a suppression, or, where all of them have expired, a word about that.
 * No exception of an enforced row counts.
 */
export function applyExceptions(
  findings: readonly Finding[],
  inline: readonly InlineException[],
  policy: Policy,
  catalog: Catalog,
): Finding[] {
  if (isWithoutExceptions(inline, policy)) return [...findings];
  return findings.map((finding) => {
    const suppression = exceptionFor(finding, inline, policy, catalog);
    if (!suppression) return finding;
    if (isExpired(suppression, policy.today)) return withExpiry(finding, suppression.expires ?? '', catalog);
    return enforcingRow(finding.role, catalog) ? finding : { ...finding, suppression };
  });
}

/** Nothing is excepted in a file: most have nothing to look for. */
export const isWithoutExceptions = (inline: readonly InlineException[], { configuration }: Policy): boolean =>
  !inline.length && !configuration.exceptions.length;

/** The exception that speaks: the first that holds, those of the configuration before those of the file; else an expired one. */
export function exceptionFor(
  finding: Excepted,
  inline: readonly InlineException[],
  policy: Policy,
  catalog: Catalog,
): Suppression | undefined {
  const { configuration, path, today } = policy;
  const covering = [
    ...configuration.exceptions.filter((one) => covers(one, finding, path, catalog)).map(configuredSuppression),
    ...inline.filter((one) => isCounted(one) && isAbout(one, finding, catalog)).map(inlineSuppression),
  ];
  return covering.find((one) => !isExpired(one, today)) ?? covering[0];
}

/** Whether an exception is about a finding; one without paths is about all files. */
export function covers(
  { technology, identifier, paths }: ConfiguredException,
  finding: Excepted,
  path: string,
  { knowledge }: Catalog,
): boolean {
  if (paths?.length && !paths.some((glob) => matches(glob, path))) return false;
  if (identifier) return identifier === finding.identifier;
  return technology !== undefined && knowledge.lexicon.technologies.get(fold(technology)) === finding.technology;
}

/** `expires` is the last day that it holds, in UTC. */
export const isExpired = ({ expires }: { readonly expires?: string }, today: string) =>
  expires !== undefined && expires < today;

/** The expired exception brings the finding back, and says so. */
const withExpiry = (finding: Finding, expires: string, { locale }: Catalog): Finding => ({
  ...finding,
  message: `${finding.message} ${texts[locale].exceptionExpired(expires)}`,
});

/** The row that is enforced for a role: what it is against cannot be excepted. */
export const enforcingRow = (role: string | null, catalog: Catalog): Recommendation | undefined =>
  catalog.byRole.get(role ?? '')?.find((row) => row.isEnforced);

function configuredSuppression({ reason, expires, owner, ticket }: ConfiguredException): Suppression {
  const rest = { ...(expires ? { expires } : {}), ...(owner ? { owner } : {}), ...(ticket ? { ticket } : {}) };
  return { kind: 'external', reason, ...rest };
}

const inlineSuppression = ({ reason, expires }: InlineException): Suppression => ({
  ...{ kind: 'inSource', reason },
  ...(expires ? { expires: expires.value } : {}),
});
