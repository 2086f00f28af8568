import { keepLast } from '../keepLast';
import type { Dependency, Edit, Replacement, Source, TextChange } from '../model';
import { coordinatesOf, type Declaration, declarationsOf, isDependencyList, scanPom } from '../syntax/pom';
import { childElement, type Element, textOf } from '../syntax/xml';
import { indentationAt, lineAt, lineEndOf, rewrite } from './changes';
import { type Insert, insertAtEnd } from './insertion';
import { removal } from './removal';

/**
 * Group, artifact and version together; what is not there yet gets an element of its own. A list that has the artifact
 * already only loses the old one.
 */
export function replaceInPom({ text }: Source, { nameSpan }: Dependency, by: Replacement): Edit | undefined {
  const all = declarationsIn(text);
  const declaration = all.find(({ artifactId }) => textOf(text, artifactId)?.span.start === nameSpan.start);
  const [, artifact] = by.name.split(':');
  if (!declaration || !artifact) return undefined;
  const { element } = declaration;
  const others = all.filter((one) => one.element !== element && one.element.parent === element.parent);
  if (others.some((one) => coordinatesOf(text, one)?.value === by.name)) return { changes: [removal(text, element)] };
  return { changes: [...rewrite(text, nameSpan, artifact), ...changesBeside(text, declaration, by)] };
}

/** Asked for each of many findings. */
const declarationsIn = keepLast((text: string) => declarationsOf(scanPom(text)));

/** What of the group and the version has to change beside an artifact. */
export function changesBeside(
  text: string,
  { groupId, artifactId, version }: Declaration,
  by: Replacement,
): TextChange[] {
  const [group = ''] = by.name.split(':');
  const written = textOf(text, version);
  return [
    ...(groupId
      ? rewrite(text, textOf(text, groupId), group)
      : added(text, artifactId?.start, artifactId, 'groupId', group)),
    ...(written ? rewrite(text, written, by.version) : []),
    ...(by.version && !version ? added(text, artifactId?.end, artifactId, 'version', by.version) : []),
  ];
}

/** An element beside one, on a line of its own if that has one. */
function added(
  text: string,
  at: number | undefined,
  beside: Element | undefined,
  name: string,
  value: string,
): TextChange[] {
  if (at === undefined || !beside?.isClosed) return [];
  const isOwnLine = text.slice(lineAt(text, beside.start).start, beside.start).trim() === '';
  const line = isOwnLine ? lineEndOf(text) + indentationAt(text, beside.start) : '';
  const element = `<${name}>${value}</${name}>`;
  return [{ span: { start: at, end: at }, text: at === beside.start ? element + line : line + element }];
}

/** A dependency after the project's last, in a list that is begun where there is none. */
export const insertInPom: Insert = (text, near, inserted) => {
  const elements = scanPom(text);
  const project = childElement(elements, 'project');
  const list = project && childElement(elements, 'dependencies', project);
  if (list && isDependencyList(elements, list) && list.isClosed && list.close < list.end)
    return inside(text, list, inserted.body);
  if (!project?.isClosed || project.close === project.end) return insertAtEnd(text, near, inserted);
  const unit = unitOf(text);
  return inside(
    text,
    project,
    `<dependencies>\n${unit}${inserted.body.replaceAll('\n', `\n${unit}`)}\n</dependencies>`,
  );
};

/** How deep the first element of a project stands. */
const unitOf = (text: string) => /\n([ \t]+)</.exec(text)?.[1] ?? '  ';

/** Before the closing tag of an element, one step further in. */
function inside(text: string, element: Element, body: string): TextChange {
  const end = lineEndOf(text);
  const line = lineAt(text, element.close);
  const isOwnLine = text.slice(line.start, element.close).trim() === '';
  const indent = indentationAt(text, element.close) + unitOf(text);
  const place = isOwnLine ? line.start : element.close;
  const lines = indent + body.split('\n').join(`${end}${indent}`) + end;
  return {
    span: { start: place, end: place },
    text: isOwnLine ? lines : end + lines + indentationAt(text, element.start),
  };
}
