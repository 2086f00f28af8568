import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse, parseAllDocuments, stringify } from 'yaml';
import type { Snippet } from '../../server/src/core/model';
import { expandSnippet } from '../../server/src/core/snippets/expand';
import { type ChartDependency, snippetsOf, variants, withoutActions } from '../support/snippets';

// Not bundled: it asks where it stands.
const address = pathToFileURL(resolve('scripts/lib/helm.mjs')).href;
const load = (): Promise<typeof import('../../scripts/lib/helm.mjs')> => import(address);

/** Files by path; what is no text is written as YAML. */
type Files = Readonly<Record<string, unknown>>;

interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

/** The manifest of a chart that can be linted without a complaint. */
const chartOf = (name: string, version = '1.0.0') => ({
  apiVersion: 'v2',
  name,
  version,
  description: 'A chart for a test',
  icon: 'https://example.com/icon.svg',
});

/** The files of charts that another one has vendored; each shows the values that it gets. */
const stubsOf = (dependencies: readonly ChartDependency[]): Files =>
  Object.fromEntries(
    dependencies.flatMap(({ name, version }) => [
      [`charts/${name}/Chart.yaml`, chartOf(name, version)],
      [`charts/${name}/values.yaml`, '{}\n'],
      [`charts/${name}/templates/stub.yaml`, stub],
    ]),
  );
const stub =
  'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: stub\ndata:\n  values: {{ toYaml .Values | quote }}\n';

/** A template and what it became. */
interface Rendered {
  readonly path: string;
  readonly objects: readonly KubernetesObject[];
}

const chartIn = (path: string) => /^shop\/charts\/([^/]+)\//.exec(path)?.[1];
const stubsIn = (rendered: readonly Rendered[]) => rendered.map(({ path }) => chartIn(path)).sort();

/** All snippets at once, as often as it takes to see each of their choices. */
function turnsOf(snippets: readonly Snippet[]): string[][] {
  const texts = snippets.map(variants);
  const most = Math.max(...texts.map(({ length }) => length));
  return Array.from({ length: most }, (_, turn) => texts.map((one) => one[turn % one.length] ?? ''));
}

const objectsIn = (text: string): KubernetesObject[] =>
  parseAllDocuments(text).flatMap((document) => {
    assert.deepEqual(document.errors, []);
    return document.contents ? [document.toJS()] : [];
  });

const kindsOf = (objects: readonly KubernetesObject[]) =>
  objects.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`).sort();

describe('The archive that holds a helm', () => {
  const archive = Buffer.from(
    'UEsDBBQAAAAAAAAAIQAAAAAAAAAAAAAAAAAFAAAAaGVsbS9QSwMEFAAAAAgAAAAhABqEkN0PAAAAyAAAAAkAAABoZWxtL2hlbG1LVCgoyk8vSsxV' +
      'SBzSLABQSwMEFAAAAAAAAAAhAAv5Q1YGAAAABgAAAA8AAABrdWJlY3RsL2t1YmVjdGxzdG9yZWRQSwECFAMUAAAAAAAAACEAAAAAAAAAAAAAAAAA' +
      'BQAAAAAAAAAAAAAAgAEAAAAAaGVsbS9QSwECFAMUAAAACAAAACEAGoSQ3Q8AAADIAAAACQAAAAAAAAAAAAAAgAEjAAAAaGVsbS9oZWxtUEsBAhQD' +
      'FAAAAAAAAAAhAAv5Q1YGAAAABgAAAA8AAAAAAAAAAAAAAIABWQAAAGt1YmVjdGwva3ViZWN0bFBLBQYAAAAAAwADAKcAAACMAAAAAAA=',
    'base64',
  );

  it('is read, whether its files are deflated or stored', async () => {
    const { readZip } = await load();
    assert.equal(readZip(archive, 'helm/helm').toString(), 'a program '.repeat(20));
    assert.equal(readZip(archive, 'kubectl/kubectl').toString(), 'stored');
  });

  it('has to be one, and to hold the file', async () => {
    const { readZip } = await load();
    assert.throws(() => readZip(archive, 'helm'), /there is no helm in the archive/);
    assert.throws(() => readZip(Buffer.from('PK'), 'helm/helm'), /no zip archive/);
  });
});

describe('A real helm', () => {
  let program: string;
  let folder: string;

  before(async function () {
    this.timeout(400_000);
    const found = await (await load()).findHelm();
    // Where there is no helm for the machine, its own CI has to have one; nobody else is held up.
    assert.ok(found || !process.env.CI, 'no helm');
    if (!found) return this.skip();
    program = found;
    folder = mkdtempSync(join(tmpdir(), 'sg-helm-'));
  });
  after(() => folder && rmSync(folder, { recursive: true, force: true }));

  function write(files: Files): string {
    const chart = mkdtempSync(join(folder, 'chart-'));
    for (const [path, content] of Object.entries({ 'Chart.yaml': chartOf('shop'), 'values.yaml': '{}\n', ...files })) {
      mkdirSync(dirname(join(chart, path)), { recursive: true });
      writeFileSync(join(chart, path), typeof content === 'string' ? content : stringify(content));
    }
    return chart;
  }

  /** Runs helm without the settings, plugins and repositories of whoever runs the tests. */
  function helm(...args: string[]): { status: number | null; output: string; errors: string } {
    const own = Object.entries(process.env).filter(([name]) => !/^(HELM_|KUBECONFIG$|XDG_)/.test(name));
    const homes = ['CACHE', 'CONFIG', 'DATA'].map((name) => [`HELM_${name}_HOME`, join(folder, name)]);
    const env = Object.fromEntries([...own, ...homes]);
    const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', env });
    return { status, output: stdout, errors: stderr };
  }

  const lint = (chart: string) => {
    const { status, output, errors } = helm('lint', '--strict', '--quiet', chart);
    assert.equal(status, 0, `${output}${errors}`);
  };

  function template(chart: string, ...args: string[]): Rendered[] {
    const { status, output, errors } = helm('template', 'demo', chart, '--namespace', 'shop', ...args);
    assert.equal(status, 0, errors);
    return output
      .split(/^---\n# Source: /m)
      .slice(1)
      .map((document) => {
        const [path = '', ...lines] = document.split('\n');
        return { path, objects: objectsIn(lines.join('\n')) };
      });
  }

  it('takes the items of Chart.yaml, and their conditions', () => {
    const items = snippetsOf('helm-chart').map(({ body }) => expandSnippet(body));
    const dependencies: ChartDependency[] = items.flatMap((item) => parse(item));
    const chart = write({
      'Chart.yaml': `${stringify(chartOf('shop'))}dependencies:\n  ${items.join('\n').replaceAll('\n', '\n  ')}\n`,
      'templates/empty.yaml': '',
      ...stubsOf(dependencies),
    });
    lint(chart);
    assert.deepEqual(stubsIn(template(chart)), dependencies.map(({ name }) => name).sort());
    const switches = dependencies.flatMap(({ condition }) => (condition ? ['--set', `${condition}=false`] : []));
    const unconditional = dependencies.filter(({ condition }) => !condition);
    assert.deepEqual(stubsIn(template(chart, ...switches)), unconditional.map(({ name }) => name).sort());
  });

  it('hands the blocks of values.yaml to the charts that they are for, as they are written', () => {
    for (const texts of turnsOf(snippetsOf('helm-values'))) {
      const blocks = Object.entries(parse(texts.join('\n')) as Record<string, { global?: object }>);
      const dependencies = blocks.map(([name]) => ({ name, version: '1.0.0', repository: '' }));
      const chart = write({
        'Chart.yaml': { ...chartOf('shop'), dependencies },
        'values.yaml': `${texts.join('\n')}\n`,
        'templates/empty.yaml': '',
        ...stubsOf(dependencies),
      });
      lint(chart);
      const rendered = new Map(template(chart).map(({ path, objects }) => [chartIn(path), objects[0]]));
      for (const [name, block] of blocks) {
        const stub = rendered.get(name) as unknown as { data: { values: string } };
        const { global, ...values } = parse(stub.data.values);
        assert.deepEqual(block.global ? { ...values, global } : values, block, name);
      }
    }
  }).timeout(60_000);

  it('renders the templates to the objects that they show', () => {
    const snippets = snippetsOf('helm-template');
    for (const texts of turnsOf(snippets)) {
      const path = (index: number) => `templates/${index}.yaml`;
      const chart = write(Object.fromEntries(texts.map((text, index) => [path(index), `${text}\n`])));
      lint(chart);
      const rendered = template(chart);
      for (const [index, text] of texts.entries()) {
        const objects = rendered.filter((one) => one.path === `shop/${path(index)}`).flatMap((one) => one.objects);
        const name = snippets[index]?.name;
        assert.deepEqual(kindsOf(objects), kindsOf(objectsIn(withoutActions(text))), name);
        for (const { metadata } of objects) assert.match(metadata.name, /^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$/, name);
      }
    }
  }).timeout(60_000);

  it('renders several snippets of one file', () => {
    const texts = snippetsOf('helm-template').map(({ body }) => expandSnippet(body));
    const objects = template(write({ 'templates/all.yaml': `${texts.join('\n---\n')}\n` }));
    assert.equal(objects.length, objectsIn(withoutActions(texts.join('\n---\n'))).length);
  });

  it('refuses what is no template', () => {
    const chart = write({ 'templates/broken.yaml': 'apiVersion: v1\nkind: {{ .Values.kind' });
    assert.notEqual(helm('template', 'demo', chart).status, 0);
    assert.notEqual(helm('lint', '--strict', chart).status, 0);
  });
});
