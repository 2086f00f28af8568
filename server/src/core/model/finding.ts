import type { Span, TextChange } from './text';

export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** What a finding is about; the first three are about dependencies, the others about what the organisation wrote. */
export const ruleIds = [
  'not-recommended',
  'deprecated',
  'missing-companion',
  'configuration',
  'stack-document',
  'unused-exception',
] as const;
export type RuleId = (typeof ruleIds)[number];

/** Why a finding is not counted: somebody has excepted it. */
export interface Suppression {
  /** Whether it stands in the file itself or in the configuration; SARIF's words. */
  readonly kind: 'inSource' | 'external';
  readonly reason: string;
  /** ISO date, the last day that it holds, UTC. */
  readonly expires?: string;
  readonly owner?: string;
  readonly ticket?: string;
}

/** A pure edit that answers a finding. */
export interface Fix {
  readonly title: string;
  readonly changes: readonly TextChange[];
  /** A drop-in replacement: safe to apply without a look. */
  readonly isPreferred: boolean;
}

/** One thing to tell the developer, at one place. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: string;
  /** What was found, as `ecosystem:name`. */
  readonly identifier: string | null;
  /** Ids, or null where none is meant. */
  readonly technology: string | null;
  readonly role: string | null;
  /** Ids of the recommended technologies, best first; none of them deprecated. */
  readonly recommended: readonly string[];
  /** Dead or renamed upstream: struck through. */
  readonly struck: boolean;
  /** An exception covers it: it is not shown, only counted. */
  readonly suppression?: Suppression;
}
