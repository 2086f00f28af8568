import { insertInPom, replaceInPom } from '../fixes/pom';
import type { Dependency, FileKind, Located } from '../model';
import { elementExtent } from '../policy/extent';
import { slotInPom } from '../slots/pom';
import { coordinatesOf, type Declaration, declarationsOf, propertiesOf, scanPom } from '../syntax/pom';
import { childElement, type Element, textOf } from '../syntax/xml';

/** Maven's manifest: dependencies, managed ones too, and the plugins that build with. */
export const pom: FileKind = {
  id: 'pom',
  matches: ({ path }) => /(?:^|\/)pom\.xml$/.test(path),
  read(text) {
    const elements = scanPom(text);
    const properties = propertiesOf(text, elements);
    return declarationsOf(elements).flatMap((one) => dependencyOf(text, elements, one, properties) ?? []);
  },
  replace: replaceInPom,
  insert: insertInPom,
  extent: elementExtent,
  slotAt: slotInPom,
};

function dependencyOf(
  text: string,
  elements: readonly Element[],
  declaration: Declaration,
  properties: ReadonlyMap<string, string>,
): Dependency | undefined {
  const name = coordinatesOf(text, declaration);
  const version = resolved(textOf(text, declaration.version), properties);
  return (
    name && {
      ecosystem: 'maven',
      name: name.value,
      nameSpan: name.span,
      scope: isForDevelopment(text, elements, declaration) ? 'devDependencies' : 'dependencies',
      ...(version && { version }),
      ...(name.value.includes('${') && { skipReason: 'expression' as const }),
    }
  );
}

/** Tests, plugins, and what plugins depend on. */
function isForDevelopment(text: string, elements: readonly Element[], { element }: Declaration): boolean {
  const scope = textOf(text, childElement(elements, 'scope', element))?.value;
  const list = elements[element.parent];
  return element.name !== 'dependency' || scope === 'test' || elements[list?.parent ?? -1]?.name === 'plugin';
}

/** A version as written, or what its property says; undefined for one that only Maven knows. */
function resolved(version: Located | undefined, properties: ReadonlyMap<string, string>): Located | undefined {
  const property = /^\$\{([^{}]+)\}$/.exec(version?.value ?? '')?.[1];
  const value = property === undefined ? version?.value : properties.get(property);
  return version && value && !value.includes('${') ? { value, span: version.span } : undefined;
}
