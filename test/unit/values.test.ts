import assert from 'node:assert/strict';
import { values } from '../../server/src/core/files/values';
import { text } from '../support/findings';
import { assertRead } from '../support/marks';

describe('values.yaml', () => {
  it('is recognised by name', () => {
    const yes = [
      'values.yaml',
      'a/values.yml',
      'values-prod.yaml',
      'values.prod.yaml',
      'prod-values.yaml',
      'ci/prod.values.yml',
    ];
    const no = ['myvalues.yaml', 'values.json', 'values.schema.json', 'values.yaml.gotmpl', 'valuesx/a.yaml'];
    for (const path of yes) assert.ok(values.matches({ path, head: '' }), path);
    for (const path of no) assert.ok(!values.matches({ path, head: '' }), path);
    assert.ok(!values.matches({ path: 'a/templates/values-map.yaml', head: 'data: {{ .Values.a }}' }));
  });

  it('has references, at any depth', () => {
    assertRead(
      values,
      text`
      image: docker.io/library/redis:7.2 # the cache
             ^^^^^^^^^^^^^^^^^^^^^^^ image redis (image)
                                     ^^^ version 7.2
      sidecars:
        - name: a
          image: "quay.io/a/b"
                  ^^^^^^^^^^^ image quay.io/a/b (image)
        - {name: c, image: 'nats:2'}
                            ^^^^ image nats (image)
                                 ^ version 2
      metrics:
        sidecarImage: a/b:1
                      ^^^ image a/b (image)
                          ^ version 1
        init_image: mysql:8
                    ^^^^^ image mysql (image)
                          ^ version 8
        baseimage: a/b
                   ^^^ image a/b (image)
      # image: kafka`,
    );
  });

  it('has bare words only where the key says nothing but image', () => {
    assertRead(
      values,
      text`
      a: {image: redis, productImage: none, Image: consul}
                 ^^^^^ image redis (image)
                                                   ^^^^^^ image consul (image)
      b: {image: true, imageTag: "7", pullImage: false}
      c: {image: 5, images: redis, imageName: a/b, myImages: a/b}
      d: {image: ~}
      e: {image: https://a.example/b.png, logoImage: /img/a.png}
      f: {image: Some text, backgroundImage: "url(a.png)"}`,
    );
  });

  it('has maps of registry, repository and tag', () => {
    assertRead(
      values,
      text`
      image:
        registry: docker.io
                  ^^^^^^^^^ repository docker.io
        repository: bitnami/redis
                    ^^^^^^^^^^^^^ image bitnami/redis (image)
        tag: "7.2"
              ^^^ version 7.2
        pullPolicy: IfNotPresent
      thanosImage:
        repository: quay.io/thanos/thanos
                    ^^^^^^^^^^^^^^^^^^^^^ image quay.io/thanos/thanos (image)
      exporter:
        tag: 1@sha256:0123456789012345678901234567890123456789012345678901234567890123
             ^ version 1
        repository: library/nginx
                    ^^^^^^^^^^^^^ image nginx (image)
      images: [{repository: a/b, pullPolicy: Always}, {repository: c/d}]
                            ^^^ image a/b (image)
      proxy:
        registry: Registry.acme.com:5000/hub/
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ repository Registry.acme.com:5000/hub/
        repository: redis
                    ^^^^^ image registry.acme.com:5000/hub/redis (image)
      whole:
        image:
          repository: redis:7
                      ^^^^^ image redis (image)
                            ^ version 7
          registry: ""`,
    );
  });

  it('has the tag and the registry that stand beside a reference', () => {
    assertRead(
      values,
      text`
      a: {image: mysql, imageTag: 5.7.30}
                 ^^^^^ image mysql (image)
                                  ^^^^^^ version 5.7.30
      b: {image: a/b, tag: "1", registry: quay.io}
                 ^^^ image quay.io/a/b (image)
                            ^ version 1
                                          ^^^^^^^ repository quay.io
      c: {initImage: a/b, initImageTag: 2, tag: 3}
                     ^^^ image a/b (image)
                                        ^ version 2
      d: {image: "a/b:1", tag: 2}
                  ^^^ image a/b (image)
                      ^ version 1
      e: {image: a/b@sha256, imageTag: 0123456789}
                 ^^^ image a/b (image)`,
    );
  });

  it('does not take other repositories for images', () => {
    assertRead(
      values,
      text`
      chart: {repository: https://charts.example.com, name: redis, version: 1}
      source: {repository: "https://github.com/a/b.git", tag: v1}
      git: {repository: git@github.com:a/b.git, tag: v1}
      oci: {repository: oci://a.example/b, tag: v1}
      plain: {repository: redis, branch: main}
      backup: {repository: default}
      image: {repository: "", tag: 1}
      other:
        image:
          repository:
          tag:`,
    );
  });

  it('says nothing of expressions', () => {
    assertRead(
      values,
      text`
      a: {image: "{{ .Values.global.image }}"}
      b: {image: "{{ .Values.global.registry }}/redis:7"}
      c: {image: "redis:{{ .Values.tag }}"}
                  ^^^^^ image redis (image)
      image: {registry: "{{ .Values.registry }}", repository: bitnami/redis}
      d: {image: *redis}
      e:
        image:
          registry: *registry
          repository: bitnami/redis
      script: |
        image: redis
      json: '{
        "image": "redis:7"
       }'
      f:
        image: {repository: redis, tag: "{{ .Values.tag }}"}
                            ^^^^^ image redis (image)`,
    );
  });

  it('is understood while it is being typed', () => {
    assertRead(
      values,
      text`
      a:
        image: "redis
      b:
        image: redis:
               ^^^^^ image redis (image)
      c:
        image:
          repo
          repository: a/b
                      ^^^ image a/b (image)
          tag: "1
        image: {repository: c/d, tag:
                            ^^^ image c/d (image)
      d:
        image: {{ .Val
        sideImage: e/f
                   ^^^ image e/f (image)`,
    );
  });

  it('calls the repository of an image its name, here and there', () => {
    assertRead(
      values,
      text`
      image:
        name: rabbitmq
              ^^^^^^^^ image rabbitmq (image)
        tag: "3"
              ^ version 3
      other:
        name: mysql
        tag: "8"`,
    );
  });
});
