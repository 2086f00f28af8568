import assert from 'node:assert/strict';
import { patterns } from '../../client/src/documents';
import { fileKindOf } from '../../server/src/core/files';

/** What VS Code makes of the few globs that the client uses. */
const matcher = (glob: string) => {
  const source = glob
    .replace(/[.]/g, '\\.')
    .replace(/\{([^}]+)\}/g, (_, list: string) => `(?:${list.replaceAll(',', '|')})`)
    .replace(/\*\*\//g, '(?:.*/)?')
    .replace(/(?<![.)])\*/g, '[^/]*');
  return new RegExp(`^${source}$`);
};
const matchers = patterns.map(matcher);
const isSent = (path: string) => matchers.some((one) => one.test(path));

const heads: Readonly<Record<string, string>> = {
  'x/templates/a.yaml': '{{ .Values }}',
  'x/templates/_helpers.tpl': '{{ define "x" }}',
  'a/requirements.yaml': 'dependencies:\n  - name: a\n    repository: https://a',
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
  ]) {
    it(`${path} is sent, and read by the server`, () => {
      assert.ok(isSent(`/${path}`), 'sent');
      assert.ok(fileKindOf({ path, head: heads[path] ?? '' }), 'read');
    });
  }

  for (const path of [
    'package-lock.json',
    'tsconfig.json',
    'terraform.tfvars',
    '.terraform.lock.hcl',
    'compose.yaml',
    'README.md',
  ]) {
    it(`${path} is neither`, () => {
      assert.ok(!isSent(`/${path}`), 'sent');
      assert.equal(fileKindOf({ path, head: '' }), undefined);
    });
  }
});
