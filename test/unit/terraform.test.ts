import assert from 'node:assert/strict';
import { terraform } from '../../server/src/core/files/terraform';
import { terraformJson } from '../../server/src/core/files/terraformJson';
import { text } from '../support/findings';
import { assertRead, attributeMarks } from '../support/marks';

/** As wide as what they stand for, so that the marks stand under it. */
const path_module = `\${path.module}`;
const var_name = `\${var.name}`;

describe('Terraform', () => {
  it('is recognised by file name, and without one by language', () => {
    const files: readonly (readonly [path: string, languageId: string, id?: string])[] = [
      ['a/main.tf', '', 'terraform'],
      ['main.tofu', 'plaintext', 'terraform'],
      ['Untitled-1', 'terraform', 'terraform'],
      ['Untitled-1', 'opentofu', 'terraform'],
      ['Untitled-1', 'terraform-vars'],
      ['a.tfvars', 'terraform'],
      ['a.tfvars.json', 'terraform'],
      ['.terraform.lock.hcl', 'terraform'],
      ['main.tf.json', 'json', 'terraform-json'],
      ['main.tofu.json', 'terraform', 'terraform-json'],
    ];
    for (const [path, languageId, id] of files) {
      const kind = [terraform, terraformJson].find((one) => one.matches({ path, languageId, head: '' }));
      assert.equal(kind?.id, id, `${path} ${languageId}`);
    }
  });

  it('has resources and data', () => {
    assertRead(
      terraform,
      text`
      resource "aws_db_instance" "main" {
                ^^^^^^^^^^^^^^^ terraform-resource aws_db_instance (resource)
        engine = "mysql"
      }
      data "AWS_AMI" "ubuntu" {}
            ^^^^^^^ terraform-resource aws_ami (data)
      resource aws_sqs_queue jobs {}
               ^^^^^^^^^^^^^ terraform-resource aws_sqs_queue (resource)
      provider "aws" {}
      variable "aws_sns_topic" {}
      locals { resource = "aws_sns_topic" }`,
    );
  });

  it('has the literal attributes of a resource, also of its nested blocks and objects', () => {
    assertRead(
      terraform,
      text`
      resource "google_container_cluster" "main" {
        name  = "main"
                 ^^^^ name = main
        count = 2 # nodes
                ^ count = 2
        private = true
                  ^^^^ private = true
        zone = var.zone
        tags = { team = "shop", "cost centre" = var.centre }
                         ^^^^ tags.team = shop
        network_policy {
          provider = "CALICO"
                      ^^^^^^ network_policy.provider = CALICO
          a { b { c = "deep" } }
                       ^^^^ network_policy.a.b.c = deep
        }
        network_policy { provider = "second" }
        dynamic "logging" {
          for_each = var.logs
          content { kind = "undecided" }
        }
      }`,
      attributeMarks,
    );
  });

  it('knows which attributes are there without a literal value', () => {
    const [resource] = terraform.read(text`
      resource "a" "b" {
        c = var.c
        d = "x"
        e { f = "${var_name}" }
        dynamic "g" { content { h = 1 } }
        i = null
      }`);
    const known = [...(resource?.attributes?.() ?? [])].map(([path, one]) => `${path} ${one?.value}`);
    assert.deepEqual(known, [
      'c undefined',
      'd x',
      'i undefined',
      'e undefined',
      'e.f undefined',
      'g undefined',
      'g.h undefined',
    ]);
    assert.equal(resource?.label, 'b');
  });

  it('knows the key of an attribute', () => {
    const content = 'resource "a" "b" {\n  engine = "mysql"\n}';
    const engine = terraform.read(content)[0]?.attributes?.().get('engine');
    assert.equal(content.slice(engine?.keySpan?.start, engine?.keySpan?.end), 'engine');
  });

  it('has the required providers', () => {
    assertRead(
      terraform,
      text`
      terraform {
        required_version = ">= 1.5"
        required_providers {
          aws = { source = "hashicorp/aws", version = "~> 5" }
                            ^^^^^^^^^^^^^ terraform-provider hashicorp/aws (provider)
                                                       ^^^^ version ~> 5
          dog = {
            source = "registry.terraform.io/DataDog/datadog"
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ terraform-provider datadog/datadog (provider)
            configuration_aliases = [dog.eu]
          }
          tofu   = { source = "registry.opentofu.org/opentofu/random" }
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ terraform-provider opentofu/random (provider)
          short  = { source = "google" }
                               ^^^^^^ terraform-provider hashicorp/google (provider)
          own    = { source = "registry.acme.com/acme/cloud" }
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ terraform-provider registry.acme.com/acme/cloud (provider)
          legacy = "~> 3"
          half   = { source = "hashicorp/" }
          odd    = { source = "a/b/c/d" }
        }
      }`,
    );
  });

  it('has modules of registries and their repositories', () => {
    assertRead(
      terraform,
      text`
      module "a" {
        source  = "terraform-aws-modules/RDS/aws//modules/db_instance"
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ terraform-module terraform-aws-modules/rds/aws//modules/db_instance (module)
        version = "6.1.0"
                   ^^^^^ version 6.1.0
      }
      module "b" { source = "registry.terraform.io/terraform-aws-modules/eks/aws" }
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ terraform-module terraform-aws-modules/eks/aws (module)
      module "c" { source = "app.terraform.io/acme/eks/aws" }
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ terraform-module app.terraform.io/acme/eks/aws (module)
      module "d" { source = "git::https://github.com/terraform-google-modules/terraform-google-kubernetes-engine.git//modules/x?ref=v1" }
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ terraform-module terraform-google-modules/kubernetes-engine/google (module)
      module "e" { source = "github.com/cloudposse/terraform-aws-msk-apache-kafka-cluster?ref=1.2.3" }
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ terraform-module cloudposse/msk-apache-kafka-cluster/aws (module)
      module "f" { source = "git@github.com:cloudposse/terraform-aws-mq-broker.git" }
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ terraform-module cloudposse/mq-broker/aws (module)
      module "g" { source = "../network" }
                             ^^^^^^^^^^ terraform-module ../network (module, local)
      module "h" { source = "github.com/acme/infrastructure" }
      module "i" { source = "s3::https://s3.amazonaws.com/modules/vpc.zip" }
      module "j" { source = "git::ssh://git@git.acme.com/modules/rds.git" }
      module "k" { source = "${var_name}/rds/aws" }
      module "l" {}`,
    );
  });

  it('has the literal inputs of a module', () => {
    assertRead(
      terraform,
      text`
      module "db" {
        source = "terraform-aws-modules/rds/aws"
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ source = terraform-aws-modules/rds/aws
        engine = "mysql"
                  ^^^^^ engine = mysql
        addons = {
          coredns = { most_recent = true }
                                    ^^^^ addons.coredns.most_recent = true
        }
        name   = var.name
      }`,
      attributeMarks,
    );
  });

  it('has charts instead of helm_release', () => {
    assertRead(
      terraform,
      text`
      resource "helm_release" "a" {
        name       = "cache"
        repository = "https://charts.bitnami.com/bitnami"
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ repository https://charts.bitnami.com/bitnami
        chart      = "redis"
                      ^^^^^ helm redis (release)
        version    = "17.0.0"
                      ^^^^^^ version 17.0.0
        set {
          name  = "chart"
          value = "x"
        }
      }
      resource "helm_release" "b" { chart = "oci://registry-1.docker.io/bitnamicharts/kafka" }
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ repository oci://registry-1.docker.io/bitnamicharts
                                                                                      ^^^^^ helm kafka (release)
      resource "helm_release" "c" { chart = "bitnami/mysql" }
                                             ^^^^^^^ repository @bitnami
                                                     ^^^^^ helm mysql (release)
      resource "helm_release" "d" { chart = "./charts/redis" }
                                             ^^^^^^^^^^^^^^ helm ./charts/redis (release, local)
      resource "helm_release" "e" { chart = "${path_module}/charts/redis" }
                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^ helm ${path_module}/charts/redis (release, local)
      resource "helm_release" "f" { chart = var.chart }
                                            ^^^^^^^^^ helm var.chart (release, expression)
      resource "helm_release" "g" { chart = "${var_name}-redis" }
                                             ^^^^^^^^^^^^^^^^^ helm ${var_name}-redis (release, expression)
      resource "helm_release" "h" { chart = "deploy/charts/redis" }
                                             ^^^^^^^^^^^^^^^^^^^ helm deploy/charts/redis (release, local)
      resource "helm_release" "i" { chart = "https://charts.acme.com/redis-1.0.0.tgz" }
      resource "helm_release" "j" { chart = "oci://" }
      resource "helm_release" "k" {}`,
    );
  });

  it('leaves out what is half typed, and understands the rest', () => {
    assertRead(
      terraform,
      text`
      resource "aws_sqs_queue" "a"
      resource "aws_sqs_queue "b" {
      resource "aws_sns_topic" "c {
      module "d" {
        source = "terraform-aws-modules/rds/aws
      }
      terraform {
        required_providers {
          aws    = { source = "hashicorp/aws
          google = { source = "hashicorp/google" }
                               ^^^^^^^^^^^^^^^^ terraform-provider hashicorp/google (provider)
      resource "helm_release" "e" {
        chart = "redis
      }
      resource "helm_release" "f" {
        chart = "${var_name}
      resource "" "g" {}
      resource "aws_db_instance" "h" {
                ^^^^^^^^^^^^^^^ terraform-resource aws_db_instance (resource)
        engine =`,
    );
  });

  it('has charts that are only rendered', () => {
    assertRead(
      terraform,
      text`
      data "helm_template" "x" {
        chart      = "kyverno"
                      ^^^^^^^ helm kyverno (data)
        repository = "https://kyverno.github.io/kyverno"
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ repository https://kyverno.github.io/kyverno
      }`,
    );
  });
});
