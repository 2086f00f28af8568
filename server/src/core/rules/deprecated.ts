import type { Use } from '../catalog/verdict';
import { lifecycleSentences } from '../catalog/wording';
import type { Finding } from '../model';
import { capped, identifierOf, type Rule, type RuleContext } from './rule';

/** Recommended or not judged by the stack, but dead or renamed upstream. */
export const deprecated: Rule = {
  id: 'deprecated',
  check: (context) => context.uses.filter(isLeftToUs).map((use) => finding(use, context)),
};

/** A finding of not-recommended carries the note itself: one finding for one dependency. */
const isLeftToUs = ({ verdict }: Use) => verdict.lifecycle && !verdict.severity;

function finding(use: Use, { catalog }: RuleContext): Finding {
  const { technology, rows, lifecycle } = use.verdict;
  const { technologies } = catalog.knowledge;
  const successor = technologies.get(lifecycle?.replacedBy ?? '') ?? technology;
  return {
    rule: 'deprecated',
    severity: capped('warning', use),
    span: use.span,
    message: lifecycleSentences(use, catalog),
    identifier: identifierOf(use),
    technology: technology.id,
    role: rows[0]?.role ?? technology.roles[0] ?? null,
    recommended: successor.deprecated ? [] : [successor.id],
    struck: true,
  };
}
