import type { HclBlock, HclBody } from '../../server/src/core/syntax/hclOutline';

/**
 * What a block takes: attributes have a value, objects one that is an object or a list of them, blocks are written
 * without `=`. True where they may not be missing; without attributes nothing is known of the inside.
 */
export interface Schema {
  readonly attributes?: Readonly<Record<string, boolean>>;
  readonly objects?: Readonly<Record<string, Argument>>;
  readonly blocks?: Readonly<Record<string, Argument>>;
}

interface Argument extends Schema {
  readonly required: boolean;
}

/** A block as HashiCorp's parser writes it: nested blocks in lists, expressions as strings. */
export type Json = { readonly [key: string]: unknown };

/** What Terraform itself takes in every block. */
const meta = new Set(['count', 'for_each', 'depends_on', 'provider', 'lifecycle', 'provisioner', 'connection']);

/** What is wrong with the arguments of a block, each as `path: reason`. */
export function checkArguments(body: HclBody, values: Json, schema: Schema, path: string): string[] {
  const blocks = body.blocks.filter(({ type }) => !meta.has(type)).map(undynamic);
  const attributes = body.attributes.filter(({ name }) => !meta.has(name)).map(({ name }) => name);
  const count = new Map<string, number>();
  return [
    ...attributes.flatMap((name) => checkAttribute(name, values[name], schema, `${path}.${name}`)),
    ...blocks.flatMap(({ type, inside, dynamic }) => {
      const known = schema.blocks?.[type];
      const kind = `${dynamic}${type}`;
      const index = count.get(kind) ?? 0;
      count.set(kind, index + 1);
      if (!known) return [`${path}.${type}: ${schema.objects?.[type] ? 'is no block but an attribute' : 'unknown'}`];
      return known.attributes
        ? checkArguments(inside, valuesOf(values, type, dynamic, index), known, `${path}.${type}`)
        : [];
    }),
    ...missing(schema, new Set([...attributes, ...blocks.map(({ type }) => type)]), path),
  ];
}

/** `dynamic "rule" { content { … } }` is `rule { … }`, several times. */
function undynamic(block: HclBlock): { type: string; inside: HclBody; dynamic: boolean } {
  if (block.type !== 'dynamic') return { type: block.type, inside: block, dynamic: false };
  const content = block.blocks.find(({ type }) => type === 'content');
  return { type: block.labels[0]?.value ?? '', inside: content ?? { attributes: [], blocks: [] }, dynamic: true };
}

function valuesOf(values: Json, type: string, dynamic: boolean, index: number): Json {
  const one = ((dynamic ? (values.dynamic as Json)[type] : values[type]) as Json[])[index] as Json;
  return dynamic ? (one.content as [Json])[0] : one;
}

function checkAttribute(name: string, value: unknown, schema: Schema, path: string): string[] {
  const object = schema.objects?.[name];
  if (object) return [value].flat().flatMap((one) => checkObject(one, object, path));
  if (schema.blocks?.[name]) return [`${path}: is no attribute but a block`];
  return schema.attributes?.[name] === undefined ? [`${path}: unknown`] : [];
}

/** Of an expression nothing is known. */
function checkObject(value: unknown, schema: Schema, path: string): string[] {
  if (typeof value !== 'object' || value === null || !schema.attributes) return [];
  return [
    ...Object.entries(value).flatMap(([name, one]) => checkAttribute(name, one, schema, `${path}.${name}`)),
    ...missing(schema, new Set(Object.keys(value)), path),
  ];
}

function missing({ attributes = {}, objects = {}, blocks = {} }: Schema, written: Set<string>, path: string): string[] {
  const required = [
    ...Object.entries(attributes).filter(([, isRequired]) => isRequired),
    ...Object.entries({ ...objects, ...blocks }).filter(([, argument]) => argument.required),
  ];
  return required.flatMap(([name]) => (written.has(name) ? [] : [`${path}.${name}: missing`]));
}

/** The schema after a provider has made attributes of its blocks. */
export const blocksAsObjects = (schema: Schema): Schema => ({
  ...(schema.attributes ? { attributes: schema.attributes } : {}),
  objects: Object.fromEntries(
    Object.entries({ ...schema.objects, ...schema.blocks }).map(([name, argument]) => [
      name,
      { required: argument.required, ...blocksAsObjects(argument) },
    ]),
  ),
});
