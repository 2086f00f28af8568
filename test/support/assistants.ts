import assert from 'node:assert/strict';
import { placesIn } from '../../server/src/cli/places';
import type { Catalog } from '../../server/src/core/catalog/catalog';
import type { Answer, TechnologyAnswer } from '../../server/src/core/features/assistant';
import { verdictOnManifest } from '../../server/src/core/features/assistantManifest';
import { verdictOnName } from '../../server/src/core/features/assistantName';
import { recommend } from '../../server/src/core/features/assistantRecommend';
import { snippetFor } from '../../server/src/core/features/assistantSnippet';
import { readSource } from '../../server/src/core/files';
import { unconfigured } from '../../server/src/core/policy/policy';
import { bundled, bundledCatalogs } from './bundled';

const { snippets } = bundled;

/** What was answered; an answer that there is none is an error. */
export function answered<Content>(answer: Answer<Content>): { readonly text: string; readonly content: Content } {
  assert.ok('content' in answer, JSON.stringify(answer));
  return answer;
}

/** Why there is no answer. */
export function problemOf(answer: Answer<unknown>): string {
  assert.ok('problem' in answer, JSON.stringify(answer));
  return answer.problem;
}

/** `Event Bus: kafka, pulsar` for each row that is recommended for a need. */
export const rowsFor = (need: string, catalog: Catalog = bundledCatalogs.en): string[] =>
  answered(recommend(need, { catalog, snippets })).content.rows.map(
    ({ component, technologies }) => `${component}: ${idsOf(technologies)}`,
  );

/** `npm:mysql2 not-recommended warning: postgresql` for each verdict on a name. */
export const verdictsOn = (name: string, catalog: Catalog = bundledCatalogs.en): string[] =>
  answered(verdictOnName(name, { catalog, snippets }, unconfigured('', '2026-01-01'))).content.verdicts.map(
    ({ identifier, opinion, severity, recommended }) =>
      `${identifier} ${opinion}${severity ? ` ${severity}` : ''}: ${idsOf(recommended)}`,
  );

/** `3:6-3:12 warning npm:mysql2: postgresql` for each finding in a manifest. */
export function findingsIn(path: string, text: string, catalog: Catalog = bundledCatalogs.en): string[] {
  const source = readSource(path, text);
  assert.ok(source);
  const asked = { source, catalog, policy: unconfigured(path, '2026-01-01') };
  const { content } = answered(verdictOnManifest(path, asked, placesIn(text), snippets));
  return content.verdicts.map(({ place, severity, identifier, recommended }) => {
    assert.ok(place);
    const { line, column, endLine, endColumn } = place;
    return `${line}:${column}-${endLine}:${endColumn} ${severity} ${identifier}: ${idsOf(recommended)}`;
  });
}

export const snippetOf = (asked: string, kind: string, catalog: Catalog = bundledCatalogs.en) =>
  snippetFor(asked, kind, { catalog, snippets });

const idsOf = (technologies: readonly TechnologyAnswer[]) => technologies.map(({ id }) => id).join(', ');
