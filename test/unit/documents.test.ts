import assert from 'node:assert/strict';
import { patterns } from '../../client/src/documents';
import { fileKindOf, mayBeManifest } from '../../server/src/core/files';
import { presences } from '../../server/src/core/files/presences';
import { presenceHeads } from '../support/manifests';

/** What VS Code makes of the few globs that the client uses. */
const matcher = (glob: string) => {
  const source = glob
    .replace(/[.]/g, '\\.')
    .replace(/\{([^}]+)\}/g, (_, list: string) => `(?:${list.replaceAll(',', '|')})`)
    .replace(/\*\*\/|\*/g, (stars) => (stars === '*' ? '[^/]*' : '(?:.*/)?'));
  return new RegExp(`^${source}$`);
};
const matchers = patterns.map(matcher);
const isSent = (path: string) => matchers.some((one) => one.test(path));

const heads: Readonly<Record<string, string>> = {
  'requirements/base.txt': 'flask==3.0',
  'environment.yml': 'dependencies:\n  - python=3.12\n',
  'a/conda-dev.yaml': 'dependencies:\n  - pip\n',
  'x/templates/a.yaml': '{{ .Values }}',
  'x/templates/_helpers.tpl': '{{ define "x" }}',
  'a/requirements.yaml': 'dependencies:\n  - name: a\n    repository: https://a',
  'a/docker-compose.prod.yml': 'services:',
  'k8s/a.yaml': 'apiVersion: v1\nkind: Pod',
  'action.yml': 'runs:',
  '.gitlab/ci/a.yml': 'include: a',
  'a.template.json': '{ "AWSTemplateFormatVersion": 1 }',
};

describe('The documents that the client sends', () => {
  for (const path of [
    'package.json',
    'a/b/package.json',
    'main.tf',
    'a/main.tofu',
    'a/main.tf.json',
    'a/Chart.yaml',
    'Chart.yml',
    'a/requirements.yaml',
    'a/values.yaml',
    'a/values-prod.yml',
    'a/prod-values.yaml',
    'a/prod.values.yaml',
    'x/templates/a.yaml',
    'x/templates/_helpers.tpl',
    'Dockerfile',
    'a/Dockerfile.dev',
    'web.dockerfile',
    'Containerfile',
    'a/docker-compose.prod.yml',
    '.github/workflows/a.yml',
    'action.yml',
    '.gitlab-ci.yml',
    '.gitlab/ci/a.yml',
    'k8s/a.yaml',
    'a/kustomization.yaml',
    'Kustomization',
    'helmfile.yaml',
    'helmfile.yaml.gotmpl',
    'a/terragrunt.hcl',
    'pnpm-workspace.yaml',
    'a/deno.jsonc',
    'deploy.jenkinsfile',
    'wrangler.jsonc',
    'a.template.json',
    ...presences.map(({ name }) => name),
    'a/Cargo.toml',
    'pyproject.toml',
    'a/Pipfile',
    'setup.cfg',
    'gradle/libs.versions.toml',
    'rust-toolchain',
    'a/rust-toolchain.toml',
    'environment.yml',
    'a/conda-dev.yaml',
    'a/requirements.txt',
    'dev-requirements.in',
    'requirements/base.txt',
    'a/go.mod',
    'a/pubspec.yaml',
    'build.gradle',
    'a/pom.xml',
    'jobs/web.nomad',
    'jobs/web.nomad.hcl',
    '.lighthouserc.json',
    'lighthouserc.yml',
    'Package.swift',
    'a/Package@swift-5.9.swift',
    'a/build.gradle.kts',
  ]) {
    it(`${path} is sent, and read by the server`, () => {
      assert.ok(isSent(`/${path}`), 'sent');
      assert.ok(mayBeManifest(path.slice(path.lastIndexOf('/') + 1)), 'listed');
      assert.ok(fileKindOf({ path, head: heads[path] ?? presenceHeads[path] ?? '' }), 'read');
    });
  }

  it('any other YAML is sent and not read: what it is its content says', () => {
    for (const path of ['openapi.yaml', 'a/app.yaml', 'template.yml', 'compose.prod.yaml', 'action.yml']) {
      assert.ok(isSent(`/${path}`), path);
      assert.equal(fileKindOf({ path, head: 'a: 1' }), undefined, path);
    }
  });

  for (const path of [
    'package-lock.json',
    'tsconfig.json',
    'terraform.tfvars',
    '.terraform.lock.hcl',
    'README.md',
    'Cargo.lock',
    'constraints.txt',
    'Pipfile.lock',
  ]) {
    it(`${path} is neither`, () => {
      assert.ok(!isSent(`/${path}`), 'sent');
      assert.equal(fileKindOf({ path, head: '' }), undefined);
    });
  }
});
