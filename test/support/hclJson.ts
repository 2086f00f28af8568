import { type HclBody, outline } from '../../server/src/core/syntax/hclOutline';
import { type HclAttribute, literal, objectEntries } from '../../server/src/core/syntax/hclValue';

type Json = { [key: string]: unknown };

/** An attribute that is not literal: that parser may say of it what it likes, but for a literal. */
const unread = Symbol('not literal');

/** The outline as HashiCorp's parser writes it: blocks in lists below their labels. */
function toJson(content: string, { attributes, blocks }: HclBody): Json {
  const json: Json = Object.fromEntries(attributes.map((one) => [one.name, jsonOf(content, one)]));
  for (const block of blocks) {
    const path = [block.type, ...block.labels.map((label) => label.value)];
    const last = path.pop() ?? '';
    const parent = path.reduce(childOf, json);
    parent[last] = [...((parent[last] as Json[] | undefined) ?? []), toJson(content, block)];
  }
  return json;
}

function childOf(parent: Json, key: string): Json {
  parent[key] ??= {};
  return parent[key] as Json;
}

function jsonOf(content: string, attribute: HclAttribute): unknown {
  const entries = objectEntries(content, attribute);
  if (entries.length) return Object.fromEntries(entries.map((one) => [one.name, jsonOf(content, one)]));
  const value = literal(content, attribute)?.value;
  const quoted = content[attribute.valueStart] === '"';
  return value === undefined ? unread : quoted ? value : JSON.parse(value);
}

/** Ours, with that parser's word for everything that is not literal, computed keys included. */
function filled(ours: unknown, theirs: unknown): unknown {
  if (ours === unread) return isLiteral(theirs) ? 'a literal that we do not take for one' : theirs;
  if (Array.isArray(ours)) return ours.map((one, index) => filled(one, (theirs as unknown[])?.[index]));
  if (typeof ours !== 'object') return isSame(ours, theirs) ? theirs : ours;
  const computed = Object.entries(theirs ?? {}).filter(([key]) => /\$\{|\./.test(key));
  const own = Object.entries(ours as Json).map(([key, one]) => [key, filled(one, (theirs as Json)?.[key])]);
  return { ...Object.fromEntries(computed), ...Object.fromEntries(own) };
}

/** Escaped marks of templates stay escaped there. */
const isSame = (ours: unknown, theirs: unknown) =>
  ours === (typeof theirs === 'string' ? theirs.replace(/([$%])\1(?=\{)/g, '$1') : theirs);

/** A heredoc comes out of that parser as a string with a line end. */
const isLiteral = (value: unknown) =>
  typeof value === 'string' ? !/[$%]\{|\n/.test(value) : typeof value === 'number' || typeof value === 'boolean';

/** What we read of a text, where it agrees with what that parser read; the rest as that parser has it. */
export const agreed = (content: string, theirs: unknown): unknown => filled(toJson(content, outline(content)), theirs);
