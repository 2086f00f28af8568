import assert from 'node:assert/strict';
import type { Snippet } from '../../server/src/core/model';
import { completionsIn, offered } from '../support/completions';

const item: Snippet = {
  name: 'Kong item',
  kind: 'helm-chart',
  prefix: ['kong'],
  body: '- name: kong\n  version: 2.52.0\n  alias: gateway$1',
  description: { en: 'A gateway', fr: 'Une passerelle' },
  technology: 'kong',
  role: 'api-gateway',
};
const block: Snippet = { ...item, name: 'Kong values', kind: 'helm-values', body: 'kong:\n  replicas: 2$1' };
const object: Snippet = { ...item, name: 'Kong object', kind: 'helm-template', body: 'apiVersion: v1\nkind: Kong' };
const snippets = [item, block, object];

const labels = (path: string, marked: string) =>
  completionsIn(path, marked, offered.en, snippets).map((one) => one.label);

function completed(path: string, marked: string, label: string, mode: 'after' | 'afterInsert' = 'after'): string {
  const all = completionsIn(path, marked, offered.en, snippets);
  return all.find((one) => one.label === label)?.[mode] ?? `no ${label} among: ${all.map((one) => one.label)}`;
}

describe('Completion in Chart.yaml', () => {
  const chart = (...lines: string[]) => ['apiVersion: v2', 'name: shop', 'dependencies:', ...lines, ''].join('\n');
  const kong = ['  - name: kong', '    version: 2.52.0', '    repository: https://charts.konghq.com'];

  it('inserts the name of a dependency with what belongs to it and is not there yet', () => {
    for (const typed of ['|', 'ko|', 'ko|n', '"ko|"', '"ko|n"', '"ko|', "'ko|'", "'|"]) {
      const quote = /^["']?/.exec(typed)?.[0] ?? '';
      const after = chart(...kong).replace('name: kong', `name: ${quote}kong${quote}`);
      assert.equal(completed('Chart.yaml', chart(`  - name: ${typed}`), 'kong'), after, typed);
    }
    assert.equal(
      completed('Chart.yaml', chart('  - version: 1', '    name: ko|', '    condition: a'), 'kong'),
      chart('  - version: 1', '    name: kong', '    repository: https://charts.konghq.com', '    condition: a'),
    );
  });

  it('replaces the name alone where all is there, or in a collection', () => {
    const whole = (name: string) => chart(`  - name: ${name}`, ...kong.slice(1));
    assert.equal(completed('Chart.yaml', whole('tr|ae'), 'traefik'), whole('traefik'));
    assert.equal(completed('Chart.yaml', whole('tr|ae'), 'traefik', 'afterInsert'), whole('traefikae'));
    assert.equal(
      completed('Chart.yaml', chart('  - { name: ko|, version: 1 }'), 'kong'),
      chart('  - { name: kong, version: 1 }'),
    );
  });

  it('offers version and repository of the name', () => {
    for (const typed of ['|', '1|.0', '"|"', '"1.|']) {
      const quoted = typed.includes('"') ? '"2.52.0"' : '2.52.0';
      assert.equal(
        completed('Chart.yaml', chart('  - name: kong', `    version: ${typed}`), '2.52.0'),
        chart('  - name: kong', `    version: ${quoted}`),
        typed,
      );
    }
    assert.equal(
      completed('Chart.yaml', chart('  - name: kong', '    repository: http|'), 'https://charts.konghq.com'),
      chart('  - name: kong', '    repository: https://charts.konghq.com'),
    );
    const bitnami = ['  - name: kong', '    repository: https://charts.bitnami.com/bitnami', '    version: |'];
    assert.deepEqual(labels('Chart.yaml', chart(...bitnami)), []);
  });

  it('inserts whole items after a dash and on an empty line', () => {
    for (const typed of ['  - |', '  - ko|', '  |', '  ko|n'])
      assert.equal(completed('Chart.yaml', chart(typed), 'kong'), chart(...kong), typed);
    assert.equal(completed('Chart.yaml', chart('- |'), 'kong'), chart(...kong.map((line) => line.slice(2))));
    assert.equal(
      completed('Chart.yaml', chart('  - name: a', '  |', '  - name: b'), 'kong'),
      chart('  - name: a', ...kong, '  - name: b'),
    );
    const windows = chart('  - |').replaceAll('\n', '\r\n');
    assert.equal(completed('Chart.yaml', windows, 'kong'), chart(...kong).replaceAll('\n', '\r\n'));
  });

  it('inserts snippets there', () => {
    const lines = ['  - name: kong', '    version: 2.52.0', '    alias: gateway$1'];
    for (const typed of ['  - |', '  - gate|', '  |', '  kong|'])
      assert.equal(completed('Chart.yaml', chart(typed), 'Kong item'), chart(...lines), typed);
    assert.equal(
      completed('Chart.yaml', chart('-   |'), 'Kong item'),
      chart('-   name: kong', '    version: 2.52.0', '    alias: gateway$1'),
    );
  });

  it('offers no chart twice', () => {
    assert.ok(!labels('Chart.yaml', chart('  - name: kong', '  - name: |')).includes('kong'));
  });

  it('is silent everywhere else', () => {
    const nowhere = [
      'name: |',
      'name: a\n|',
      'version: |',
      'dependencies: |',
      'maintainers:\n  - name: |',
      'maintainers:\n  - |',
      chart('  - name: a', '    |'),
      chart('  - name: a', '    alias: |'),
      chart('  # - name: |'),
      chart('  - name: a # |'),
      chart('  - name: {{ | }}'),
      'description: >-\n  text\n\n  dependencies:\n  - name: k|\ndependencies: []\n',
    ];
    for (const marked of nowhere) assert.deepEqual(labels('Chart.yaml', marked), [], marked);
  });
});

describe('Completion of images', () => {
  it('inserts name and tag in a reference', () => {
    const cases: [string, string][] = [
      ['image: |', 'image: postgres:17.6'],
      ['image: post|', 'image: postgres:17.6'],
      ['image: post|:1', 'image: postgres:17.6'],
      ['image: postgres:1|', 'image: postgres:17.6'],
      ['image: docker.io/library/postg|', 'image: postgres:17.6'],
      ['image: "|"', 'image: "postgres:17.6"'],
      ['image: "post|', 'image: "postgres:17.6"'],
      ["  - image: 'pos|tg'", "  - image: 'postgres:17.6'"],
      ['sidecarImage: postg|', 'sidecarImage: postgres:17.6'],
      ['a: { image: postg|, b: c }', 'a: { image: postgres:17.6, b: c }'],
      ['image: | # comment', 'image: postgres:17.6 # comment'],
      ['image: "post| # a "comment"', 'image: "postgres:17.6" # a "comment"'],
    ];
    for (const path of ['values.yaml', 'templates/a.yaml']) {
      for (const [marked, after] of cases) {
        const around = (line: string) => `apiVersion: v1\nspec:\n  ${line}\n  other: 1\n`;
        assert.equal(completed(path, around(marked), 'postgres'), around(after), `${path} ${marked}`);
      }
    }
  });

  it('inserts the name alone where the tag has a key of its own', () => {
    const image = (name: string, registry = '') => `image:\n${registry}  repository: ${name}\n  tag: ""\n`;
    assert.equal(completed('values.yaml', image('post|'), 'postgres'), image('postgres'));
    assert.equal(completed('values.yaml', image('"|"'), 'postgres'), image('"postgres"'));
    assert.equal(completed('values.yaml', 'image: po|st\ntag: "1"\n', 'postgres'), 'image: postgres\ntag: "1"\n');
    assert.equal(completed('values.yaml', image('ab|cpost'), 'postgres'), 'no postgres among: ');
  });

  it('splits host and path where the registry has a key of its own', () => {
    const image = (registry: string, name: string) => `image:\n  registry: ${registry}\n  repository: ${name}\n`;
    const keycloak = image('quay.io', 'keycloak/keycloak');
    assert.equal(completed('values.yaml', image('docker.io', 'keyc|'), 'quay.io/keycloak/keycloak'), keycloak);
    assert.equal(
      completed('values.yaml', image('"docker.io"', '"|"'), 'postgres'),
      image('"docker.io"', '"library/postgres"'),
    );
    const below = 'image:\n  repository: "key|"\n  registry: docker.io\n';
    assert.equal(
      completed('values.yaml', below, 'quay.io/keycloak/keycloak'),
      'image:\n  repository: "keycloak/keycloak"\n  registry: quay.io\n',
    );
  });

  it('offers the tag of an image', () => {
    const image = (tag: string) => `image:\n  repository: postgres\n  tag: ${tag}\n`;
    for (const typed of ['|', '1|2', '"|"', '"12|'])
      assert.equal(completed('values.yaml', image(typed), '17.6'), image('"17.6"'));
    assert.deepEqual(labels('values.yaml', 'image:\n  repository: mysql\n  tag: |\n'), []);
  });

  it('is silent where no image goes', () => {
    const nowhere = [
      'name: |',
      'git:\n  repository: |\n',
      'image:|',
      '# image: |',
      'image: a # |',
      'a: >\n  image: |\n',
      'image: {{ | }}',
      'image: "{{ .Values.image }}|"',
      'a: "image: |',
      '{{- if | }}\nimage: a\n{{- end }}',
      '{{/* image: | */}}',
    ];
    for (const path of ['values.yaml', 'templates/a.yaml'])
      for (const marked of nowhere) assert.deepEqual(labels(path, `apiVersion: v1\n${marked}\n`), [], marked);
  });
});

describe('Completion of blocks in values and templates', () => {
  it('inserts values at the root', () => {
    for (const typed of ['|', 'kong|', 'gate|way', 'passerelle d|'])
      assert.equal(
        completed('values.yaml', `a:\n  b: 1\n${typed}\nc: 1\n`, 'Kong values'),
        `a:\n  b: 1\n${block.body}\nc: 1\n`,
        typed,
      );
    assert.equal(completed('values.yaml', '|', 'Kong values'), block.body);
    assert.equal(completed('values.yaml', 'a: 1\r\n|', 'Kong values'), `a: 1\r\n${block.body.replace('\n', '\r\n')}`);
  });

  it('inserts no values elsewhere', () => {
    const nowhere = [
      'a:\n  |\n',
      'a:\n|\n  b: 1\n',
      'a:\n|\n- b\n',
      'a: >\n  text\n\n  kong|\n',
      '>\ntext\nkong|\n',
      '# kong|',
      '{{- if kong| }}',
      'kong|: 1',
      '- kong|',
    ];
    for (const marked of nowhere) assert.deepEqual(labels('values.yaml', marked), [], marked);
  });

  it('inserts whole objects where the document is still empty', () => {
    for (const typed of ['|', 'kong|', 'gate|']) {
      assert.equal(completed('templates/a.yaml', typed, 'Kong object'), object.body);
      assert.equal(
        completed('templates/a.yaml', `apiVersion: v1\n---\n${typed}\n---\nkind: B\n`, 'Kong object'),
        `apiVersion: v1\n---\n${object.body}\n---\nkind: B\n`,
      );
      assert.equal(
        completed('templates/a.yaml', `{{- if .Values.a }}\n${typed}\n{{- end }}\n`, 'Kong object'),
        `{{- if .Values.a }}\n${object.body}\n{{- end }}\n`,
      );
    }
  });

  it('inserts no object elsewhere', () => {
    const [before, after] = ['apiVersion: v1\n|', '|\napiVersion: v1'];
    const nowhere = [before, after, '{{- define "a" }}\n|\n{{- end }}', 'apiVersion: v1\n---\na:\n|', '  |', '# |'];
    for (const marked of nowhere) assert.deepEqual(labels('templates/a.yaml', `${marked}\n`), [], marked);
  });
});
