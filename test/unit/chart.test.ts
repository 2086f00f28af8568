import assert from 'node:assert/strict';
import { chart } from '../../server/src/core/files/chart';
import { text } from '../support/findings';
import { assertRead, spansOf } from '../support/marks';

/** As wide as what it stands for, so that the marks stand under it. */
const repo_var = `\${REPO}`;

describe('Chart.yaml', () => {
  it('is recognised by name, and requirements.yaml by content', () => {
    const list = 'dependencies:\n- name: redis\n  repository: "@stable"\n';
    const files: readonly (readonly [path: string, head: string, matches: boolean])[] = [
      ['Chart.yaml', '', true],
      ['charts/a/Chart.yml', '', true],
      ['chart.yaml', '', false],
      ['MyChart.yaml', '', false],
      ['Chart.lock', '', false],
      ['requirements.yaml', list, true],
      ['a/requirements.yml', 'dependencies: [{name: redis, repository: "@stable"}]', true],
      ['requirements.yaml', `# Copyright\r\n${list}`, true],
      ['requirements.yaml', '', false],
      ['requirements.yaml', 'collections:\n- name: a.b\n  source: https://galaxy.ansible.com\n', false],
      ['requirements.yaml', 'dependencies:\n- name: a\n', false],
    ];
    for (const [path, head, matches] of files) assert.equal(chart.matches({ path, head }), matches, `${path}\n${head}`);
  });

  it('has dependencies with their version and repository', () => {
    assertRead(
      chart,
      text`
      apiVersion: v2
      name: redis
      version: 1.0.0
      dependencies:
        - name: postgresql
                ^^^^^^^^^^ helm postgresql (chart)
          version: 16.x.x
                   ^^^^^^ version 16.x.x
          repository: oci://registry-1.docker.io/bitnamicharts
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ repository oci://registry-1.docker.io/bitnamicharts
          condition: postgresql.enabled
          import-values:
            - name: child
              version: 1
        # - name: mysql
        - alias: cache
          repository: "https://charts.bitnami.com/bitnami/"
                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ repository https://charts.bitnami.com/bitnami/
          name: 'redis' # the cache
                 ^^^^^ helm redis (chart)
          tags: [name, version]
      maintainers:
        - name: kafka`,
    );
  });

  it('has them in brackets too', () => {
    assertRead(
      chart,
      text`
      dependencies: [{name: redis, version: 1.x, repository: "https://a.example"}, {
                            ^^^^^ helm redis (chart)
                                            ^^^ version 1.x
                                                              ^^^^^^^^^^^^^^^^^ repository https://a.example
        name: minio
              ^^^^^ helm minio (chart)
      }]`,
    );
  });

  it('has repositories by alias, and may have none', () => {
    assertRead(
      chart,
      text`
      dependencies:
      - name: a
              ^ helm a (chart)
        repository: "@bitnami"
                     ^^^^^^^^ repository @bitnami
      - name: b
              ^ helm b (chart)
        repository: alias:bitnami
                    ^^^^^^^^^^^^^ repository @bitnami
      - name: c
              ^ helm c (chart)
        repository: ""
      - name: d
              ^ helm d (chart)
        repository:
        version: ~
      - name: e
              ^ helm e (chart)`,
    );
  });

  it('does not judge what is local or computed', () => {
    assertRead(
      chart,
      text`
      dependencies:
        - name: a
                ^ helm a (chart, local)
          repository: file://../a
                      ^^^^^^^^^^^ repository file://../a
        - name: b
                ^ helm b (chart, expression)
          repository: {{ .repository }}
                      ^^^^^^^^^^^^^^^^^ repository {{ .repository }}
        - name: c
                ^ helm c (chart, expression)
          repository: "${repo_var}/charts"
                       ^^^^^^^^^^^^^^ repository ${repo_var}/charts
        - name: "{{ .name }}"
                 ^^^^^^^^^^^ helm {{ .name }} (chart, expression)
          repository: https://a.example
                      ^^^^^^^^^^^^^^^^^ repository https://a.example
        - name: d
                ^ helm d (chart, expression)
          repository: *bitnami
        - name: e
                ^ helm e (chart)
          version: {{ .version }}
          repository: https://a.example
                      ^^^^^^^^^^^^^^^^^ repository https://a.example`,
    );
  });

  it('is understood while it is being typed', () => {
    assertRead(
      chart,
      text`
      dependencies:
        - name: "redi
          version: 1.0.0
        -
        - name:
          version: 1.0.0
        - nam
        - name: kafka
                ^^^^^ helm kafka (chart)
          vers
          repository: https://a.example
                      ^^^^^^^^^^^^^^^^^ repository https://a.example
        - name: mysql
                ^^^^^ helm mysql (chart, expression)
          repository: "https://
        - name: minio
                ^^^^^ helm minio (chart, expression)
          repository: {{ .Val
                      ^^^^^^^ repository {{ .Val
        - name: nats
                ^^^^ helm nats (chart)`,
    );
  });

  it('gives nothing for what is no list of maps', () => {
    for (const content of [
      '',
      'dependencies:',
      'dependencies: redis',
      'dependencies:\n  redis:\n    name: redis',
      'dependencies: [redis]',
      '[',
      '\0',
    ]) {
      assert.deepEqual(chart.read(content), [], content);
    }
  });

  it('names only places inside the text, whatever its line ends', () => {
    const content = '\ufeffdependencies:\r\n- name: redis\r\n  repository: "@a"\r\n';
    const [redis] = chart.read(content);
    assert.ok(redis);
    assert.deepEqual(
      spansOf(redis).map(({ start, end }) => content.slice(start, end)),
      ['redis', '@a'],
    );
  });
});
