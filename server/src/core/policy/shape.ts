import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Located, Span } from '../model';

/** What is wrong with a YAML file, and where. The texts are put together by whoever shows them. */
export interface ShapeProblem {
  readonly kind: 'syntax' | 'size' | 'unknown-key' | 'missing' | 'type' | 'value';
  readonly span: Span;
  /** The key, the value or what was expected. */
  readonly what: string;
  /** What would have been right. */
  readonly expected?: string;
}

/** Reads a node as a value of a type that cannot be wrong; undefined where it is none, which has been told. */
export type Shape<Value> = (node: Node | null, problems: ShapeProblem[]) => Value | undefined;

/** A text; numbers and dates are texts too where somebody forgot the quotes. */
export function text(fits: (value: string) => string | undefined = () => undefined): Shape<string> {
  return (node, problems) => {
    if (!isScalar(node) || node.value === null || node.value === '') return typeError(node, problems, 'text');
    const value = node.source ?? String(node.value);
    const expected = fits(value);
    if (expected === undefined) return value;
    problems.push({ kind: 'value', span: spanOf(node), what: value, expected });
    return undefined;
  };
}

/** A text with its place. */
export const located: Shape<Located> = (node, problems) => {
  const value = text()(node, problems);
  return value === undefined ? undefined : { value, span: spanOf(node) };
};

/** The first shape that a node has; where it has none, what the last one says counts. */
export const either =
  <Value>(...shapes: readonly Shape<Value>[]): Shape<Value> =>
  (node, problems) => {
    let told: ShapeProblem[] = [];
    for (const shape of shapes) {
      told = [];
      const value = shape(node, told);
      if (!told.length) return value;
    }
    problems.push(...told);
    return undefined;
  };

/** One of some words. */
export const oneOf = <Word extends string>(words: readonly Word[]): Shape<Word> => {
  const known = text((value) => (words.includes(value as Word) ? undefined : words.join(', ')));
  return (node, problems) => known(node, problems) as Word | undefined;
};

export function list<Value>(item: Shape<Value>): Shape<readonly Value[]> {
  return (node, problems) => {
    if (!isSeq(node)) return typeError(node, problems, 'list');
    return node.items.flatMap((one) => {
      const value = item(one as Node, problems);
      return value === undefined ? [] : [value];
    });
  };
}

/** A map with any keys. */
export function record<Value>(
  value: Shape<Value>,
  key: Shape<string> = text(),
): Shape<Readonly<Record<string, Value>>> {
  return (node, problems) => {
    if (!isMap(node)) return typeError(node, problems, 'map');
    const entries = node.items.flatMap((pair) => {
      const name = key(pair.key as Node, problems);
      const read = value(pair.value as Node | null, problems);
      return name === undefined || read === undefined ? [] : [[name, read] as const];
    });
    return Object.fromEntries(entries);
  };
}

type Shapes = Readonly<Record<string, Shape<unknown>>>;
type ValueOf<Of> = Of extends Shape<infer Value> ? Value : never;
type MapOf<Keys extends Shapes, Required extends keyof Keys> = { readonly [Key in Required]: ValueOf<Keys[Key]> } & {
  readonly [Key in Exclude<keyof Keys, Required>]?: ValueOf<Keys[Key]>;
} & { readonly span: Span };

/** A map with known keys. `span` is where it begins. */
export function map<Keys extends Shapes, Required extends keyof Keys & string = never>(
  keys: Keys,
  required: readonly Required[] = [],
): Shape<MapOf<Keys, Required>> {
  return (node, problems) => {
    if (!isMap(node)) return typeError(node, problems, 'map');
    const span = spanOf(node);
    const entries = node.items.flatMap((pair) => readPair(pair as Pair<Node, Node | null>, keys, problems));
    const missing = required.filter((key) => !node.has(key));
    for (const key of missing) problems.push({ kind: 'missing', span, what: key });
    const found = new Map(entries);
    if (required.some((key) => !found.has(key))) return undefined;
    return { ...Object.fromEntries(found), span } as MapOf<Keys, Required>;
  };
}

function readPair(
  { key, value }: Pair<Node, Node | null>,
  keys: Shapes,
  problems: ShapeProblem[],
): [string, unknown][] {
  const name = isScalar(key) ? String(key.value) : '';
  const shape = Object.hasOwn(keys, name) ? keys[name] : undefined;
  if (!shape) {
    problems.push({ kind: 'unknown-key', span: spanOf(key), what: name, expected: Object.keys(keys).join(', ') });
    return [];
  }
  // A key without a value is one that is being typed.
  if (value === null || (isScalar(value) && value.value === null)) return typeError(key, problems, 'value') ?? [];
  const read = shape(value, problems);
  return read === undefined ? [] : [[name, read]];
}

function typeError(node: Node | null, problems: ShapeProblem[], expected: string): undefined {
  problems.push({ kind: 'type', span: spanOf(node), what: '', expected });
  return undefined;
}

/** On one line is left to whoever shows it. */
const spanOf = (node: Node | null): Span => ({ start: node?.range?.[0] ?? 0, end: node?.range?.[1] ?? 0 });
