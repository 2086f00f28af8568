import { lifecycleSentences, nameOfDead } from '../catalog/wording';
import type { Finding, Lifecycle } from '../model';
import { capped, type Rule, type RuleContext, type Use } from './rule';

/** Recommended or not judged by the stack, but dead or renamed upstream. */
export const deprecated: Rule = {
  id: 'deprecated',
  check: (context) =>
    context.uses.flatMap((use) =>
      use.verdict.lifecycle && isLeftToUs(use) ? [finding(use, use.verdict.lifecycle, context)] : [],
    ),
};

/** A finding of not-recommended carries the note itself: one finding for one dependency. */
const isLeftToUs = ({ verdict }: Use) => !verdict.severity;

function finding(use: Use, lifecycle: Lifecycle, { catalog }: RuleContext): Finding {
  const { technology, rows } = use.verdict;
  const replacement =
    lifecycle.replacedBy && catalog.knowledge.technologies.has(lifecycle.replacedBy)
      ? lifecycle.replacedBy
      : technology.id;
  const isAlive = !catalog.knowledge.technologies.get(replacement)?.deprecated;
  return {
    rule: 'deprecated',
    severity: capped('warning', use),
    span: use.span,
    message: lifecycleSentences(nameOfDead(use, technology, catalog.locale), lifecycle, catalog),
    technology: technology.id,
    role: rows[0]?.role ?? technology.roles[0] ?? null,
    recommended: isAlive ? [replacement] : [],
    struck: true,
  };
}
