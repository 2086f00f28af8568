import assert from 'node:assert/strict';
import { DockerfileParser } from 'dockerfile-ast';
import { parseAllDocuments } from 'yaml';
import { recognise } from '../../server/src/core/catalog/recognise';
import type { Identifier } from '../../server/src/core/model';
import { bundled, bundledCatalogs, knowledge } from '../support/bundled';
import { sourceOf } from '../support/findings';
import { fixesIn } from '../support/fixes';

const catalog = bundledCatalogs.en;
const [image, tag] = [`\${IMAGE:-§}`, `\${TAG:-1}`];

/** A place for an image, or for a chart, in each kind of file; something stands before and after it. */
const places: Readonly<Partial<Record<Identifier['ecosystem'], readonly (readonly [path: string, text: string])[]>>> = {
  image: [
    ['Dockerfile', 'FROM before:1 AS a\nFROM --platform=b §:1 AS c\nCOPY --from=after:1 d e\n'],
    ['Dockerfile', 'ARG BASE=§:1\nFROM before:1\nFROM $BASE\nFROM after:1\n'],
    ['Dockerfile', 'ARG TAG=1\nFROM before:1\nFROM §:$TAG\nFROM after:1\n'],
    ['compose.yaml', 'services:\n  a: { image: before:1 }\n  b:\n    image: "§:1" # c\n  d:\n    image: after:1\n'],
    ['compose.yaml', `services:\n  a: { image: before:1 }\n  b:\n    image: ${image}\n  d:\n    image: after:1\n`],
    ['compose.yaml', `services:\n  a: { image: before:1 }\n  b:\n    image: §:${tag}\n  d:\n    image: after:1\n`],
    [
      '.github/workflows/a.yml',
      'jobs:\n  a:\n    container: before:1\n    services: { b: { image: §:1 } }\n  c:\n    container: after:1\n',
    ],
    ['.gitlab-ci.yml', 'image: before:1\nservices:\n- §\n- name: after:1\n'],
    [
      'a.yaml',
      'apiVersion: v1\nkind: Pod\nspec:\n  containers: [{ image: before:1 }, { image: §:1 }, { image: after:1 }]\n',
    ],
    [
      'kustomization.yaml',
      'images:\n- { name: before, newTag: a }\n- { name: a, newName: §, newTag: b }\n- { name: after, newTag: c }\n',
    ],
  ],
  helm: [
    [
      'a.yaml',
      'apiVersion: argoproj.io/v1\nkind: Application\nspec:\n  source:\n    chart: §\n    repoURL: ¶\n    targetRevision: 1.0.0\n',
    ],
    ['kustomization.yaml', 'helmCharts:\n- { name: §, repo: "¶", version: 1.0.0 }\n'],
    ['helmfile.yaml', 'repositories: [{ name: r, url: "¶" }]\nreleases:\n- { chart: r/§, version: 1.0.0 }\n'],
    [
      'a.yaml',
      'apiVersion: a/v1\nkind: HelmRepository\nmetadata: { name: r }\nspec: { url: "¶" }\n---\napiVersion: a/v1\nkind: HelmRelease\nspec:\n  chart:\n    spec:\n      chart: §\n      version: 1.0.0\n      sourceRef: { name: r }\n',
    ],
  ],
  'github-action': [
    [
      '.github/workflows/a.yml',
      'jobs:\n  a:\n    steps:\n    - uses: before/a@v1\n    - uses: §@v1 # v1.2\n    - uses: after/a@v1\n',
    ],
  ],
  npm: [
    ['pnpm-workspace.yaml', 'catalog:\n  before: 1\n  "§": ^1.0.0\n  after: 1\n'],
    ['deno.json', '{ "imports": { "a": "npm:before@1", "b": "npm:§@1", "c": "npm:after@1" } }\n'],
  ],
};

const neighbours = (path: string, text: string) =>
  sourceOf(path, text)
    .dependencies.map((one) => one.name)
    .filter((name) => /^(?:before|after)/.test(name));

const isThere = (path: string, text: string, identifier: Identifier) =>
  sourceOf(path, text)
    .dependencies.flatMap((one) => recognise(one, knowledge))
    .some((one) => one.identifier === identifier);

function assertParses(path: string, text: string): void {
  if (path === 'Dockerfile')
    assert.ok(
      DockerfileParser.parse(text)
        .getFROMs()
        .every((from) => from.getImage()),
    );
  else if (path === 'deno.json') JSON.parse(text);
  else for (const { errors } of parseAllDocuments(text)) assert.deepEqual(errors, [], text);
}

describe('Every replacing fix of what is built and deployed', () => {
  for (const [ecosystem, files] of Object.entries(places)) {
    it(`of ${ecosystem} leaves a file that parses, without this finding and otherwise unchanged`, () => {
      const identifiers = bundled.knowledge.identifiers.filter((one) => one.ecosystem === ecosystem);
      let count = 0;
      for (const identifier of identifiers) {
        for (const [path, place] of files) {
          const repository = identifier.repositories?.[0] ?? 'https://charts.example.com';
          const text = place.replace('§', identifier.name.replaceAll('*', 'zz9')).replace('¶', repository);
          for (const { title, after } of fixesIn(path, text, catalog)) {
            count++;
            assertParses(path, after);
            assert.equal(isThere(path, after, identifier), false, `${text}\n→ ${title}\n${after}`);
            assert.deepEqual(neighbours(path, after), neighbours(path, text), `${text}\n→ ${title}\n${after}`);
          }
        }
      }
      console.log(`      ${count} fixes`);
    }).timeout(60_000);
  }
});
