import assert from 'node:assert/strict';
import { fileKindOf, readSource } from '../../server/src/core/files';
import { presences } from '../../server/src/core/files/presences';
import { presenceHeads } from '../support/manifests';

const nameOf = (path: string, text: string) =>
  readSource(path, text)?.dependencies.map(({ ecosystem, name }) => `${ecosystem} ${name}`)[0];

/** Whatever stands before them. */
const endings: ReadonlySet<string> = new Set(['.nomad', '.jmx']);

describe('Files that say it by being there', () => {
  for (const { name } of presences) {
    it(`${name} is one, in any folder`, () => {
      const text = presenceHeads[name] ?? 'a';
      for (const path of [name, `a/b/${name}`]) assert.equal(nameOf(path, text), `file ${name}`);
      const others = endings.has(name) ? [`${name}x`] : [`x${name}`];
      for (const path of [...others, `${name}/a`]) assert.equal(fileKindOf({ path, head: text })?.id, undefined, path);
    });
  }

  it('may be called otherwise', () => {
    const files: readonly (readonly [path: string, name: string])[] = [
      ['Jenkinsfile.deploy', 'Jenkinsfile'],
      ['deploy.jenkinsfile', 'Jenkinsfile'],
      ['serverless.yaml', 'serverless.yml'],
      ['Pulumi.yml', 'Pulumi.yaml'],
      ['azure-pipelines-release.yml', 'azure-pipelines.yml'],
      ['.woodpecker/test.yaml', '.woodpecker.yml'],
      ['wrangler.jsonc', 'wrangler.toml'],
      ['jobs/web.nomad.hcl', '.nomad'],
      ['load/checkout.jmx', '.jmx'],
      ['.lighthouserc.yml', 'lighthouserc.json'],
      ['kong.yaml', 'kong.yml'],
    ];
    for (const [path, name] of files) assert.equal(nameOf(path, presenceHeads[name] ?? ''), `file ${name}`, path);
    assert.equal(nameOf('lambda.template.json', '{"AWSTemplateFormatVersion": 1}'), 'file template.yaml');
    assert.equal(nameOf('template.yml', 'Transform: AWS::Serverless-2016-10-31'), 'file template.yaml');
  });

  it('are recognised by content where others have such names too', () => {
    for (const name of Object.keys(presenceHeads))
      assert.equal(fileKindOf({ path: name, head: 'apiVersion: v1\n' }), undefined);
    assert.equal(nameOf('app.yaml', 'a:\n  runtime: nodejs\n'), undefined);
    assert.equal(nameOf('host.json', '{ "version": "1.0" }'), undefined);
    assert.equal(nameOf('policies/serverless.yaml', 'run.allowedIngress:\n'), undefined);
    assert.equal(nameOf('.gitlab/serverless.yml', 'a:\n  stage: b\n'), 'file .gitlab-ci.yml');
    assert.equal(nameOf('serverless.ts', 'service:'), undefined);
    assert.equal(nameOf('func.yaml', 'schema_version: 20180708\nruntime: node\n'), undefined);
    assert.equal(fileKindOf({ path: 'traefik.yaml', head: 'apiVersion: v1\nkind: Service\n' })?.id, 'kubernetes');
    assert.equal(nameOf('angular.json', '{}'), undefined);
    assert.equal(nameOf('Pulumi.dev.yaml', 'a: 1'), undefined);
  });

  it('say nothing in the folders of copied sources', () => {
    for (const folder of ['vendor/a', 'a/third_party/b', 'node_modules/c'])
      assert.equal(fileKindOf({ path: `${folder}/.travis.yml`, head: '' }), undefined);
  });

  it('stand on their first line', () => {
    const place = (text: string) => {
      const span = readSource('Jenkinsfile', text)?.dependencies[0]?.nameSpan;
      return [span?.start, span?.end];
    };
    assert.deepEqual(place(''), [0, 0]);
    assert.deepEqual(place('\n\n'), [0, 0]);
    assert.deepEqual(place('pipeline {  \r\n}'), [0, 10]);
    assert.deepEqual(place('\ufeff  // a\nb'), [3, 7]);
  });

  it('are excepted by a comment anywhere in them', () => {
    const source = readSource('Jenkinsfile', '// a\npipeline {\n}\n');
    assert.deepEqual(source?.kind.extent(source.text)(5), { start: 0, end: 18 });
  });
});
