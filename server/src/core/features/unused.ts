import type { Catalog } from '../catalog/catalog';
import type { Finding, Source, Span } from '../model';
import type { Configuration } from '../policy/configuration';
import { covers } from '../policy/exceptions';
import { findingOn, onOneLine } from '../policy/finding';
import { inlineExceptions, isAbout } from '../policy/inline';
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
  return [...configuration.exceptions.entries()].flatMap(([at, exception]) =>
    findings.some((finding) => covers(exception, finding, path, catalog)) ? [at] : [],
  );
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
  const idle = exceptions.filter(
    (one) => !findings.some((finding) => isCovered(finding) && isAbout(one, finding, catalog)),
  );
  return idle.map(({ span }) => unused(span, catalog));
}

/** What is wrong with an exception is none of its own business. */
const isCovered = ({ rule }: Finding) => rule !== 'configuration';

const unused = (span: Span, { locale }: Catalog) =>
  findingOn('unused-exception', 'information', span, texts[locale].exception.unused);
