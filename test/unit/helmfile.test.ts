import assert from 'node:assert/strict';
import { fileKindOf } from '../../server/src/core/files';
import { helmfile } from '../../server/src/core/files/helmfile';
import { applied } from '../../server/src/core/fixes/changes';
import { sourceOf, text } from '../support/findings';
import { assertRead } from '../support/marks';
import { slotIn } from '../support/slots';

describe('helmfile.yaml', () => {
  it('has releases, with the repositories that stand above', () => {
    for (const path of ['helmfile.yaml', 'a/helmfile.prod.yml', 'helmfile.yaml.gotmpl'])
      assert.equal(fileKindOf({ path, head: '' })?.id, 'helmfile', path);
    assert.equal(fileKindOf({ path: 'helmfile.d/a.yaml', head: 'releases:' })?.id, 'helmfile');
    assert.equal(fileKindOf({ path: 'helmfile.d/a.yaml', head: 'a: b' }), undefined);
    assertRead(
      helmfile,
      text`
      repositories:
        - name: bitnami
          url: https://charts.bitnami.com/bitnami
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ repository https://charts.bitnami.com/bitnami
      releases:
        - name: cache
          chart: bitnami/redis
                         ^^^^^ helm redis (release)
          version: ~17.0
                   ^^^^^ version ~17.0
        - chart: elsewhere/kafka
                 ^^^^^^^^^ repository @elsewhere
                           ^^^^^ helm kafka (release)
        - { chart: "oci://ghcr.io/a/b" }
                    ^^^^^^^^^^^^^^^ repository oci://ghcr.io/a
                                    ^ helm b (release)
        - chart: ./charts/own
                 ^^^^^^^^^^^^ helm ./charts/own (release, local)
        - chart: charts/own
                 ^^^^^^ repository @charts
                        ^^^ helm own (release, local)
        - chart: {{ .Values.chart }}
                 ^^^^^^^^^^^^^^^^^^^ helm {{ .Values.chart }} (release, expression)
          version: {{ .Values.version }}
        {{- if .Values.a }}
        - chart: plain
                 ^^^^^ helm plain (release)
        {{- end }}
      other: [{ chart: bitnami/mysql }]`,
    );
    for (const content of ['', 'releases', 'releases: a', 'releases:\n- chart:\n- cha\n- chart: "a/b'])
      assert.deepEqual(helmfile.read(content), [], content);
  });

  it('takes another chart and a release', () => {
    const replaced = (content: string, repository?: string) => {
      const source = sourceOf('helmfile.yaml', content);
      const [dependency] = source.dependencies;
      const by = { name: 'b', version: '2', ...(repository ? { repository } : {}) };
      const edit = dependency && helmfile.replace(source, dependency, by);
      return edit ? applied(content, edit.changes) : 'no fix';
    };
    const file = (url: string, chart: string, version: string) =>
      `repositories: [{ name: r, url: ${url} }]\nreleases: [{ chart: r/${chart}, version: ${version} }]\n`;
    assert.equal(replaced(file('https://a', 'a', '1'), 'https://b'), file('https://b', 'b', '2'));
    assert.equal(replaced(file('https://a', 'a', '1')), file('https://a', 'b', '2'));
    assert.equal(replaced('releases: [{ chart: x/a, version: 1 }]', 'https://b'), 'no fix');
    assert.equal(replaced('releases: [{ chart: x/a }]'), 'no fix');
    const content = 'releases:\n  - chart: a/b\n\nenvironments: {}\n';
    const change = helmfile.insert(content, 0, { body: '- chart: c/d\n  version: 1' });
    assert.equal(
      applied(content, change ? [change] : []),
      'releases:\n  - chart: a/b\n  - chart: c/d\n    version: 1\n\nenvironments: {}\n',
    );
  });

  it('completes versions', () => {
    const release = (version: string) => `releases:\n- chart: a/b\n  version: ${version}\n`;
    assert.equal(slotIn(helmfile, release('|'), { name: '1.2.3' }), release('1.2.3'));
    assert.equal(slotIn(helmfile, 'releases:\n- name: |\n', { name: 'a' }), undefined);
  });
});
