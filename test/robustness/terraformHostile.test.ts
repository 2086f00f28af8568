import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { terraform } from '../../server/src/core/files/terraform';
import { terraformJson } from '../../server/src/core/files/terraformJson';
import type { FileKind } from '../../server/src/core/model';
import { spansOf } from '../support/marks';

describe('Terraform of any text', () => {
  const folder = 'test/fixtures/hcl';
  const samples = readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
  const json = `{"resource": {"a": {"b": {"c": "d\\\n", "e": {"f": [1, "\\u00e9", true]}}}, "helm_release": {"x": {"chart": "oci://h/c", "version": "1"}}}, "module": {"m": {"source": "a/b/c"}}}`;

  const assertInside = (kind: FileKind, content: string) => {
    for (const { start, end } of kind.read(content).flatMap(spansOf)) {
      assert.ok(0 <= start && start <= end && end <= content.length, content);
      assert.doesNotMatch(content.slice(start, end), /[\r\n]/);
    }
  };

  it('has places inside the text, on one line, wherever the text ends', () => {
    for (const content of samples) {
      for (let end = 0; end < content.length; end += 3) assertInside(terraform, content.slice(0, end));
      assertInside(terraform, content.replaceAll('\n', '\r'));
    }
    for (let end = 0; end <= json.length; end++) assertInside(terraformJson, json.slice(0, end));
  });

  it('neither throws nor hangs on nesting without end', () => {
    const many = 100_000;
    for (const part of ['resource "a" "b" {\n', 'a = {', 'x { y = "${'])
      assertInside(terraform, `resource "a" "b" {\n${part.repeat(many)}`);
    for (const part of ['[', '{"resource":', '{"resource":['])
      assert.deepEqual(terraformJson.read(part.repeat(many)), []);
  }).timeout(20_000);
});
