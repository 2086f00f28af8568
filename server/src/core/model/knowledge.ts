import type { Ecosystem } from './dependency';
import type { Texts } from './text';

/** What happened to a technology or an identifier upstream: dead or renamed. */
export interface Lifecycle {
  /** ISO date, or year and month, of the event. */
  readonly since?: string;
  readonly reason: Texts;
  /** Id of the technology, or the new name in the same ecosystem. */
  readonly replacedBy?: string;
  /** Repository of the chart that took over. */
  readonly repository?: string;
  /** Every version of the old name exists under the new: a drop-in replacement. */
  readonly sameVersions?: boolean;
  /** Where the claim comes from. */
  readonly source: string;
}

/** strong: its use is the technology's use. weak: a hint at most. neutral: says nothing, hover only. */
export type Evidence = 'strong' | 'weak' | 'neutral';

/** How a technology is recognised in one ecosystem. */
export interface Identifier {
  readonly ecosystem: Ecosystem;
  /** `*` stands for any characters. */
  readonly name: string;
  /** Chart repositories; any of them. */
  readonly repositories?: readonly string[];
  /** Attribute conditions: each path must have one of the literal values; `*` as in names. */
  readonly where?: Readonly<Record<string, readonly string[]>>;
  /** Attribute conditions under which it is not this technology: a table keyed by `LockID` only locks Terraform's state. */
  readonly exceptWhere?: Readonly<Record<string, readonly string[]>>;
  /** Names in the same file and ecosystem beside which it says nothing: `redux` beside `@reduxjs/toolkit`. */
  readonly exceptBeside?: readonly string[];
  /** Technologies that this serves; the first names the finding. */
  readonly speaks: readonly string[];
  readonly evidence: Evidence;
  /** Where it fills fewer roles than its technology. */
  readonly roles?: readonly string[];
  /** Roles that it fills, as strong evidence, in files that a configuration assigns them to. */
  readonly whereAssigned?: readonly string[];
  /** Companions that a row may ask for (`avec Patroni`) and that this one is known not to bring. */
  readonly without?: readonly string[];
  /**
   * What fixes and snippets insert: an npm range, the version of a chart, provider or module, the tag of an image, the
   * engine version of a Terraform resource. Only identifiers that have one are ever inserted. Refreshed by
   * `npm run data:refresh`.
   */
  readonly version?: string;
  readonly deprecated?: Lifecycle;
}

/** How to recognise a technology and what it can be used for: knowledge, never opinion. */
export interface Technology {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly roles: readonly string[];
  readonly homepage: string;
  readonly docs?: string;
  /** The more general technology that this is a form of: EKS is a variant of Kubernetes. */
  readonly variantOf?: string;
  /** Technologies whose protocol or API it speaks: Valkey is compatible with Redis. */
  readonly compatibleWith: readonly string[];
  readonly deprecated?: Lifecycle;
}

/** What a technology does in a stack; a row of a stack document recommends for a role. */
export interface Role {
  readonly id: string;
  readonly name: Texts;
  readonly aliases: readonly string[];
  /** What fills it keeps data: replacing it in a file migrates nothing. */
  readonly stateful?: boolean;
}

/** Spellings of the same place. */
export interface Registries {
  /** Chart repositories that are one: the first is shown, all are recognised. */
  readonly chartRepositories: readonly (readonly string[])[];
  /** Image prefix → the prefix that it mirrors. */
  readonly imageMirrors: Readonly<Record<string, string>>;
}

/** All that data/ knows, compiled. */
export interface Knowledge {
  readonly technologies: readonly Technology[];
  readonly identifiers: readonly Identifier[];
  readonly roles: readonly Role[];
  readonly registries: Registries;
}

/** A snippet of snippets/ as compiled by the build, its versions inserted. */
export interface Snippet {
  readonly name: string;
  /** Id of the kind of file that it belongs in. */
  readonly kind: string;
  readonly prefix: readonly string[];
  /** In VS Code's snippet syntax, lines joined by `\n`. */
  readonly body: string;
  readonly description: Texts;
  /** Id of the technology that it uses, and of the role that it uses it for. */
  readonly technology: string;
  readonly role: string;
  /** The map of package.json that its lines belong in. */
  readonly scope?: 'dependencies' | 'devDependencies';
  /** The name that this completes where it stands alone; its first tab stop is what the file calls that. */
  readonly companionOf?: string;
}
