import assert from 'node:assert/strict';
import { parseImage } from '../../server/src/core/syntax/image';
import { hole } from '../../server/src/core/syntax/template';
import { picture } from '../support/findings';
import { unmarked } from '../support/marks';

const sha = `sha256:${'0123456789abcdef'.repeat(4)}`;

/** The reference with its name, its tag and its digest under it. */
function read(reference: string): string {
  const image = parseImage(reference, 0);
  if (!image) return `${reference}\nnone`;
  const { name, nameSpan: span, tag, digest } = image;
  const parts = [tag && { ...tag, label: `tag ${tag.value}` }, digest && { ...digest, label: 'digest' }];
  return picture(reference, [{ span, label: name }, ...parts.filter((part) => part !== undefined)]);
}

function assertReads(...lines: readonly string[]): void {
  const expected = lines.join('\n');
  assert.equal(read(unmarked(expected)), expected);
}

describe('Image references', () => {
  it('have a name, a tag and a digest', () => {
    assertReads('redis', '^^^^^ redis');
    assertReads('redis:7.2-alpine', '^^^^^ redis', '      ^^^^^^^^^^ tag 7.2-alpine');
    assertReads(`redis@${sha}`, '^^^^^ redis', `      ${'^'.repeat(sha.length)} digest`);
    assertReads(
      `bitnami/redis:7@${sha}`,
      '^^^^^^^^^^^^^ bitnami/redis',
      '              ^ tag 7',
      `                ${'^'.repeat(sha.length)} digest`,
    );
  });

  it('have hosts, with ports too', () => {
    assertReads(
      'registry.acme.com:5000/a/b:1',
      `${'^'.repeat(26)} registry.acme.com:5000/a/b`,
      `${' '.repeat(27)}^ tag 1`,
    );
    assertReads('localhost/a', '^^^^^^^^^^^ localhost/a');
    assertReads('cache:5000/a', '^^^^^^^^^^^^ cache:5000/a');
    assertReads('Quay.IO/argoproj/argocd', '^^^^^^^^^^^^^^^^^^^^^^^ quay.io/argoproj/argocd');
    assertReads('gcr.io/library/redis', '^^^^^^^^^^^^^^^^^^^^ gcr.io/library/redis');
  });

  it('are the same under all names of Docker Hub', () => {
    for (const host of ['docker.io', 'index.docker.io', 'registry-1.docker.io', 'Docker.io']) {
      assertReads(`${host}/library/redis`, `${'^'.repeat(host.length + 14)} redis`);
      assertReads(`${host}/bitnami/redis`, `${'^'.repeat(host.length + 14)} bitnami/redis`);
    }
    assertReads('library/redis:7', '^^^^^^^^^^^^^ redis', '              ^ tag 7');
  });

  it('keep their name where the tag is templated or still to be typed', () => {
    for (const tag of [
      '{{ .Values.tag }}',
      '7-{{ .x }}',
      '{{ if .x }}7{{ end }}',
      '$' + '{TAG}',
      '$(TAG)',
      hole.repeat(5),
    ]) {
      assertReads(`postgres:${tag}`, '^^^^^^^^ postgres');
    }
    assertReads(`postgres@${'{{ .Values.digest }}'}`, '^^^^^^^^ postgres');
    assertReads('postgres:', '^^^^^^^^ postgres');
    assertReads('postgres@sha256:01', '^^^^^^^^ postgres');
  });

  it('are nothing else', () => {
    const none = [
      '',
      ' ',
      'a b',
      'redis: 7',
      'redis 7',
      '12345',
      '1.2.3',
      '12:30',
      'Redis',
      'acme/Redis',
      'redis:-7',
      '/redis',
    ];
    const urls = [
      'https://a.example/b',
      'oci://a.example/b',
      'git@a.example:b/c.git',
      'me@example.com',
      'c:/temp',
      './a',
    ];
    const templated = [
      '{{ .Values.image }}',
      '{{ .x }}/redis:7',
      'redis{{ .x }}',
      'redis-{{ .x }}:7',
      '$' + '{X}/redis',
      `a${hole}:7`,
    ];
    for (const text of [...none, ...urls, ...templated]) assert.equal(read(text), `${text}\nnone`);
  });

  it('stand where they are said to stand', () => {
    assert.deepEqual(parseImage('redis:7', 10), {
      name: 'redis',
      nameSpan: { start: 10, end: 15 },
      tag: { value: '7', span: { start: 16, end: 17 } },
    });
  });

  it('take no time when they are hostile', () => {
    for (const text of ['a', 'a/', 'a.', 'a-', '_', ':', '@', '{{', '$' + '{']) parseImage(text.repeat(100_000));
  });
});
