import assert from 'node:assert/strict';
import { fileKindOf } from '../../server/src/core/files';
import { kustomize } from '../../server/src/core/files/kustomize';
import { applied } from '../../server/src/core/fixes/changes';
import { sourceOf, text } from '../support/findings';
import { assertRead } from '../support/marks';
import { slotIn } from '../support/slots';

describe('kustomization.yaml', () => {
  it('has charts, and the images that are used in the end', () => {
    const head = 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization';
    for (const path of ['kustomization.yaml', 'a/kustomization.yml', 'Kustomization'])
      assert.equal(fileKindOf({ path, head })?.id, 'kustomize');
    assertRead(
      kustomize,
      text`
      apiVersion: kustomize.config.k8s.io/v1beta1
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ k8s-api kustomize.config.k8s.io/v1beta1 (object)
      kind: Kustomization
      resources: [redis.yaml]
      images:
        - name: redis
                ^^^^^ image redis (image)
          newTag: "7"
                   ^ version 7
        - name: own
          newName: docker.io/library/mysql
                   ^^^^^^^^^^^^^^^^^^^^^^^ image mysql (image)
        - newTag: v1
      helmCharts:
        - name: kafka
                ^^^^^ helm kafka (release)
          repo: https://charts.example.com
                ^^^^^^^^^^^^^^^^^^^^^^^^^^ repository https://charts.example.com
          version: 1.0.0
                   ^^^^^ version 1.0.0
        - name: beside
      patches:
        - patch: |
            images: [{ name: nats }]`,
    );
    for (const content of ['', 'images', 'images: a', 'images: [a]', 'helmCharts:\n- name:\n  repo: "a'])
      assert.deepEqual(kustomize.read(content), [], content);
  });

  it('takes other charts and images', () => {
    const replaced = (content: string) => {
      const source = sourceOf('kustomization.yaml', content);
      const [dependency] = source.dependencies;
      const edit = dependency && kustomize.replace(source, dependency, { name: 'b', version: '2' });
      return edit ? applied(content, edit.changes) : 'no fix';
    };
    assert.equal(
      replaced('images: [{ name: x, newName: a, newTag: "1" }]'),
      'images: [{ name: x, newName: b, newTag: "2" }]',
    );
    assert.equal(replaced('images: [{ name: x, newName: a }]'), 'no fix');
    // The name says which image is meant: it is no other one's.
    assert.equal(replaced('images: [{ name: a, newTag: "1" }]'), 'no fix');
    assert.equal(
      replaced('helmCharts: [{ name: a, repo: c, version: 1 }]'),
      'helmCharts: [{ name: b, repo: c, version: 2 }]',
    );
  });

  it('completes what has a key of its own', () => {
    const tag = 'images:\n- name: a\n  newTag: ';
    assert.equal(slotIn(kustomize, `${tag}|`, { name: '17.6' }), `${tag}"17.6"`);
    assert.equal(slotIn(kustomize, 'images:\n- newName: "|"', { name: 'a/b' }), 'images:\n- newName: "a/b"');
    assert.equal(slotIn(kustomize, 'resources:\n- |', { name: 'a' }), undefined);
  });
});
