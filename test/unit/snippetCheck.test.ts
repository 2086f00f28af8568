import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkSnippets, readSnippets, type SnippetFile, snippetsOf } from '../../scripts/data/snippets';
import { readYaml } from '../../scripts/data/yamlFile';
import { identifiersOf, technologyOf } from '../../server/src/core/catalog/technologies';
import type { Knowledge } from '../../server/src/core/model';

const schema = JSON.parse(readFileSync('data/schemas/snippets.schema.json', 'utf8'));
const folder = 'test/fixtures/broken-snippets';
const read = (name: string) => readYaml<SnippetFile>(`${folder}/${name}.json`);

const base = { roles: ['relational-database'], homepage: 'https://example.com' };
const files = [
  {
    ...base,
    id: 'other',
    name: 'Other',
    identifiers: { npm: [{ name: 'gp', version: '^1.0.0', deprecated: lifecycle() }] },
  },
  { ...base, id: 'postgresql', name: 'PostgreSQL', identifiers: { npm: [{ name: 'pg', version: '^8.0.0' }] } },
  { ...base, id: 'dead', name: 'Dead', deprecated: lifecycle() },
];
const knowledge: Knowledge = {
  technologies: files.map(technologyOf),
  identifiers: files.flatMap(identifiersOf),
  roles: [{ id: 'relational-database', name: { en: '', fr: '' }, aliases: [] }],
  registries: { chartRepositories: [], imageMirrors: {} },
};
const problems = (...names: string[]) => checkSnippets(names.map(read), knowledge, schema);

function lifecycle() {
  return { reason: { en: '', fr: '' }, source: 'https://example.com' };
}

describe('A broken snippet ends the build with file, line and reason', () => {
  it('where it is no JSON', () => {
    assert.throws(() => read('helm-values'), /^Error: test\/fixtures\/broken-snippets\/helm-values\.json:4: /);
  });

  it('where its shape is wrong', () => {
    assert.deepEqual(problems('package-json'), [
      `${folder}/package-json.json:3: prefix must NOT have fewer than 1 items 1`,
      `${folder}/package-json.json:8: scope must be equal to one of the allowed values dependencies,devDependencies`,
    ]);
  });

  it('where a technology, a role, a scope or a version leads nowhere', () => {
    assert.deepEqual(problems('helm-chart'), [
      `${folder}/helm-chart.json:12: unknown technology nowhere`,
      `${folder}/helm-chart.json:13: unknown role levitation`,
      `${folder}/helm-chart.json:14: only package-json has a scope`,
      `${folder}/helm-chart.json:7: data/technologies has no version for @version(npm gp)`,
      `${folder}/helm-chart.json:8: data/technologies has no version for @version`,
    ]);
  });

  it('where two have one name, or the technology is dead', () => {
    assert.deepEqual(problems('terraform', 'terraform-helm'), [
      `${folder}/terraform-helm.json:2: the name Twin is taken: ${folder}/terraform.json:2`,
      `${folder}/terraform-helm.json:7: dead is deprecated`,
    ]);
  });

  it('where the file is of no kind', () => {
    assert.deepEqual(problems('cobol'), [`${folder}/cobol.json:1: the file is named after no kind of file`]);
  });
});

describe('Snippets are compiled', () => {
  it('with the kind of their file and the versions of the knowledge base', () => {
    const [snippet] = snippetsOf([read('helm-chart')], knowledge);
    assert.deepEqual(
      [snippet?.kind, snippet?.prefix, snippet?.body.split('\n')[1]],
      ['helm-chart', ['nowhere'], '  version: ^8.0.0'],
    );
    assert.equal(snippetsOf([read('terraform-helm')], knowledge)[0]?.kind, 'terraform');
  });

  it('where there is no folder too', () => {
    assert.deepEqual(readSnippets(`${folder}/none`), []);
  });
});
