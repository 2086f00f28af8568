import type { Catalog } from '../catalog/catalog';
import type { Use, Verdict } from '../catalog/verdict';
import { enumerate, lifecycleSentences, nameInUse, recommendationSentences, recommendedIds } from '../catalog/wording';
import type { Finding, Severity } from '../model';
import { texts } from '../texts';
import { capped, identifierOf, type Rule, type RuleContext } from './rule';

/** Something else is recommended for its role, or the document puts it on hold or under assessment. */
export const notRecommended: Rule = {
  id: 'not-recommended',
  check: (context) =>
    context.uses.flatMap((use) => (use.verdict.severity ? [finding(use, use.verdict.severity, context)] : [])),
};

function finding(use: Use, severity: Severity, { catalog }: RuleContext): Finding {
  const { rows, technology, lifecycle } = use.verdict;
  const loud = lifecycle && use.verdict.kind === 'not-recommended' && severity === 'hint' ? 'warning' : severity;
  const { sentences, ids } = recommendedBy(use.verdict, catalog);
  const parts = [opening(use, catalog.locale), sentences, lifecycleSentences(use, catalog)];
  return {
    rule: 'not-recommended',
    severity: capped(loud, use),
    span: use.span,
    message: parts.filter(Boolean).join(' '),
    identifier: identifierOf(use),
    technology: technology.id,
    role: rows[0]?.role ?? null,
    recommended: ids,
    struck: lifecycle !== undefined,
  };
}

interface Recommended {
  readonly sentences: string;
  readonly ids: readonly string[];
}

/** A verdict is of one catalog, and says the same wherever it is found again. */
const said = new WeakMap<Verdict, Recommended>();

function recommendedBy(verdict: Verdict, catalog: Catalog): Recommended {
  const rows = verdict.rows.filter(isPositive);
  const known = said.get(verdict) ?? {
    sentences: recommendationSentences(rows, catalog),
    ids: recommendedIds(rows, catalog),
  };
  said.set(verdict, known);
  return known;
}

const isPositive = (row: { ring: string }) => row.ring === 'adopt' || row.ring === 'trial';

function opening({ dependency, verdict }: Use, locale: 'en' | 'fr'): string {
  const words = texts[locale];
  const what = nameInUse(dependency, verdict.technology);
  const components = enumerate(
    verdict.rows.map((row) => row.component),
    words.or,
  );
  if (verdict.without) return words.without(what, verdict.without);
  if (verdict.kind === 'assess') return words.assess(what, components);
  if (verdict.relation === 'elsewhere') return words.heldHere(what, components);
  if (verdict.rows.some((row) => row.ring === 'hold')) return words.onHold(what, components);
  return verdict.severity === 'hint' ? words.compatible(what, components) : words.notRecommended(what, components);
}
