import { type Catalog, groupBy, type KnowledgeIndex } from '../catalog/catalog';
import { keepLast } from '../keepLast';
import type { Finding, Recommendation, Suppression } from '../model';
import { texts } from '../texts';
import { named, namedTechnology, namesInConfiguration, namesInFile } from './about';
import type { Configuration, ConfiguredException } from './configuration';
import { firstAround, firstNamed } from './first';
import { type InlineException, isCounted, namesOf } from './inline';
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
  { configuration, path, today }: Policy,
  { knowledge }: Catalog,
): Suppression | undefined {
  const configured = configuredBy(configuration, path, today, knowledge);
  const inFile = inlineBy(inline, today, knowledge);
  const names = namesInConfiguration(finding);
  return (
    suppressionOf(configured.holding(names), inFile.holding(finding)) ??
    suppressionOf(configured.expired(names), inFile.expired(finding))
  );
}

function suppressionOf(configured: Placed | undefined, inFile: InlineException | undefined): Suppression | undefined {
  if (configured) return configuredSuppression(configured.exception);
  return inFile && inlineSuppression(inFile);
}

const configuredBy = keepLast(
  (configuration: Configuration, path: string, today: string, knowledge: KnowledgeIndex) => {
    const [holding, expired] = apart(exceptionsAt(configuration, path, knowledge), ({ exception }) =>
      isExpired(exception, today),
    );
    const firstOf = (some: readonly Placed[]) => firstNamed(some, ({ names }) => names);
    return { holding: firstOf(holding), expired: firstOf(expired) };
  },
);

const inlineBy = keepLast((inline: readonly InlineException[], today: string, knowledge: KnowledgeIndex) => {
  const isPast = ({ expires }: InlineException) => expires !== undefined && expires.value < today;
  const [holding, expired] = apart(inline.filter(isCounted), isPast);
  return { holding: firstCovering(holding, knowledge), expired: firstCovering(expired, knowledge) };
});

function apart<One>(all: readonly One[], isOther: (one: One) => boolean): [One[], One[]] {
  return [all.filter((one) => !isOther(one)), all.filter(isOther)];
}

/** Finds the first exception of a file that is about a finding and covers its place. */
function firstCovering(exceptions: readonly InlineException[], knowledge: KnowledgeIndex) {
  const pairs = exceptions.flatMap((one) => namesOf(one, knowledge).map((name) => [name, one] as const));
  const groups = [...groupBy(pairs, ([name]) => name)];
  const around = new Map(groups.map(([name, ones]) => [name, firstAround(ones.map(([, one]) => one))]));
  return (finding: Excepted): InlineException | undefined => {
    const [one, other] = namesInFile(finding).map((name) => around.get(name)?.(finding.span.start));
    return one && other ? (one.span.start < other.span.start ? one : other) : (one ?? other);
  };
}

/** An exception of a configuration, its place in the list, and what it is about. */
interface Placed {
  readonly exception: ConfiguredException;
  readonly at: number;
  readonly names: readonly string[];
}

/** The exceptions of a configuration that are about a file; one without paths is about all files. */
export function exceptionsAt({ exceptions }: Configuration, path: string, knowledge: KnowledgeIndex): Placed[] {
  const isHere = ({ paths }: ConfiguredException) => !paths?.length || paths.some((glob) => matches(glob, path));
  return exceptions.flatMap((exception, at) =>
    isHere(exception) ? [{ exception, at, names: namesOfConfigured(exception, knowledge) }] : [],
  );
}

function namesOfConfigured({ technology, identifier }: ConfiguredException, knowledge: KnowledgeIndex): string[] {
  if (identifier) return [named.identifier(identifier)];
  return technology === undefined ? [] : namedTechnology(technology, knowledge);
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
