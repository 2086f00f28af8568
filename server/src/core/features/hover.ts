import type { Catalog } from '../catalog/catalog';
import type { Use } from '../catalog/verdict';
import { partAt } from '../files/parts';
import { exceptionMarkdown, verdictMarkdown } from '../markdown';
import type { Dependency, RuleId, Source, Span } from '../model';
import { enforcingRow, exceptionFor, isExpired, isWithoutExceptions } from '../policy/exceptions';
import { type InlineException, inlineExceptions } from '../policy/inline';
import type { Policy } from '../policy/policy';
import { identifierOf, usesOf } from '../rules/rule';

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/**
 * What the stack says of the dependency at an offset; undefined where there is nothing to say. The name, the version
 * and the attribute that decides all answer alike. Where an exception covers it, that is said too.
 */
export function hover(source: Source, offset: number, catalog: Catalog, policy?: Policy): Hover | undefined {
  const uses = usesOf(source, catalog, dependenciesAt(source, offset));
  // Where several attributes of a block decide, the place itself is asked first, then the block's other verdicts.
  const ordered = [...uses.filter((use) => contains(use.span, offset)), ...uses];
  const inline = ordered.length && policy ? inlineExceptions(source) : [];
  for (const use of ordered) {
    const span = placesOf(use).find((place) => contains(place, offset));
    const exception = policy && span && exceptionOf(use, inline, policy, catalog);
    const markdown = span && verdictMarkdown(use.verdict, catalog, exception);
    if (markdown) return { span, markdown };
  }
  return undefined;
}

/** The exception that covers what is or could be found here, as one line; none counts where a row is enforced. */
function exceptionOf(use: Use, inline: readonly InlineException[], policy: Policy, catalog: Catalog) {
  if (isWithoutExceptions(inline, policy)) return undefined;
  const { technology, rows } = use.verdict;
  const finding = { rule: ruleOf(use), technology: technology.id, identifier: identifierOf(use), span: use.span };
  const found = exceptionFor(finding, inline, policy, catalog);
  if (!found || enforcingRow(rows[0]?.role ?? technology.roles[0] ?? null, catalog)) return undefined;
  return exceptionMarkdown(found, isExpired(found, policy.today), catalog.locale);
}

/** Only what stands around a file tells whether a companion is missing. */
function ruleOf({ verdict }: Use): RuleId {
  if (verdict.severity) return 'not-recommended';
  return verdict.lifecycle ? 'deprecated' : 'missing-companion';
}

const contains = (span: Span, offset: number) => span.start <= offset && offset <= span.end;

function placesOf({ dependency, identifier, span }: Use): Span[] {
  const deciding = Object.keys(identifier.where ?? {}).map((path) => dependency.attributes?.().get(path)?.keySpan);
  return [span, dependency.nameSpan, dependency.version?.span, ...deciding].filter((place) => place !== undefined);
}

/** Those named here, or with the version here; where there are none, those with an attribute here. */
function dependenciesAt({ parts, dependencies }: Source, offset: number): readonly Dependency[] {
  const around = (parts && partAt(parts, offset)?.dependencies) ?? dependencies;
  const named = around.filter((one) => isNamedAt(one, offset));
  return named.length ? named : around.filter((one) => isDescribedAt(one, offset));
}

const isNamedAt = ({ nameSpan, version }: Dependency, offset: number): boolean =>
  contains(nameSpan, offset) || (version !== undefined && contains(version.span, offset));

function isDescribedAt({ attributes }: Dependency, offset: number): boolean {
  for (const one of attributes?.().values() ?? [])
    if (one && (contains(one.span, offset) || (one.keySpan && contains(one.keySpan, offset)))) return true;
  return false;
}
