import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { terraform } from '../../server/src/core/files/terraform';
import { terraformJson } from '../../server/src/core/files/terraformJson';
import type { FileKind } from '../../server/src/core/model';
import { text } from '../support/findings';
import { assertRead, attributeMarks, spansOf } from '../support/marks';

/** As wide as what they stand for, so that the marks stand under it. */
const path_module = `\${path.module}`;
const var_name = `\${var.name}`;

describe('Terraform in JSON', () => {
  it('is read as Terraform is', () => {
    assertRead(
      terraformJson,
      text`
      {
        "//": "generated",
        "terraform": { "required_providers": { "aws": { "source": "HashiCorp/aws", "version": "~> 5" } } },
                                                                   ^^^^^^^^^^^^^ terraform-provider hashicorp/aws (provider)
                                                                                               ^^^^ version ~> 5
        "module": { "db": { "source": "terraform-aws-modules/rds/aws" }, "//": {} },
                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ terraform-module terraform-aws-modules/rds/aws (module)
        "data": { "aws_ami": { "ubuntu": {} } },
                   ^^^^^^^ terraform-resource aws_ami (data)
        "resource": [{
          "aws_db_instance": { "main": [{ "engine": "mysql" }] },
           ^^^^^^^^^^^^^^^ terraform-resource aws_db_instance (resource)
          "helm_release": { "redis": { "chart": "bitnami/redis" } },
                                                 ^^^^^^^ repository @bitnami
                                                         ^^^^^ helm redis (release)
          "helm_release": { "own": { "chart": "${path_module}/chart" }, "any": { "chart": "${var_name}" } }
                                               ^^^^^^^^^^^^^^^^^^^^ helm ${path_module}/chart (release, local)
                                                                                           ^^^^^^^^^^^ helm ${var_name} (release, expression)
        }]
      }`,
    );
  });

  it('has literal attributes', () => {
    assertRead(
      terraformJson,
      text`
      { "resource": { "a": { "b": {
        "engine": "mysql",
                   ^^^^^ engine = mysql
        "size": 1.5,
                ^^^ size = 1.5
        "name": "${var_name}",
        "network_policy": [{ "provider": "CALICO" }],
                                          ^^^^^^ network_policy.provider = CALICO
        "dynamic": { "logging": { "content": { "kind": "undecided" } } },
        "list": ["a"],
        "none": null
      } } } }`,
      attributeMarks,
    );
  });

  it('leaves out what is half typed, and understands the rest', () => {
    assertRead(
      terraformJson,
      text`
      { "resource": {
        "aws_db_instance": { "b": {
         ^^^^^^^^^^^^^^^ terraform-resource aws_db_instance (resource)
          "engine": "mysql
        } },
        "aws_sns_topic": { "c": {} }
         ^^^^^^^^^^^^^ terraform-resource aws_sns_topic (resource)`,
    );
  });
});

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
