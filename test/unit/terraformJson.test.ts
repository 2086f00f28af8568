import { terraformJson } from '../../server/src/core/files/terraformJson';
import { text } from '../support/findings';
import { assertRead, attributeMarks } from '../support/marks';

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
