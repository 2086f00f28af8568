import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { replaceBlock } from '../fixes/terraform';
import type { FileKind, Located } from '../model';
import { lineExtent } from '../policy/extent';
import { dependenciesOf, type Entry, type TerraformBlock, undecided } from './terraform';

/** Terraform's JSON syntax, mostly written by programs. A block is an object, several of a name are a list. */
export const terraformJson: FileKind = {
  id: 'terraform-json',
  matches: ({ path }) => /\.(?:tf|tofu)\.json$/.test(path),
  read: (text) => (nestsTooDeep(text) ? [] : blocksOf(text).flatMap(dependenciesOf)),
  replace: replaceBlock,
  insert: () => undefined,
  extent: lineExtent,
  slotAt: () => undefined,
};

const deepest = 500;

/** The parser calls itself for every level: a hostile text could overflow the stack. Brackets in strings may count. */
function nestsTooDeep(text: string): boolean {
  let depth = 0;
  for (let p = 0; p < text.length && depth <= deepest; p++) {
    const c = text.charCodeAt(p);
    if (c === 91 || c === 123) depth++;
    else if (c === 93 || c === 125) depth = Math.max(0, depth - 1);
  }
  return depth > deepest;
}

/** A text that was parsed; `broken` has the offsets of the strings that are not closed or not understood. */
interface Json {
  readonly text: string;
  readonly broken: ReadonlySet<number>;
}

/** `"key": value`, both complete. */
interface Property {
  readonly key: Located;
  readonly value: Node;
}

/** A string that is not closed, or that an unknown escape may have carried over a line end. */
const isStringError = ({ error }: ParseError) => /^(?:UnexpectedEndOfString|Invalid)/.test(printParseErrorCode(error));

function blocksOf(text: string): readonly TerraformBlock[] {
  const errors: ParseError[] = [];
  const root = parseTree(text.replace(/^\ufeff/, ' '), errors, { allowTrailingComma: true });
  const broken = new Set(errors.filter(isStringError).map((error) => error.offset));
  const json = { text, broken };
  return membersOf(json, root).flatMap((property) => blocksIn(json, property));
}

function blocksIn(json: Json, { key, value }: Property): readonly TerraformBlock[] {
  const members = membersOf(json, value);
  switch (key.value) {
    case 'resource':
    case 'data': {
      const scope = key.value;
      return members.flatMap((type) =>
        membersOf(json, type.value).flatMap((one) => blocks(json, scope, one, type.key)),
      );
    }
    case 'module':
      return members.flatMap((one) => blocks(json, 'module', one));
    case 'terraform':
      return members
        .filter((one) => one.key.value === 'required_providers')
        .flatMap((one) => blocks(json, 'provider', one));
    default:
      return [];
  }
}

function blocks(
  json: Json,
  scope: TerraformBlock['scope'],
  { key, value }: Property,
  type?: Located,
): readonly TerraformBlock[] {
  const base = { scope, label: key.value, ...(type && { type }) };
  return objectsOf(value).map((body) => ({ ...base, entries: () => entriesOf(json, body) }));
}

const objectsOf = (node: Node | undefined): readonly Node[] =>
  (node?.type === 'array' ? (node.children ?? []) : [node]).filter((one) => one?.type === 'object') as Node[];

/** The properties of an object, or of all objects in a list. `"//"` is a comment. */
function membersOf(json: Json, node: Node | undefined): readonly Property[] {
  const all = objectsOf(node).flatMap((object) => object.children ?? []);
  return all.flatMap(({ children: [name, value] = [] }) => {
    const key = name && stringOf(json, name);
    return key && key.value !== '//' && value ? [{ key, value }] : [];
  });
}

/** A string and its place inside the quotes. */
function stringOf({ broken }: Json, { type, value, offset, length }: Node): Located | undefined {
  if (type !== 'string' || broken.has(offset)) return undefined;
  return { value, span: { start: offset + 1, end: offset + length - 1 } };
}

const entriesOf = (json: Json, node: Node): readonly Entry[] =>
  membersOf(json, node).flatMap((property) =>
    property.key.value === 'dynamic' ? dynamicOf(json, property) : entryOf(json, property),
  );

function entryOf(json: Json, { key, value }: Property): Entry {
  const read = literalOf(json, value);
  return {
    name: key.value,
    value: read && { ...read, keySpan: key.span },
    written: () => stringOf(json, value),
    inside: () => entriesOf(json, value),
  };
}

const dynamicOf = (json: Json, { value }: Property): readonly Entry[] =>
  membersOf(json, value).map((block) => {
    const contents = () => membersOf(json, block.value).filter((one) => one.key.value === 'content');
    return {
      name: block.key.value,
      inside: () =>
        contents()
          .flatMap((one) => entriesOf(json, one.value))
          .map(undecided),
    };
  });

/** Strings are templates here, too. */
function literalOf(json: Json, node: Node): Located | undefined {
  const { type, offset, length } = node;
  const bare = { value: json.text.slice(offset, offset + length), span: { start: offset, end: offset + length } };
  if (type === 'number' || type === 'boolean') return bare;
  const text = stringOf(json, node);
  if (!text || /(?:^|[^$])\$\{|(?:^|[^%])%\{/.test(text.value)) return undefined;
  return { ...text, value: text.value.replace(/([$%])\1(?=\{)/g, '$1') };
}
