import { insertBlock } from '../fixes/insertion';
import { replaceInHcl } from '../fixes/terraform';
import type { Attribute, Attributes, Dependency, FileKind, Located, PartReader, Span } from '../model';
import { once } from '../once';
import { blockComment } from '../policy/comment';
import { blockExtent } from '../policy/extent';
import { slotInTerraform } from '../slots/terraform';
import { type HclBlock, type HclBody, headers, outlineOf } from '../syntax/hclOutline';
import { type HclAttribute, literal, objectEntries, writtenValue } from '../syntax/hclValue';

/** A block that begins at the left edge stands for itself, unless it may be inside of a heredoc or a comment. */
const blocks: PartReader = {
  cuts: headers,
  read(text) {
    const { body, isBroken, isEndless } = outlineOf(text);
    const dependencies = body.blocks.flatMap((block) => blocksIn(text, block).flatMap(dependenciesOf));
    return { dependencies, state: isEndless ? 'open' : isBroken ? 'broken' : 'complete' };
  },
};

/** Terraform and OpenTofu. Variable files hold values without their meaning, and nobody writes the lock file. */
export const terraform: FileKind = {
  id: 'terraform',
  matches: ({ path, languageId = '' }) =>
    /\.(?:tf|tofu)$/.test(path) ||
    (/^(?:terraform|opentofu)$/.test(languageId) && !/\.(?:tfvars|hcl|json)$/.test(path)),
  read: (text) => blocks.read(text).dependencies,
  parts: blocks,
  replace: replaceInHcl,
  insert: insertBlock,
  extent: blockExtent,
  comment: blockComment,
  slotAt: (text, offset) => slotInTerraform(text, offset, terraform.read),
};

function blocksIn(text: string, block: HclBlock): readonly TerraformBlock[] {
  const [type, label] = block.labels;
  if (block.type === 'terraform') {
    const lists = block.blocks.filter((one) => one.type === 'required_providers');
    return lists.map((list) => ({ scope: 'provider', entries: () => entriesOf(text, list) }));
  }
  if (block.type === 'module') return [{ scope: 'module', label: type?.value, entries: () => entriesOf(text, block) }];
  if (!type || (block.type !== 'resource' && block.type !== 'data')) return [];
  return [{ scope: block.type, type, label: label?.value, entries: () => entriesOf(text, block) }];
}

/** What a body has, in the order that it is looked through. */
export function entriesOf(text: string, { attributes, blocks }: HclBody): readonly Entry[] {
  return [...attributes.map((one) => attributeEntry(text, one)), ...blocks.flatMap((one) => blockEntries(text, one))];
}

export function attributeEntry(text: string, attribute: HclAttribute): Entry {
  const value = literal(text, attribute);
  return {
    name: attribute.name,
    value: value && { ...value, keySpan: attribute.nameSpan },
    written: () => writtenValue(text, attribute),
    inside: () => objectEntries(text, attribute).map((one) => attributeEntry(text, one)),
  };
}

/** `dynamic "logging" { … content { … } }` stands for any number of `logging` blocks, none included. */
function blockEntries(text: string, block: HclBlock): readonly Entry[] {
  const name = block.type === 'dynamic' ? block.labels[0]?.value : undefined;
  if (!name) return [{ name: block.type, inside: () => entriesOf(text, block) }];
  const contents = block.blocks.filter((one) => one.type === 'content');
  return [{ name, inside: () => contents.flatMap((one) => entriesOf(text, one)).map(undecided) }];
}

/** What one cannot know to be there has no literal value. */
export const undecided = ({ name, inside }: Entry): Entry => ({ name, inside: () => inside().map(undecided) });

/** An attribute or a nested block, however it is written. */
export interface Entry {
  readonly name: string;
  /** Of a literal attribute. */
  readonly value?: Attribute | undefined;
  /** The attribute as it is written, literal or not. */
  readonly written?: () => Located | undefined;
  /** What a block or an object has inside. */
  readonly inside: () => readonly Entry[];
}

/** A block that can be a dependency. HCL and JSON are both read into this. */
export interface TerraformBlock {
  readonly scope: 'resource' | 'data' | 'module' | 'provider';
  /** Of resources. */
  readonly type?: Located;
  readonly label?: string | undefined;
  readonly entries: () => readonly Entry[];
}

/** What installs a chart, and what only renders one. */
const releases: ReadonlyMap<string, string> = new Map([
  ['helm_release', 'resource'],
  ['helm_template', 'data'],
]);

export function dependenciesOf(block: TerraformBlock): readonly Dependency[] {
  if (releases.get(block.type?.value ?? '') === block.scope) return releaseOf(block);
  const attributes = once(() => attributesOf(block));
  if (block.scope === 'provider') return providersOf(attributes());
  return block.scope === 'module' ? moduleOf(block, attributes) : resourceOf(block, attributes);
}

/** No condition asks for more, and a hostile text must not get us deep into its blocks or build endless paths. */
const deepest = 6;
const longest = 100;

/** Values by path; the first of several blocks of one name speaks for all. A block itself is there without a value. */
const attributesOf = ({ entries }: TerraformBlock): Attributes => collected(entries(), '', deepest, new Map());

function collected(entries: readonly Entry[], prefix: string, depth: number, map: Map<string, Attribute | undefined>) {
  for (const { name, value, inside } of entries) {
    if (name.length > longest) continue;
    const path = prefix + name;
    if (!map.has(path)) map.set(path, value);
    if (depth > 1) collected(inside(), `${path}.`, depth - 1, map);
  }
  return map;
}

function resourceOf({ scope, type, label }: TerraformBlock, attributes: () => Attributes): readonly Dependency[] {
  if (!type || !/^[a-z_][\w-]*$/i.test(type.value)) return [];
  const name = type.value.toLowerCase();
  return [{ ecosystem: 'terraform-resource', name, nameSpan: type.span, scope, attributes, ...(label && { label }) }];
}

function providersOf(attributes: Attributes): readonly Dependency[] {
  return [...attributes].flatMap(([path, source]) => {
    const [local, key, ...deeper] = path.split('.');
    const name = source && key === 'source' && deeper.length === 0 && providerName(source.value);
    if (!name || !local) return [];
    const version = attributes.get(`${local}.version`);
    const base = { ecosystem: 'terraform-provider', scope: 'provider', label: local } as const;
    return [{ ...base, name, nameSpan: source.span, ...(version && { version }) }];
  });
}

function moduleOf({ label }: TerraformBlock, attributes: () => Attributes): readonly Dependency[] {
  const [source, version] = [attributes().get('source'), attributes().get('version')];
  if (!source) return [];
  const base = {
    ecosystem: 'terraform-module',
    nameSpan: source.span,
    scope: 'module',
    ...(label && { label }),
  } as const;
  if (/^\.\.?(?:[/\\]|$)/.test(source.value)) return [{ ...base, name: source.value, skipReason: 'local' }];
  const name = moduleName(source.value);
  return name ? [{ ...base, name, attributes, ...(version && { version }) }] : [];
}

const publicRegistry = /^registry\.(?:terraform\.io|opentofu\.org)\//;

/** `hashicorp/aws` for `registry.terraform.io/hashicorp/aws`, for `HashiCorp/aws` and for `aws` alone. */
function providerName(source: string): string | undefined {
  const name = source.toLowerCase().replace(publicRegistry, '');
  return isAddress(name, 1) ? `hashicorp/${name}` : isAddress(name, 2) ? name : undefined;
}

const gitModule =
  /^(?:git::)?(?:(?:https?|ssh):\/\/)?(?:git@)?github\.com[/:]([\w-]+)\/terraform-([a-z0-9]+)-([\w-]+)(?:\.git)?(?:\/\/[^?]*)?(?:\?.*)?$/;

/** `namespace/name/provider`, of a part of it with `//path`; also of the repository on GitHub that it comes from. */
function moduleName(source: string): string | undefined {
  const lower = source.toLowerCase();
  const [, namespace, provider, module] = gitModule.exec(lower) ?? [];
  if (namespace && provider && module) return `${namespace}/${module}/${provider}`;
  const [name = '', ...inside] = lower.replace(publicRegistry, '').split('//');
  return isAddress(name, 3) ? [name, ...inside].join('//') : undefined;
}

const part = /^[0-9a-z](?:[0-9a-z_-]*[0-9a-z])?$/;
const privateRegistry = /^(?!github\.com|bitbucket\.org)[0-9a-z][0-9a-z.-]*\.[a-z]+(?::\d+)?$/;

/** So many names with `/` between them, after the host of a private registry or not. */
function isAddress(text: string, count: number): boolean {
  const parts = text.split('/');
  const own = parts.slice(-count);
  if (parts.length > count + 1 || own.length < count || !own.every((one) => part.test(one))) return false;
  return parts.length === count || (count > 1 && privateRegistry.test(parts[0] ?? ''));
}

/** A chart that is installed. The resource itself says nothing, so that the chart is all there is. */
function releaseOf({ label, entries, scope }: TerraformBlock): readonly Dependency[] {
  const all = entries();
  const find = (name: string) => all.find((one) => one.name === name);
  const chart = find('chart');
  const written = chart?.value ?? chart?.written?.();
  if (!written) return [];
  const named = chart?.value ? chartOf(chart.value, find('repository')) : skipped(written);
  const version = find('version')?.value;
  const base = {
    ecosystem: 'helm',
    scope: scope === 'data' ? 'data' : 'release',
    ...(label && { label }),
    ...(version && { version }),
  } as const;
  return named ? [{ ...base, ...named }] : [];
}

type NamedChart = Pick<Dependency, 'name' | 'nameSpan' | 'repository' | 'skipReason'>;

function skipped({ value, span }: Located): NamedChart {
  const local = /^\$\{\s*path\.(?:module|root|cwd)\s*\}/.test(value);
  return { name: value, nameSpan: span, skipReason: local ? 'local' : 'expression' };
}

/** A plain name, a path, `oci://host/path/name`, or `alias/name` of a repository that Helm was told of before. */
function chartOf(chart: Located, repository: Entry | undefined): NamedChart | undefined {
  const { value, span } = chart;
  if (isPath(value, repository)) return { name: value, nameSpan: span, skipReason: 'local' };
  const slash = value.lastIndexOf('/');
  const name = value.slice(slash + 1);
  if (!name || /^https?:/.test(value)) return undefined;
  const place = slash < 0 ? repository?.value : placeOf(value.slice(0, slash), span, repository);
  return { name, nameSpan: { start: span.start + slash + 1, end: span.end }, ...(place && { repository: place }) };
}

const isPath = (chart: string, repository: Entry | undefined) =>
  /^\.{0,2}\//.test(chart) ||
  (!/:\/\//.test(chart) && (chart.endsWith('.tgz') || (!repository && chart.split('/').length > 2)));

function placeOf(place: string, { start }: Span, repository: Entry | undefined): Located | undefined {
  const span = { start, end: start + place.length };
  if (place.startsWith('oci://')) return { value: place, span };
  return repository ? repository.value : { value: `@${place}`, span };
}
