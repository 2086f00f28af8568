import { isMap, isScalar, isSeq, type Node } from 'yaml';
import type { Catalog } from '../catalog/catalog';
import { fold } from '../catalog/names';
import { candidates } from '../catalog/recognise';
import { suggestRoles, suggestTechnologies } from '../catalog/suggestions';
import type { Finding, Located } from '../model';
import { texts } from '../texts';
import { findingOn, onOneLine } from './finding';
import { readYaml } from './readYaml';

/** The names in a configuration that are of nothing, each a warning: what it says of them has no effect. */
export function unknownNames(text: string, catalog: Catalog): Finding[] {
  const words = texts[catalog.locale].configuration;
  const named = namesIn(text);
  const technologies = named.technologies.filter(({ value }) => !isTechnology(value, catalog));
  const loud = named.packages.filter(({ value }) => !isTechnology(value, catalog) && !isPackage(value, catalog));
  const roles = named.roles.filter(({ value }) => !catalog.knowledge.roleNames.has(fold(value)));
  const found = (message: string, meant: string | undefined, { span }: Located) =>
    findingOn(
      'configuration',
      'warning',
      onOneLine(text, span),
      meant ? `${message} ${words.didYouMean(meant)}` : message,
    );
  const meant = (value: string) => suggestTechnologies(value, catalog.knowledge).ids[0];
  return [
    ...[...technologies, ...loud].map((one) => found(words.unknownTechnology(one.value), meant(one.value), one)),
    ...roles.map((one) => found(words.unknownRole(one.value), suggestRoles(one.value, catalog.knowledge).ids[0], one)),
  ];
}

const isTechnology = (name: string, { knowledge }: Catalog) => knowledge.lexicon.technologies.has(fold(name));

const isPackage = (name: string, { knowledge }: Catalog) =>
  candidates({ ecosystem: 'npm', name }, knowledge).length > 0;

interface Names {
  readonly technologies: readonly Located[];
  /** Names of technologies or of npm packages. */
  readonly packages: readonly Located[];
  readonly roles: readonly Located[];
}

function namesIn(text: string): Names {
  const { node: contents } = readYaml(text);
  const paths = itemsOf(valueAt(contents, 'paths'));
  const severities = [contents, ...paths].map((one) => valueAt(one, 'severity'));
  return {
    technologies: itemsOf(valueAt(contents, 'exceptions')).flatMap((one) => located(valueAt(one, 'technology'))),
    packages: severities.flatMap((one) => keysOf(valueAt(one, 'technologies'))),
    roles: [
      ...severities.flatMap((one) => keysOf(valueAt(one, 'roles'))),
      ...paths.flatMap((one) => itemsOf(valueAt(one, 'roles')).flatMap(located)),
    ],
  };
}

const valueAt = (node: Node | null, key: string): Node | null =>
  isMap(node) ? ((node.get(key, true) as Node) ?? null) : null;

const itemsOf = (node: Node | null): readonly (Node | null)[] => (isSeq(node) ? (node.items as Node[]) : []);

const keysOf = (node: Node | null): Located[] =>
  isMap(node) ? node.items.flatMap(({ key }) => located(key as Node)) : [];

/** What is no text has been told already. */
function located(node: Node | null): Located[] {
  if (!isScalar(node) || node.value === null) return [];
  const [start, end] = node.range ?? [0, 0];
  return [{ value: node.source ?? String(node.value), span: { start, end } }];
}
