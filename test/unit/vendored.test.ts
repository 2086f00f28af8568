import assert from 'node:assert/strict';
import { isVendored } from '../../server/src/core/files/vendored';

describe('Vendored files', () => {
  for (const path of [
    'node_modules/a/package.json',
    'a/.terraform/modules/b/main.tf',
    'vendor/github.com/a/b/go.mod',
    'vendor/acme/lib/package.json',
    'vendor/axum/Cargo.toml',
    'vendor/bundle/ruby/3.4.0/gems/a/package.json',
    'third_party/a/Cargo.toml',
    '.venv/lib/python3.14/site-packages/a/pyproject.toml',
    'env/lib/site-packages/a/requirements.txt',
    'target/debug/build/a/Cargo.toml',
    'api/target/classes/META-INF/maven/a/pom.xml',
    'ios/Pods/A/Package.swift',
    '.build/checkouts/a/Package.swift',
    '.dart_tool/a/pubspec.yaml',
    'charts/testdata/redis/values.yaml',
    'src/__fixtures__/app/package.json',
  ])
    it(`${path} is one`, () => assert.ok(isVendored(path)));

  for (const path of [
    'vendor/package.json',
    'vendor/Cargo.toml',
    'services/vendor/api/package.json',
    'vendors/a/b/package.json',
    'deploy/target/values.yaml',
    '.build/azure-pipelines.yml',
    'pods/a/values.yaml',
    'my-node_modules/package.json',
    'testdata-service/package.json',
  ])
    it(`${path} is none: it may be one's own`, () => assert.ok(!isVendored(path)));
});
