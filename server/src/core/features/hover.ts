import type { Catalog } from '../catalog/catalog';
import type { Use } from '../catalog/verdict';
import { verdictMarkdown } from '../markdown';
import type { Dependency, Source, Span } from '../model';
import { usesOf } from '../rules/rule';

export interface Hover {
  readonly span: Span;
  readonly markdown: string;
}

/**
 * What the stack says of the dependency at an offset; undefined where there is nothing to say. The name, the version
 * and the attribute that decides all answer alike.
 */
export function hover(source: Source, offset: number, catalog: Catalog): Hover | undefined {
  const near = source.dependencies.filter((one) => allPlaces(one).some((span) => contains(span, offset)));
  const uses = usesOf(source, catalog, near);
  // Where several attributes of a block decide, the place itself is asked first, then the block's other verdicts.
  const ordered = [...uses.filter((use) => contains(use.span, offset)), ...uses];
  for (const use of ordered) {
    const span = placesOf(use).find((place) => contains(place, offset));
    const markdown = span && verdictMarkdown(use.verdict, catalog);
    if (markdown) return { span, markdown };
  }
  return undefined;
}

const contains = (span: Span, offset: number) => span.start <= offset && offset <= span.end;

function placesOf({ dependency, identifier, span }: Use): Span[] {
  const deciding = Object.keys(identifier.where ?? {}).map((path) => dependency.attributes?.get(path)?.keySpan);
  return [span, dependency.nameSpan, dependency.version?.span, ...deciding].filter((place) => place !== undefined);
}

function allPlaces({ nameSpan, version, attributes }: Dependency): Span[] {
  const inside = [...(attributes?.values() ?? [])].flatMap((one) => (one ? [one.span, one.keySpan] : []));
  return [nameSpan, version?.span, ...inside].filter((place) => place !== undefined);
}
