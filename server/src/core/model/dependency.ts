import type { Attribute, Located, Span } from './text';

/** Where a name lives. Package URL types where package URL has one; `file` is a file whose presence alone says it. */
export const ecosystems = [
  'npm',
  'terraform-resource',
  'terraform-provider',
  'terraform-module',
  'helm',
  'image',
  'k8s-api',
  'cargo',
  'golang',
  'pypi',
  'conda',
  'pub',
  'maven',
  'swift',
  'github-action',
  'gitlab-include',
  'file',
] as const;
export type Ecosystem = (typeof ecosystems)[number];

/** The part of a manifest that a dependency stands in. */
export type Scope =
  | 'dependencies'
  | 'devDependencies'
  | 'peerDependencies'
  | 'optionalDependencies'
  | 'buildDependencies'
  | 'replace'
  | 'resource'
  | 'data'
  | 'module'
  | 'provider'
  | 'chart'
  | 'release'
  | 'image'
  | 'action'
  | 'include'
  | 'catalog'
  | 'imports'
  | 'file'
  | 'object';

/** By path; undefined for an attribute that is an expression. */
export type Attributes = ReadonlyMap<string, Attribute | undefined>;

/** One use of one name at one place. */
export interface Dependency {
  readonly ecosystem: Ecosystem;
  /** The name as its ecosystem normalises it: `redis` for `docker.io/library/redis:7`, `hashicorp/aws` for a provider. */
  readonly name: string;
  /** Where the name is written, without quotes. Findings stand here unless an attribute decides. */
  readonly nameSpan: Span;
  readonly scope: Scope;
  /** A version, a range or an image tag, as written. */
  readonly version?: Located;
  /** The repository of a chart, or the registry of an image where it has a key of its own, as written. */
  readonly repository?: Located;
  /**
   * Literal attributes by path (`engine`, `network_policy.provider`, a Kubernetes object's `kind`); undefined for an
   * attribute that is an expression. The span is where a finding that this attribute decides has to stand. Read when
   * they are first asked for: what most blocks have decides nothing.
   */
  readonly attributes?: () => Attributes;
  /** What the file itself calls it: the second label of a Terraform block. */
  readonly label?: string;
  /** Why nothing can be said of it without running something; such a dependency gets no verdict. */
  readonly skipReason?: 'local' | 'expression';
}
