import type { Catalog } from '../catalog/catalog';
import { mostAlike, namedBy } from '../catalog/likeness';
import { fold } from '../catalog/names';
import type { Finding, Locale } from '../model';
import type { Configuration, ConfigurationProblem, ConfiguredException } from '../policy/configuration';
import { enforcingIdentifier, enforcingTechnology } from '../policy/enforced';
import { isExpired } from '../policy/exceptions';
import { findingOn, onOneLine } from '../policy/finding';
import { unknownNames } from '../policy/names';
import type { ShapeProblem } from '../policy/shape';
import { texts } from '../texts';

/**
 * What is wrong with a configuration: what cannot be read (an error), and, where the stack that it is for is known,
 * names of nothing, exceptions that do not count and exceptions that have ended.
 *
 * @param today ISO date, UTC
 */
export function configurationFindings(
  text: string,
  configuration: Configuration,
  problems: readonly ConfigurationProblem[],
  catalog: Catalog | undefined,
  today: string,
  locale: Locale = catalog?.locale ?? 'en',
): Finding[] {
  const wrong = shapeFindings(text, problems, locale);
  if (!catalog) return wrong;
  const exceptions = configuration.exceptions.flatMap((one) => exceptionFindings(text, one, catalog, today));
  const found = [...wrong, ...unknownNames(text, catalog), ...exceptions];
  return found.sort((one, other) => one.span.start - other.span.start);
}

/** What is wrong with the shape of a file that an organisation wrote, each an error where it stands. */
export const shapeFindings = (text: string, problems: readonly ConfigurationProblem[], locale: Locale): Finding[] =>
  problems.map((one) => findingOn('configuration', 'error', onOneLine(text, one.span), messageOf(one, locale)));

function messageOf(problem: ConfigurationProblem, locale: Locale): string {
  const words = texts[locale].configuration;
  const { kind, what } = problem;
  if (kind === 'ambiguous-exception') return words.ambiguous;
  const { expected = '' } = problem;
  if (kind === 'syntax') return words.syntax(what);
  if (kind === 'size') return words.tooLarge;
  if (kind === 'missing') return words.missing(what);
  if (kind === 'type') return isTypeName(expected) ? words.type[expected] : words.type.value;
  if (kind === 'unknown-key') return unknownKey(problem, locale);
  return expected === 'glob' ? words.noGlob(what) : words.wrong(what, expected);
}

const isTypeName = (name: string): name is 'text' | 'list' | 'map' | 'value' =>
  ['text', 'list', 'map', 'value'].includes(name);

function unknownKey({ what, expected = '' }: ShapeProblem, locale: Locale): string {
  const words = texts[locale].configuration;
  const keys = expected.split(', ').map((key) => [key, key] as const);
  const [meant] = mostAlike(what, namedBy(keys), 0.6);
  return `${words.unknownKey(what)} ${meant ? words.didYouMean(meant) : words.known(expected)}`;
}

/** What only the stack and the calendar can tell of an exception. */
function exceptionFindings(text: string, exception: ConfiguredException, catalog: Catalog, today: string): Finding[] {
  const words = texts[catalog.locale];
  const span = onOneLine(text, exception.span);
  const enforced = enforcedComponent(exception, catalog);
  if (enforced) return [findingOn('configuration', 'error', span, words.exception.enforced(enforced))];
  const { expires } = exception;
  if (!expires || !isExpired(exception, today)) return [];
  return [findingOn('configuration', 'information', span, words.exceptionExpired(expires))];
}

function enforcedComponent({ technology, identifier }: ConfiguredException, catalog: Catalog): string | undefined {
  if (technology === undefined) return enforcingIdentifier(identifier ?? '', catalog)?.component;
  const id = catalog.knowledge.lexicon.technologies.get(fold(technology));
  return id === undefined ? undefined : enforcingTechnology(id, catalog)?.component;
}
