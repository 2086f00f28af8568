import { deprecated } from './deprecated';
import { missingCompanion } from './missingCompanion';
import { notRecommended } from './notRecommended';
import type { Rule } from './rule';

/** All rules; each has a section in README.md. */
export const rules: readonly Rule[] = [notRecommended, deprecated, missingCompanion];
