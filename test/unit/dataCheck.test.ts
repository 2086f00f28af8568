import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { checkKnowledge } from '../../scripts/data/check';
import { readYaml } from '../../scripts/data/yamlFile';
import type { TechnologyFile } from '../../server/src/core/catalog/technologies';
import type { Role } from '../../server/src/core/model';

const schema = JSON.parse(readFileSync('data/schemas/technology.schema.json', 'utf8'));
const roles = readYaml<Role[]>('data/roles.yaml');
const folder = 'test/fixtures/broken-data';
const problems = (...names: string[]) =>
  checkKnowledge(
    names.map((name) => readYaml<TechnologyFile>(`${folder}/${name}.yaml`)),
    roles,
    schema,
  );

describe('A broken data file ends the build with file, line and reason', () => {
  it('where it is no YAML', () => {
    assert.throws(
      () => readYaml(`${folder}/syntax.yaml`),
      /^Error: test\/fixtures\/broken-data\/syntax\.yaml:\d: Missing closing/,
    );
  });

  it('where its shape is wrong', () => {
    assert.match(
      problems('shape').join('\n'),
      /^test\/fixtures\/broken-data\/shape\.yaml:9: evidence must be equal to one of the allowed values/m,
    );
  });

  it('where a role or a relation leads nowhere', () => {
    assert.deepEqual(problems('reference'), [
      `${folder}/reference.yaml:4: roles: unknown levitation`,
      `${folder}/reference.yaml:5: variantOf: unknown nowhere`,
    ]);
  });

  it('where two technologies claim one name or one identifier', () => {
    assert.deepEqual(problems('twin', 'twins'), [
      `${folder}/twins.yaml:2: the name twin is also one of twin`,
      `${folder}/twins.yaml:6: npm twins is claimed by twin too`,
    ]);
  });
});
