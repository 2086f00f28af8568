import type { Snippet } from '../../server/src/core/model';
import { expandSnippet } from '../../server/src/core/snippets/expand';
import { bundled } from './bundled';

/** The bundled snippets of a kind of file. */
export const snippetsOf = (kind: string): Snippet[] => bundled.snippets.filter((one) => one.kind === kind);

/** The expansions of a snippet with each of the choices that it offers, one after the other. */
export function variants({ body }: Snippet): string[] {
  const choices = /(\$\{\d+\|)((?:\\.|[^|\\])*)(\|\})/g;
  const most = Math.max(1, ...[...body.matchAll(choices)].map(([, , list = '']) => listOf(list).length));
  return Array.from({ length: most }, (_, turn) =>
    expandSnippet(
      body.replace(choices, (_all, opening, list, closing) => `${opening}${turned(listOf(list), turn)}${closing}`),
    ),
  );
}

/** A comma that belongs to a choice is escaped. */
const listOf = (choices: string) => choices.match(/(?:\\.|[^,\\])+/g) ?? [];

function turned(list: readonly string[], turn: number): string {
  const first = turn % Math.max(1, list.length);
  return [...list.slice(first), ...list.slice(0, first)].join(',');
}

/** A template with a word in the place of each action, so that it reads as YAML. */
export const withoutActions = (template: string) => template.replace(/\{\{.*?\}\}/g, 'word');

/** An item of `dependencies` in Chart.yaml. */
export interface ChartDependency {
  readonly name: string;
  readonly version: string;
  readonly repository: string;
  readonly condition?: string;
}
