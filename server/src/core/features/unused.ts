import { type Catalog, groupBy } from '../catalog/catalog';
import type { Finding, Source, Span } from '../model';
import { namesInConfiguration, namesInFile } from '../policy/about';
import type { Configuration } from '../policy/configuration';
import { exceptionsAt } from '../policy/exceptions';
import { findingOn, onOneLine } from '../policy/finding';
import { firstFrom } from '../policy/first';
import { inlineExceptions, namesOf } from '../policy/inline';
import { isKnown } from '../policy/inlineProblems';
import type { Policy } from '../policy/policy';
import { texts } from '../texts';

/**
 * Which exceptions of a configuration cover something in a file, as places in its list. An expired one still does.
 *
 * @param findings what `check` found in the file, those that are excepted too
 */
export function usedExceptions(
  findings: readonly Finding[],
  { configuration, path }: Policy,
  catalog: Catalog,
): number[] {
  const found = new Set(findings.flatMap(namesInConfiguration));
  return exceptionsAt(configuration, path, catalog.knowledge)
    .filter(({ names }) => names.some((name) => found.has(name)))
    .map(({ at }) => at);
}

/**
 * Exceptions of a configuration that cover nothing any more, on their place in its text. Only a check of everything
 * that the configuration governs can tell.
 *
 * @param used places in the list, of all files together
 */
export function unusedExceptions(
  text: string,
  { exceptions }: Configuration,
  used: ReadonlySet<number>,
  catalog: Catalog,
): Finding[] {
  return exceptions.flatMap(({ span }, at) => (used.has(at) ? [] : [unused(onOneLine(text, span), catalog)]));
}

/** Exceptions in a file that cover nothing there; for checks of whole folders, nobody wants to see them while typing. */
export function unusedInline(source: Source, findings: readonly Finding[], catalog: Catalog): Finding[] {
  const exceptions = inlineExceptions(source).filter((one) => isKnown(one.about, catalog));
  const starts = startsByName(findings.filter(isCovered));
  const idle = exceptions.filter(
    (one) => !namesOf(one, catalog.knowledge).some((name) => isAnyIn(one.covers, starts.get(name))),
  );
  return idle.map(({ span }) => unused(span, catalog));
}

/** Where findings stand that an exception can name, in order: to ask for each exception and each finding takes too long. */
function startsByName(findings: readonly Finding[]): ReadonlyMap<string, readonly number[]> {
  const pairs = findings.flatMap((one) => namesInFile(one).map((name) => [name, one.span.start] as const));
  const groups = groupBy(pairs, ([name]) => name);
  return new Map([...groups].map(([name, ones]) => [name, ones.map(([, start]) => start).sort((a, b) => a - b)]));
}

const isAnyIn = ({ start, end }: Span, sorted: readonly number[] = []): boolean =>
  (sorted[firstFrom(sorted, start)] ?? end) < end;

/** What is wrong with an exception is none of its own business. */
const isCovered = ({ rule }: Finding) => rule !== 'configuration';

const unused = (span: Span, { locale }: Catalog) =>
  findingOn('unused-exception', 'information', span, texts[locale].exception.unused);
