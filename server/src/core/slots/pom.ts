import { indentationAt, lineEndOf } from '../fixes/changes';
import { changesBeside } from '../fixes/pom';
import type { Slot, SlotEntry, Span } from '../model';
import { isLibrary } from '../syntax/gradle';
import { coordinatesOf, type Declaration, declarationsOf, isDependencyList, scanPom } from '../syntax/pom';
import { type Element, isSelfClosed } from '../syntax/xml';
import { probed } from './probe';
import { lineAround, type Words, wordsAlone } from './yaml';

/** Artifacts and versions in their elements, and whole dependencies where nothing stands yet. */
export function slotInPom(text: string, offset: number): Slot | undefined {
  const elements = scanPom(text);
  const innermost = elements.findLast((one) => one.open <= offset && offset <= one.close && !isSelfClosed(one));
  const own = innermost && elements[innermost.parent];
  const declaration = own && declarationsOf(elements).find(({ element }) => element === own);
  if (!innermost || !declaration) return lineSlot(text, offset);
  // Hardly anything that is known is a plugin.
  if (innermost === declaration.artifactId && own.name === 'dependency')
    return artifactSlot(text, offset, elements, declaration, innermost);
  return innermost === declaration.version ? versionSlot(text, offset, declaration, innermost) : undefined;
}

const before = /[^\s<>]*$/;
const after = /^[^\s<>]*/;

/** A word inside an element; an element that is still open is closed behind it. */
function wordIn(text: string, offset: number, { name, open, isClosed }: Element) {
  const head = text.slice(open, offset);
  const prefix = before.exec(head.slice(-longest))?.[0] ?? '';
  const rest = after.exec(text.slice(offset, offset + longest))?.[0] ?? '';
  const span: Span = { start: offset - prefix.length, end: offset + rest.length };
  const isWord = /^[ \t]*$/.test(head.slice(0, head.length - prefix.length)) && !prefix.includes('$');
  return isWord ? { span, prefix, close: isClosed ? '' : `</${name}>` } : undefined;
}

/** Longer than any name. */
const longest = 300;

function artifactSlot(
  text: string,
  offset: number,
  elements: readonly Element[],
  declaration: Declaration,
  element: Element,
): Slot | undefined {
  const word = wordIn(text, offset, element);
  return (
    word && {
      kind: 'name',
      ecosystem: 'maven',
      taken: namesBeside(text, elements, declaration),
      fits: isLibrary,
      span: word.span,
      insertEnd: offset,
      prefix: word.prefix,
      write: ({ name }: SlotEntry) => (name.split(':')[1] ?? name) + word.close,
      also: (entry?: SlotEntry) => (entry ? changesBeside(text, declaration, replacementOf(entry)) : []),
    }
  );
}

const replacementOf = ({ name, version }: SlotEntry) => ({ name, ...(version ? { version } : {}) });

/** What the same list has already. */
function namesBeside(text: string, elements: readonly Element[], { element }: Declaration): ReadonlySet<string> {
  const beside = declarationsOf(elements).filter(
    (one) => one.element.parent === element.parent && one.element !== element,
  );
  return new Set(beside.flatMap((one) => coordinatesOf(text, one)?.value ?? []));
}

function versionSlot(text: string, offset: number, declaration: Declaration, element: Element): Slot | undefined {
  const name = coordinatesOf(text, declaration)?.value;
  const word = wordIn(text, offset, element);
  if (!name || !word) return undefined;
  const { span, prefix, close } = word;
  return {
    kind: 'version',
    ecosystem: 'maven',
    name,
    span,
    insertEnd: span.end,
    prefix,
    write: (one) => one.name + close,
  };
}

/** A line of a list of dependencies with nothing on it but words. */
function lineSlot(text: string, offset: number): Slot | undefined {
  const words = wordsAlone(lineAround(text, offset));
  if (!words || words.dash) return undefined;
  const elements = scanPom(probed(text, words.span, { before: '', word: '<zz9/>', after: '' }));
  const own = elements.find(({ name, start }) => name === 'zz9' && start === words.span.start);
  const list = own && elements[own.parent];
  if (!list || !isDependencyList(elements, list)) return undefined;
  return { ...dependencySlot(text, words, indentationAt(text, list.start)), taken: new Set(), fits: isLibrary };
}

function dependencySlot(text: string, { span, prefix, indent }: Words, around: string): Slot {
  const unit = indent.startsWith(around) && indent !== around ? indent.slice(around.length) : '  ';
  const line = lineEndOf(text) + indent;
  const element = (name: string, value: string | undefined) =>
    value ? `${line}${unit}<${name}>${value}</${name}>` : '';
  const write = ({ name, version }: SlotEntry) => {
    const [group, artifact] = name.split(':');
    const parts = element('groupId', group) + element('artifactId', artifact) + element('version', version);
    return `<dependency>${parts}${line}</dependency>`;
  };
  const writeSnippet = (body: string) => (body.startsWith('<dependency>') ? body.split('\n').join(line) : '');
  return { kind: 'name', ecosystem: 'maven', span, insertEnd: span.end, prefix, write, writeSnippet };
}
