import type { Located } from '../model';
import { childElement, childElements, type Element, scanXml, textOf } from './xml';

/** A dependency or a plugin of a POM, and the elements that say which. */
export interface Declaration {
  readonly element: Element;
  readonly groupId: Element | undefined;
  readonly artifactId: Element | undefined;
  readonly version: Element | undefined;
}

/** What declares something, by what it stands in and what that may stand in. */
const declaring: ReadonlyMap<string, readonly [string, ReadonlySet<string>]> = new Map([
  ['dependency', ['dependencies', new Set(['project', 'profile', 'dependencyManagement', 'plugin'])]],
  ['plugin', ['plugins', new Set(['build', 'pluginManagement', 'reporting'])]],
  ['extension', ['extensions', new Set(['build'])]],
]);

/** What holds text alone, so that a tag inside tells that it was left open. */
const holdsText = new Set(['groupId', 'artifactId', 'version', 'scope', 'type', 'classifier', 'optional']);

const canHold = (outer: string, inner: string) => !holdsText.has(outer) && !(outer === inner && declaring.has(outer));

export const scanPom = (text: string): Element[] => scanXml(text, canHold);

/** All declarations of a POM in its order, those of its profiles and of its management included. */
export const declarationsOf = (elements: readonly Element[]): Declaration[] =>
  elements.filter((one) => isDeclaration(elements, one)).map((one) => declarationOf(elements, one));

function isDeclaration(elements: readonly Element[], { name, parent }: Element): boolean {
  const list = elements[parent];
  const [listName, places] = declaring.get(name) ?? [];
  return !!list && list.name === listName && !!places?.has(elements[list.parent]?.name ?? '');
}

/** Whether an element is a list of dependencies. */
export const isDependencyList = (elements: readonly Element[], { name, parent }: Element): boolean =>
  name === 'dependencies' && !!declaring.get('dependency')?.[1].has(elements[parent]?.name ?? '');

function declarationOf(elements: readonly Element[], element: Element): Declaration {
  const [groupId, artifactId, version] = ['groupId', 'artifactId', 'version'].map((name) =>
    childElement(elements, name, element),
  );
  return { element, groupId, artifactId, version };
}

/** Where plugins come from that do not say it. */
const pluginGroup = 'org.apache.maven.plugins';

/** `group:artifact` as written, and where the artifact stands, which tells most. */
export function coordinatesOf(text: string, { element, groupId, artifactId }: Declaration): Located | undefined {
  const artifact = textOf(text, artifactId);
  const group = groupId ? textOf(text, groupId)?.value : element.name === 'plugin' ? pluginGroup : undefined;
  return group && artifact?.value ? { value: `${group}:${artifact.value}`, span: artifact.span } : undefined;
}

/** The properties of the whole project; those of profiles hold only sometimes. */
export function propertiesOf(text: string, elements: readonly Element[]): ReadonlyMap<string, string> {
  const project = childElement(elements, 'project');
  const list = project && childElement(elements, 'properties', project);
  const pairs = list
    ? childElements(elements, list).map((one) => [one.name, textOf(text, one)?.value ?? ''] as const)
    : [];
  return new Map(pairs);
}
