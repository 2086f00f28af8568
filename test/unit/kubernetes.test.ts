import assert from 'node:assert/strict';
import { fileKindOf } from '../../server/src/core/files';
import { kubernetes } from '../../server/src/core/files/kubernetes';
import { applied } from '../../server/src/core/fixes/changes';
import { completionsIn, offered } from '../support/completions';
import { sourceOf, text } from '../support/findings';
import { assertRead } from '../support/marks';
import { slotIn } from '../support/slots';

const isManifest = (path: string, head: string) => fileKindOf({ path, head })?.id === 'kubernetes';

describe('Manifests of Kubernetes', () => {
  it('are recognised by content, whatever their name', () => {
    for (const head of [
      'apiVersion: v1\nkind: Pod',
      '# a\r\nkind: A\r\napiVersion: b/v1\r\n',
      '"apiVersion": a\n"kind": b',
    ])
      for (const path of ['a.yaml', 'k8s/deployment.yml', 'app.yaml', 'template.yaml', '.github/a.yaml'])
        assert.ok(isManifest(path, head), `${path}\n${head}`);
    for (const head of ['', 'kind: A', 'apiVersion: v1', 'a:\n  apiVersion: v1\n  kind: b'])
      assert.ok(!isManifest('a.yaml', head), head);
    assert.ok(!isManifest('a.json', 'apiVersion: v1\nkind: Pod'));
    assert.ok(!isManifest('values.yaml', 'apiVersion: v1\nkind: Pod'));
  });

  it('have objects and the images of pods', () => {
    assertRead(
      kubernetes,
      text`
      apiVersion: apps/v1
      kind: Deployment
      spec:
        template:
          spec:
            initContainers: [{ name: a, image: "busybox:1.36" }]
                                                ^^^^^^^ image busybox (image)
                                                        ^^^^ version 1.36
            containers:
              - name: db
                image: docker.io/library/mysql:8
                       ^^^^^^^^^^^^^^^^^^^^^^^ image mysql (image)
                                               ^ version 8
      ---
      apiVersion: traefik.io/v1alpha1
                  ^^^^^^^^^^^^^^^^^^^ k8s-api traefik.io/v1alpha1 (object)
      kind: Middleware
      ---
      apiVersion: v1
      kind: ConfigMap
      data:
        a.yaml: |
          image: redis
      ---
      apiVersion: apiextensions.k8s.io/v1
      kind: CustomResourceDefinition
      spec: { image: mongo }`,
    );
  });

  it('have the charts of Argo CD', () => {
    assertRead(
      kubernetes,
      text`
      apiVersion: argoproj.io/v1alpha1
                  ^^^^^^^^^^^^^^^^^^^^ k8s-api argoproj.io/v1alpha1 (object)
      kind: Application
      spec:
        source:
          repoURL: https://charts.example.com
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ repository https://charts.example.com
          chart: redis
                 ^^^^^ helm redis (release)
          targetRevision: 17.0.0
                          ^^^^^^ version 17.0.0
      ---
      apiVersion: argoproj.io/v1alpha1
                  ^^^^^^^^^^^^^^^^^^^^ k8s-api argoproj.io/v1alpha1 (object)
      kind: Application
      spec:
        sources:
          - { chart: "kafka", repoURL: registry-1.docker.io/bitnamicharts }
                      ^^^^^ helm kafka (release)
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ repository registry-1.docker.io/bitnamicharts
          - repoURL: https://git.example.com/values.git
            ref: values
      ---
      kind: ApplicationSet
      apiVersion: argoproj.io/v1alpha1
                  ^^^^^^^^^^^^^^^^^^^^ k8s-api argoproj.io/v1alpha1 (object)
      spec:
        template:
          spec:
            source:
              chart: minio
                     ^^^^^ helm minio (release)
              repoURL: https://charts.min.io
                       ^^^^^^^^^^^^^^^^^^^^^ repository https://charts.min.io
              targetRevision: '{{ version }}'
            sources:
              - chart: '{{ chart }}'
                        ^^^^^^^^^^^ helm {{ chart }} (release, expression)
      ---
      kind: Other
      spec: { source: { chart: nats } }`,
    );
  });

  it('have the charts of Flux, with the repositories that stand beside', () => {
    assertRead(
      kubernetes,
      text`
      apiVersion: source.toolkit.fluxcd.io/v1
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ k8s-api source.toolkit.fluxcd.io/v1 (object)
      kind: HelmRepository
      metadata: { name: bitnami }
      spec: { url: "https://charts.bitnami.com/bitnami" }
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ repository https://charts.bitnami.com/bitnami
      ---
      apiVersion: helm.toolkit.fluxcd.io/v2
                  ^^^^^^^^^^^^^^^^^^^^^^^^^ k8s-api helm.toolkit.fluxcd.io/v2 (object)
      kind: HelmRelease
      metadata: { name: redis }
      spec:
        chart:
          spec:
            chart: redis
                   ^^^^^ helm redis (release)
            version: ">=17"
                      ^^^^ version >=17
            sourceRef: { kind: HelmRepository, name: bitnami }
        values:
          image: { repository: bitnami/redis, tag: "7" }
                               ^^^^^^^^^^^^^ image bitnami/redis (image)
                                                    ^ version 7
      ---
      kind: HelmRelease
      spec: { chart: { spec: { chart: kafka, sourceRef: { name: elsewhere } } } }
                                      ^^^^^ helm kafka (release)
      ---
      kind: HelmRelease
      spec: { chart: { spec: { chart: ./charts/own } } }
                                      ^^^^^^^^^^^^ helm ./charts/own (release, local)
      ---
      kind: HelmChart
      spec:
        chart: oci://ghcr.io/a/traefik
               ^^^^^^^^^^^^^^^ repository oci://ghcr.io/a
                               ^^^^^^^ helm traefik (release)
        version: 1.0.0
                 ^^^^^ version 1.0.0`,
    );
  });

  it('have the charts that Flux takes from registries, but none from sources', () => {
    assertRead(
      kubernetes,
      text`
      kind: OCIRepository
      metadata: { name: kafka }
      spec:
        url: oci://ghcr.io/a/kafka
             ^^^^^^^^^^^^^^^ repository oci://ghcr.io/a
                             ^^^^^ helm kafka (release)
        ref: { tag: "1.0.0" }
                     ^^^^^ version 1.0.0
      ---
      kind: HelmRelease
      spec: { chartRef: { kind: OCIRepository, name: kafka } }
      ---
      kind: OCIRepository
      metadata: { name: manifests }
      spec: { url: "oci://ghcr.io/a/redis" }
      ---
      kind: OCIRepository
      metadata: { name: minio }
      spec:
        layerSelector: { mediaType: application/vnd.cncf.helm.chart.content.v1.tar+gzip }
        url: oci://ghcr.io/a/minio
             ^^^^^^^^^^^^^^^ repository oci://ghcr.io/a
                             ^^^^^ helm minio (release)
      ---
      kind: HelmRelease
      spec: { chart: { spec: { chart: redis, sourceRef: { kind: GitRepository, name: a } } } }
                                      ^^^^^ helm redis (release, local)`,
    );
  });

  it('are understood while they are being typed', () => {
    assertRead(
      kubernetes,
      text`
      apiVersion: argoproj.io/
      kind: Application
      spec:
        source:
          chart:
          repo
          chart: "redis
          repoURL: https://a.example
        sources:
          -
          - chart: nats
                   ^^^^ helm nats (release)
            repoURL:`,
    );
  });

  it('take another chart', () => {
    const replaced = (content: string, repository?: string) => {
      const source = sourceOf('a.yaml', content);
      const dependency = source.dependencies.find((one) => one.ecosystem === 'helm');
      const by = { name: 'b', version: '2', ...(repository ? { repository } : {}) };
      const edit = dependency && kubernetes.replace(source, dependency, by);
      return edit ? applied(content, edit.changes) : 'no fix';
    };
    const argo = (chart: string, repository: string, version: string) =>
      `apiVersion: argoproj.io/v1\nkind: Application\nspec:\n  source:\n    chart: ${chart}\n    repoURL: ${repository}\n    targetRevision: "${version}"\n`;
    assert.equal(replaced(argo('a', 'https://a', '1'), 'https://b'), argo('b', 'https://b', '2'));
    assert.equal(replaced(argo('a', 'https://a', '1'), 'oci://b/c'), argo('b', 'b/c', '2'));
    assert.equal(replaced(argo('a', 'https://a', '1').replace(/ {4}targetRevision.*\n/, '')), 'no fix');
    const release = (chart: string) =>
      `---\napiVersion: a\nkind: HelmRelease\nspec: { chart: { spec: { chart: ${chart}, version: 1, sourceRef: { name: r } } } }\n`;
    const repository = (url: string) =>
      `apiVersion: a\nkind: HelmRepository\nmetadata: { name: r }\nspec: { url: ${url} }\n`;
    const after = repository('https://b') + release('b').replace('1', '2');
    assert.equal(replaced(repository('https://a') + release('a'), 'https://b'), after);
    assert.equal(replaced(repository('https://a') + release('a') + release('c'), 'https://b'), 'no fix');
    assert.equal(replaced(repository('https://a') + release('a'), 'oci://b'), 'no fix');
    assert.equal(replaced(release('oci://a/b/c'), 'https://b'), 'no fix');
  });

  it('complete images, and the parts of charts', () => {
    const pod = (line: string) => `apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - ${line}\n`;
    const completed = (marked: string, label: string) =>
      completionsIn('a.yaml', marked, offered.en).find((one) => one.label === label)?.after ?? 'nothing';
    assert.equal(completed(pod('image: po|'), 'postgres'), pod('image: postgres:17.6'));
    assert.equal(completed(pod('name: po|'), 'postgres'), 'nothing');
    const argo = (line: string) => `apiVersion: argoproj.io/v1\nkind: Application\nspec:\n  source:\n    ${line}\n`;
    assert.equal(completed(argo('chart: ko|'), 'kong'), argo('chart: kong'));
    assert.equal(
      completed(argo('chart: kong\n    targetRevision: |'), '2.52.0'),
      argo('chart: kong\n    targetRevision: 2.52.0'),
    );
    assert.equal(
      completed(argo('chart: kong\n    repoURL: h|'), 'https://charts.konghq.com'),
      argo('chart: kong\n    repoURL: https://charts.konghq.com'),
    );
    const oci = slotIn(kubernetes, argo('chart: a\n    repoURL: |'), { name: 'oci://ghcr.io/a' });
    assert.equal(oci, argo('chart: a\n    repoURL: ghcr.io/a'));
  });
});
