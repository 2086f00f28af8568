import type { Located } from '../model';

/**
 * What a key has, or an item of an array: a string on one line, something else on one line (a number, a date, a
 * boolean, a word that is being typed), an array or a list of tables, a table however it is written, or something else:
 * a string over several lines, a quote that is still open, nothing yet.
 */
export type TomlForm = 'string' | 'bare' | 'array' | 'table' | 'other';

/** A key with all that the text says of it, in headers, dotted keys and braces; or an item of an array. */
export interface TomlNode {
  /** Where it is written first, without quotes; undefined for the root and for items. */
  readonly key: Located | undefined;
  readonly form: TomlForm;
  /** Of a string, unescaped and with the place inside its quotes, or of what is written without quotes. */
  readonly value: Located | undefined;
  /** The keys of a table, the items of an array, in the order of the text. */
  readonly children: readonly TomlNode[];
  /** The keys of a table that has many; keyOf knows. */
  readonly byKey: ReadonlyMap<string, TomlNode> | undefined;
  /** Where the value is written, with its quotes or brackets; an empty place where a table has only headers. */
  readonly start: number;
  readonly end: number;
}

/** A node while it is being read. */
export interface Draft extends TomlNode {
  form: TomlForm;
  value: Located | undefined;
  readonly children: Draft[];
  byKey: Map<string, Draft> | undefined;
  start: number;
  end: number;
}

/** `[a.b]` or `[[a.b]]` with the lines below it; the first has no header and begins with the text. */
export interface TomlTable {
  readonly path: readonly string[];
  /** Where the header begins. */
  readonly start: number;
  /** The end of the last line that says something, without its line end. */
  readonly end: number;
}

export const newNode = (key: Located | undefined, form: TomlForm, start = 0): Draft => ({
  key,
  form,
  value: undefined,
  children: [],
  byKey: undefined,
  start,
  end: start,
});

/** Tables with more keys than this have an index: most have a few, where looking at each is faster. */
const few = 8;

/** The node that a table has for a key; the last, where there are several. */
export function keyOf<Node extends TomlNode>(table: Node, key: string): Node['children'][number] | undefined {
  if (table.byKey) return table.byKey.get(key);
  for (let at = table.children.length - 1; at >= 0; at--) {
    if (table.children[at]?.key?.value === key) return table.children[at];
  }
  return undefined;
}

export function addKey(table: Draft, key: Located, form: TomlForm): Draft {
  const node = newNode(key, form, key.span.end);
  table.children.push(node);
  if (table.byKey) table.byKey.set(key.value, node);
  else if (table.children.length > few)
    table.byKey = new Map(table.children.map((child) => [child.key?.value ?? '', child]));
  return node;
}

export function addItem(array: Draft, form: TomlForm, start: number): Draft {
  const node = newNode(undefined, form, start);
  array.children.push(node);
  return node;
}

/** The table that a key names inside another, which is begun where there is none; of a list of tables, the last. */
export function tableOf(table: Draft, key: Located): Draft {
  const known = keyOf(table, key.value);
  const last = known?.form === 'array' ? known.children[known.children.length - 1] : known;
  return last?.form === 'table' ? last : addKey(table, key, 'table');
}

/** The table that keys lead to. */
export const tableAt = (from: Draft, keys: readonly Located[]): Draft => keys.reduce(tableOf, from);

/** The list of tables that a key names, which is begun where there is none. */
export function listOf(table: Draft, key: Located): Draft {
  const known = keyOf(table, key.value);
  return known?.form === 'array' ? known : addKey(table, key, 'array');
}
