import assert from 'node:assert/strict';
import { parse, parseAllDocuments, visit } from 'yaml';
import { recognise } from '../../server/src/core/catalog/recognise';
import { namedTechnologies } from '../../server/src/core/catalog/recommendation';
import { check } from '../../server/src/core/features/diagnostics';
import type { Snippet } from '../../server/src/core/model';
import { expandSnippet } from '../../server/src/core/snippets/expand';
import { bundled, bundledCatalogs, knowledge } from '../support/bundled';
import { labelOf, sourceOf } from '../support/findings';
import { type ChartDependency, snippetsOf, variants, withoutActions } from '../support/snippets';

/** A file of each kind with nothing but a snippet in it. */
const files: Readonly<Record<string, { path: string; around: (text: string) => string }>> = {
  'helm-chart': {
    path: 'Chart.yaml',
    around: (text) => `apiVersion: v2\nname: a\ndependencies:\n  ${text.replaceAll('\n', '\n  ')}\n`,
  },
  'helm-values': { path: 'values.yaml', around: (text) => `${text}\n` },
  'helm-template': { path: 'templates/a.yaml', around: (text) => `${text}\n` },
};
const snippets = Object.keys(files).flatMap(snippetsOf);
const fileOf = ({ kind }: Snippet, text: string) => {
  const { path = '', around = String } = files[kind] ?? {};
  return { path, text: around(text) };
};
const sourcesOf = (snippet: Snippet) =>
  variants(snippet)
    .map((text) => fileOf(snippet, text))
    .map(({ path, text }) => sourceOf(path, text));

const charts = snippetsOf('helm-chart').flatMap(({ body }) => parse(expandSnippet(body)) as ChartDependency[]);
const blocks = snippetsOf('helm-values').flatMap(({ body }) =>
  Object.entries(parse(expandSnippet(body)) as Record<string, { enabled?: boolean }>),
);
const chartOf = (name: string | undefined) => charts.find((one) => one.name === name);

describe('The snippets for Helm', () => {
  it('are YAML, with each of their choices', () => {
    for (const snippet of snippets) {
      for (const text of variants(snippet)) {
        const documents = parseAllDocuments(withoutActions(fileOf(snippet, text).text), { version: '1.1' });
        assert.deepEqual(
          documents.flatMap(({ errors, warnings }) => [...errors, ...warnings]),
          [],
          snippet.name,
        );
      }
    }
  });

  it('have no finding', () => {
    const findings = snippets.flatMap((snippet) =>
      Object.values(bundledCatalogs).flatMap((catalog) =>
        sourcesOf(snippet).flatMap((source) =>
          check(source, catalog).map((finding) => `${snippet.name}: ${labelOf(finding)}`),
        ),
      ),
    );
    assert.deepEqual(findings, []);
  });

  it('pin versions, hold no secrets and take nothing from Bitnami', () => {
    const refused = /\blatest\b|bitnami|-----BEGIN|@version|\b(?:AKIA|ghp_|glpat-|hvs\.)\w+/gi;
    const secret = /(?:password|passwd|token|api_?key|private_?key|access_?key|client_?secret)$/i;
    for (const { name, body } of [...snippets, ...snippetsOf('terraform')]) {
      assert.deepEqual(expandSnippet(body).match(refused) ?? [], [], name);
    }
    for (const snippet of snippets) {
      for (const document of parseAllDocuments(withoutActions(expandSnippet(snippet.body)))) {
        visit(document, {
          Pair: (_, { key, value }) => {
            const isText = typeof (value as { value?: unknown } | null)?.value === 'string';
            assert.ok(!(isText && secret.test(String(key))), `${snippet.name}: ${key}`);
          },
        });
      }
    }
  });

  it('name a technology that a row of the bundled stack recommends for their role', () => {
    for (const { name, technology, role } of snippets) {
      const rows = bundledCatalogs.en.byRole.get(role) ?? [];
      assert.ok(rows.flatMap((row) => namedTechnologies(row.expression)).includes(technology), `${name}: ${role}`);
    }
  });

  it('use the technology that they name', () => {
    for (const snippet of snippets) {
      const [source] = sourcesOf(snippet);
      const found = (source?.dependencies ?? []).flatMap((one) => recognise(one, knowledge));
      const [name = ''] = snippet.kind === 'helm-values' ? Object.keys(parse(expandSnippet(snippet.body))) : [];
      const chart = bundled.knowledge.identifiers.filter((one) => one.ecosystem === 'helm' && one.name === name);
      const spoken = [...found.map(({ identifier }) => identifier), ...chart].flatMap(({ speaks }) => speaks);
      assert.ok(spoken.includes(snippet.technology), snippet.name);
    }
  });

  it('take each chart from a place that is known, in the version that is known', () => {
    for (const chart of charts) {
      assert.deepEqual(Object.keys(chart).slice(0, 3), ['name', 'version', 'repository']);
      assert.match(chart.version, /^v?\d+\.\d+\.\d+$/, chart.name);
      const place = chart.repository.replace(/\/$/, '');
      const known = bundled.knowledge.identifiers.filter(
        (one) => one.ecosystem === 'helm' && one.name === chart.name && one.repositories?.includes(place),
      );
      assert.deepEqual(
        known.map(({ version }) => version),
        [chart.version],
        chart.name,
      );
    }
    assert.equal(new Set(charts.map(({ name }) => name)).size, charts.length);
  });

  it('take the charts of Terraform from the same places', () => {
    const releases = snippetsOf('terraform')
      .flatMap(({ body }) => sourceOf('main.tf', expandSnippet(body)).dependencies)
      .filter(({ scope }) => scope === 'release');
    assert.ok(releases.length > 40);
    for (const { name, version, repository } of releases) {
      const { version: ours, repository: place } = chartOf(name) ?? {};
      assert.deepEqual([version?.value, repository?.value], [ours, place], name);
    }
  });

  it('write values for charts that they offer, switched on where there is a switch', () => {
    for (const [name, block] of blocks.filter(([, block]) => Object.keys(block).join() !== 'image')) {
      const chart = chartOf(name);
      assert.ok(chart, `no chart is called ${name}`);
      assert.equal(block.enabled === true, chart.condition !== undefined, `${name}: enabled, or no condition`);
      assert.equal(chart.condition ?? `${name}.enabled`, `${name}.enabled`);
    }
    assert.equal(new Set(blocks.map(([name]) => name)).size, blocks.length);
  });

  it('run jobs in an image of the version that they are for', () => {
    const objects = snippetsOf('helm-template').flatMap(({ body }) =>
      parseAllDocuments(withoutActions(expandSnippet(body))).map((document) => document.toJS()),
    );
    const flink = objects.find(({ kind }) => kind === 'FlinkDeployment').spec;
    const [, version = '', minor] = /:((\d+\.\d+)\.\d+)$/.exec(flink.image) ?? [];
    assert.equal(flink.flinkVersion, `v${minor?.replace('.', '_')}`);
    assert.match(JSON.stringify(flink.podTemplate), new RegExp(`-${version.replaceAll('.', '\\.')}\\.jar`));
    const kafka = objects.find(({ kind }) => kind === 'Kafka').spec.kafka;
    assert.equal(kafka.metadataVersion.split('-')[0], /^\d+\.\d+/.exec(kafka.version)?.[0]);
  });
});
