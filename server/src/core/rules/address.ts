import type { RuleId } from '../model';

/** README.md, or the section of it that explains a rule. */
export const ruleAddress = (rule?: RuleId) =>
  `https://github.com/stack-guidance/stack-guidance${rule ? `#${rule}` : ''}`;
