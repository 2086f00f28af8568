import type { Use } from '../catalog/verdict';
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
  const said = [
    opening(use, catalog.locale),
    recommendationSentences(rows.filter(isPositive), catalog),
    lifecycleSentences(use, catalog),
  ];
  return {
    rule: 'not-recommended',
    severity: capped(loud, use),
    span: use.span,
    message: said.filter(Boolean).join(' '),
    identifier: identifierOf(use),
    technology: technology.id,
    role: rows[0]?.role ?? null,
    recommended: recommendedIds(rows.filter(isPositive), catalog),
    struck: lifecycle !== undefined,
  };
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
