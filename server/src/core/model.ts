/**
 * The nouns. Everything here is plain immutable data; no noun knows LSP, VS Code or a disk.
 */

/** A half-open range of UTF-16 offsets into one text: `start` is inside, `end` is not. Never crosses a line. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A literal text of the file and where it stands. `value` may be normalised; the span is what was written. */
export interface Located {
  readonly value: string;
  readonly span: Span;
}

/** A literal value with the key that it has. */
export interface Attribute extends Located {
  readonly keySpan?: Span;
}

/** Where a name lives. Package URL types where package URL has one. */
export const ecosystems = [
  'npm',
  'terraform-resource',
  'terraform-provider',
  'terraform-module',
  'helm',
  'image',
  'k8s-api',
] as const;
export type Ecosystem = (typeof ecosystems)[number];

/** The part of a manifest that a dependency stands in. */
export type Scope =
  | 'dependencies'
  | 'devDependencies'
  | 'peerDependencies'
  | 'optionalDependencies'
  | 'resource'
  | 'data'
  | 'module'
  | 'provider'
  | 'chart'
  | 'release'
  | 'image'
  | 'object';

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
   * attribute that is an expression. The span is where a finding that this attribute decides has to stand.
   */
  readonly attributes?: ReadonlyMap<string, Attribute | undefined>;
  /** What the file itself calls it: the second label of a Terraform block. */
  readonly label?: string;
  /** Why nothing can be said of it without running something; such a dependency gets no verdict. */
  readonly skipReason?: 'local' | 'expression';
}

/** What tells whether a file is of a kind. */
export interface FileName {
  /** With `/` as separator; may be the bare name of an untitled document. */
  readonly path: string;
  readonly languageId?: string;
  /** The first few thousand characters: kinds with generic names are recognised by content. */
  readonly head: string;
}

/** How to read one kind of file, and to write in it. */
export interface FileKind {
  readonly id: string;
  matches(file: FileName): boolean;
  /** Never throws; a broken text gives what was understood. */
  read(text: string): readonly Dependency[];
  /** Puts something else in the place of a dependency; undefined where the text has no place for it. */
  replace(source: Source, dependency: Dependency, by: Replacement): Edit | undefined;
  /** Puts a text where somebody wants it near an offset; undefined where files of this kind take none. */
  insert(text: string, near: number, inserted: Inserted): TextChange | undefined;
  /** What an exception above the line of an offset covers: the line, or the whole block that begins there. */
  extent(text: string, offset: number): Span;
  /** What may be inserted at an offset; half-typed text is the normal case. Never throws. */
  slotAt(text: string, offset: number): Slot | undefined;
}

/** A place in a text, what may be inserted there, and how it is written there. */
export interface Slot {
  /** A value is that of an attribute which decides what its block is. */
  readonly kind: 'name' | 'version' | 'repository' | 'value' | 'snippet';
  /** What is replaced: what stands around the offset. */
  readonly span: Span;
  /** Where the replaced part ends if the rest of the word is to stay; the end of the span where it cannot. */
  readonly insertEnd: number;
  /** What was typed before the offset, without its quote. */
  readonly prefix: string;
  readonly ecosystem?: Ecosystem;
  readonly scope?: Scope;
  /** Whose version, repository or attribute it is, and where that comes from. */
  readonly name?: string;
  readonly repository?: string;
  /** Path of the attribute that a value is for. */
  readonly attribute?: string;
  /** Names that stand there already and must not stand there twice. */
  readonly taken?: ReadonlySet<string>;
  /** The text that takes the place of the span. */
  write(entry: SlotEntry): string;
  /** The same for a snippet, in snippet syntax; left out where none fits, `''` where all of it stands there already. */
  writeSnippet?(body: string): string;
  /** What has to change elsewhere: the comma after the property before, the keys that belong to a name. */
  also?(entry?: SlotEntry): readonly TextChange[];
}

/** What is inserted in a slot: a name with what belongs to it; for other slots than those of names, the text itself. */
export interface SlotEntry {
  readonly name: string;
  readonly version?: string | undefined;
  readonly repository?: string | undefined;
}

/** What is put in: plain text or a snippet, lines joined by `\n`, without a line end after the last. */
export interface Inserted {
  readonly body: string;
  /** The map of package.json that it belongs in. */
  readonly scope?: Scope;
}

/** What a dependency is replaced by: another name of the same ecosystem. */
export interface Replacement {
  readonly name: string;
  /** Left out where the version that is written stays right. */
  readonly version?: string;
  readonly repository?: string;
  /** Attributes that have to have these values. */
  readonly attributes?: Readonly<Record<string, string>>;
}

/** Changes of one text; the spans are those of the text before, and do not overlap. */
export interface TextChange {
  readonly span: Span;
  readonly text: string;
}

/** How something is done, and what the title of the fix has to admit. */
export interface Edit {
  readonly changes: readonly TextChange[];
  /** Attributes that had to go. */
  readonly removed?: readonly string[];
}

/** One text that was read. */
export interface Source {
  readonly path: string;
  readonly kind: FileKind;
  readonly text: string;
  readonly dependencies: readonly Dependency[];
}

/** The languages that we speak ourselves; documents are shown as written. */
export type Locale = 'en' | 'fr';
export type Texts = Readonly<Record<Locale, string>>;

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

export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

export type RuleId = 'not-recommended' | 'deprecated' | 'missing-companion';

/** Why a finding is not counted: somebody has excepted it. */
export interface Suppression {
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
