import type { Located } from './text';

/** As on a technology radar; a row without a ring is `adopt`. */
export const rings = ['adopt', 'trial', 'assess', 'hold'] as const;
export type Ring = (typeof rings)[number];

/** One row of a stack document that recommends for a role, its names resolved. */
export interface Recommendation {
  readonly role: string;
  readonly ring: Ring;
  readonly expression: Expression;
  /** The texts as written. */
  readonly component: string;
  readonly technology: string;
  readonly justification: string;
  readonly section: string;
  /** Line in the document, from 0. */
  readonly line: number;
  /** No exception counts. */
  readonly isEnforced: boolean;
  /** Who answers for it. */
  readonly owner?: string;
  /** An address (`https://…`) that says more. */
  readonly link?: string;
}

/** What a technology cell means: all of the groups, any one choice of each. */
export interface Expression {
  readonly allOf: readonly (readonly Choice[])[];
  /** What is said without naming a technology: `Multi-cloud`, `réplication`. */
  readonly qualifiers: readonly string[];
  /** Parts that are neither a technology nor a qualifier; spans into the cell. */
  readonly unknown: readonly Located[];
}

/** One recommended technology with what stands around it: `Kubernetes (EKS/GKE)`, `PostgreSQL (avec Patroni)`. */
export interface Choice {
  readonly technology: string;
  /** Technologies in brackets that are variants of it: only these are meant. */
  readonly variants: readonly string[];
  /** Technologies in brackets that are not variants: preferred frameworks. */
  readonly frameworks: readonly string[];
  /** Technologies after `avec` or `with`. */
  readonly companions: readonly string[];
  /** Words around it: `Cluster`, `iOS`, `réplication`. */
  readonly qualifiers: readonly string[];
}
