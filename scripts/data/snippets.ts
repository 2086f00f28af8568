import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileKinds } from '../../server/src/core/files';
import type { Identifier, Knowledge, Snippet } from '../../server/src/core/model';
import { checkShape } from './shape';
import { readYaml, type YamlFile } from './yamlFile';

/** A file of snippets/ as written; data/schemas/snippets.schema.json describes and checks it. */
export type SnippetFile = Readonly<Record<string, SnippetEntry>>;

interface SnippetEntry {
  readonly prefix: string | readonly string[];
  readonly body: string | readonly string[];
  readonly description: string;
  readonly 'description.fr': string;
  readonly technology: string;
  readonly role: string;
  readonly scope?: 'dependencies' | 'devDependencies';
  readonly companionOf?: string;
}

type File = YamlFile<SnippetFile>;

/** One entry with what is needed to say where something in it is wrong. */
interface Placed extends SnippetEntry {
  readonly name: string;
  readonly kind: string;
  place(...keys: (string | number)[]): string;
}

/** The files of a folder; none where there is no folder. JSON is YAML, and so has lines. */
export function readSnippets(folder: string): File[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => readYaml<SnippetFile>(join(folder, name)));
}

/** Everything that is wrong with the snippets, each as `file:line: reason`. */
export function checkSnippets(files: readonly File[], knowledge: Knowledge, schema: object): string[] {
  const shape = files.flatMap((file) => checkShape(file, schema));
  if (shape.length) return shape;
  const entries = files.flatMap(entriesOf);
  return [
    ...files.flatMap(checkKind),
    ...checkNames(entries),
    ...entries.flatMap((entry) => [
      ...checkReferences(entry, knowledge),
      ...checkScope(entry),
      ...checkVersions(entry, knowledge),
    ]),
  ];
}

/** The snippets of checked files, the versions of the knowledge base inserted. */
export function snippetsOf(files: readonly File[], knowledge: Knowledge): Snippet[] {
  return files.flatMap(entriesOf).map((entry) => ({
    name: entry.name,
    kind: entry.kind,
    prefix: [entry.prefix].flat(),
    body: [entry.body].flat().join('\n').replace(reference, versionsFor(entry, knowledge)),
    description: { en: entry.description, fr: entry['description.fr'] },
    technology: entry.technology,
    role: entry.role,
    ...(entry.scope ? { scope: entry.scope } : {}),
    ...(entry.companionOf ? { companionOf: entry.companionOf } : {}),
  }));
}

/** Kinds whose snippets fill more than one file. */
const parts: ReadonlyMap<string, string> = new Map([['terraform-helm', 'terraform']]);

function kindOf({ path }: File): string {
  const name = basename(path, '.json');
  return parts.get(name) ?? name;
}

function entriesOf(file: File): Placed[] {
  return Object.entries(file.content).map(([name, entry]) => ({
    ...entry,
    name,
    kind: kindOf(file),
    place: (...keys) => file.place([name, ...keys]),
  }));
}

const checkKind = (file: File) =>
  fileKinds.some(({ id }) => id === kindOf(file)) ? [] : [`${file.place([])}: the file is named after no kind of file`];

function checkNames(entries: readonly Placed[]): string[] {
  const places = new Map<string, string>();
  return entries.flatMap(({ name, place }) => {
    const other = places.get(name);
    places.set(name, other ?? place());
    return other ? [`${place()}: the name ${name} is taken: ${other}`] : [];
  });
}

function checkReferences({ technology, role, place }: Placed, { technologies, roles }: Knowledge): string[] {
  const known = technologies.find(({ id }) => id === technology);
  return [
    ...(known ? [] : [`${place('technology')}: unknown technology ${technology}`]),
    ...(known?.deprecated ? [`${place('technology')}: ${technology} is deprecated`] : []),
    ...(roles.some(({ id }) => id === role) ? [] : [`${place('role')}: unknown role ${role}`]),
  ];
}

function checkScope({ kind, scope, place }: Placed): string[] {
  const isNeeded = kind === 'package-json';
  if (isNeeded === (scope !== undefined)) return [];
  return [`${place('scope')}: ${isNeeded ? 'scope is missing: which map?' : 'only package-json has a scope'}`];
}

/** `@version(npm pg)`: the version that the knowledge base has for a name of an ecosystem. */
const reference = /@version(?:\(([^)]*)\))?/g;

function checkVersions(entry: Placed, knowledge: Knowledge): string[] {
  const version = versionsFor(entry, knowledge);
  return [entry.body]
    .flat()
    .flatMap((line, index) =>
      [...line.matchAll(reference)]
        .filter(([written, name]) => version(written, name) === written)
        .map(([written]) => `${entry.place('body', index)}: data/technologies has no version for ${written}`),
    );
}

/** Puts a version in the place of a reference. Of identifiers of one name, that of the snippet's technology is meant. */
function versionsFor({ technology }: SnippetEntry, { identifiers }: Knowledge) {
  return (written: string, name: string | undefined): string => {
    const known = identifiers.filter((one) => isInsertable(one) && `${one.ecosystem} ${one.name}` === name);
    return (known.find((one) => one.speaks.includes(technology)) ?? known[0])?.version ?? written;
  };
}

const isInsertable = (one: Identifier) => one.version !== undefined && !one.deprecated;
