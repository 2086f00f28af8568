import assert from 'node:assert/strict';
import { recognise } from '../../server/src/core/catalog/recognise';
import { bundled, bundledCatalogs, knowledge } from '../support/bundled';
import { sourceOf } from '../support/findings';
import { hasManifest, manifestOf } from '../support/manifests';

describe('The knowledge base', () => {
  it('recognises a manifest made from each of its identifiers as that technology @all', () => {
    const missed = bundled.knowledge.identifiers.filter(hasManifest).flatMap((identifier) => {
      const { path, text } = manifestOf(identifier);
      const found = sourceOf(path, text).dependencies.flatMap((dependency) => recognise(dependency, knowledge));
      return found.some((one) => one.identifier.speaks[0] === identifier.speaks[0]) ? [] : [`${path}: ${text}`];
    });
    assert.deepEqual(missed, []);
  }).timeout(30_000);

  it('has an identifier for each row of the bundled stack', () => {
    const spoken = new Set(bundled.knowledge.identifiers.flatMap((one) => one.speaks));
    const silent = bundledCatalogs.en.recommendations.filter((row) =>
      row.expression.allOf
        .flat()
        .every((choice) => ![choice.technology, ...choice.variants, ...choice.frameworks].some((id) => spoken.has(id))),
    );
    assert.deepEqual(
      silent.map((row) => row.role),
      [],
    );
  });

  it('says where each claim about upstream comes from', () => {
    const claims = [...bundled.knowledge.technologies, ...bundled.knowledge.identifiers].flatMap(
      (one) => one.deprecated ?? [],
    );
    assert.ok(claims.length > 20);
    for (const { source } of claims) assert.match(source, /^https:\/\/\S+$|^[\w.-]+\/[\w.-]+#\d+$/);
  });

  it('never replaces a dead name by another dead name', () => {
    const dead = new Set(
      bundled.knowledge.identifiers
        .filter((one) => one.deprecated && !one.repositories)
        .map((one) => `${one.ecosystem} ${one.name}`),
    );
    const wrong = bundled.knowledge.identifiers.filter(
      (one) => one.deprecated && !one.repositories && dead.has(`${one.ecosystem} ${one.deprecated.replacedBy}`),
    );
    assert.deepEqual(
      wrong.map((one) => one.name),
      [],
    );
  });
});
