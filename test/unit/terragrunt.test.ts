import assert from 'node:assert/strict';
import { fileKindOf } from '../../server/src/core/files';
import { terragrunt } from '../../server/src/core/files/terragrunt';
import { applied } from '../../server/src/core/fixes/changes';
import { sourceOf, text } from '../support/findings';
import { assertRead, attributeMarks } from '../support/marks';

describe('terragrunt.hcl', () => {
  it('has the module that it runs, with its inputs', () => {
    assert.equal(fileKindOf({ path: 'a/terragrunt.hcl', head: '' })?.id, 'terragrunt');
    assert.equal(fileKindOf({ path: 'a/root.hcl', head: '' }), undefined);
    assertRead(
      terragrunt,
      text`
      include "root" {
        path = find_in_parent_folders()
      }
      terraform {
        source = "tfr:///terraform-aws-modules/rds/aws//modules/db?a=b&version=6.1.0"
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ terraform-module terraform-aws-modules/rds/aws//modules/db (module)
                                                                               ^^^^^ version 6.1.0
      }
      inputs = {
        engine = "mysql"
        name   = local.name
      }`,
    );
    assertRead(
      terragrunt,
      text`
      terraform { source = "git::https://github.com/terraform-aws-modules/terraform-aws-vpc.git?ref=v5.0.0" }
                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ terraform-module terraform-aws-modules/vpc/aws (module)
                                                                                                    ^^^^^^ version v5.0.0
      terraform { source = "../modules/own" }
                            ^^^^^^^^^^^^^^ terraform-module ../modules/own (module, local)
      terraform { source = "tfr://registry.opentofu.org/a/b/c" }
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ terraform-module a/b/c (module)`,
    );
    const marks = terragrunt
      .read('terraform {\n  source = "tfr:///a/b/c?version=1"\n}\ninputs = { engine = "mysql" }')
      .flatMap(attributeMarks);
    assert.deepEqual(
      marks.map((one) => one.label),
      ['source = a/b/c', 'version = 1', 'engine = mysql'],
    );
  });

  it('is understood while it is being typed', () => {
    for (const content of [
      '',
      'terraform {',
      'terraform { source = "tfr:///" }',
      'terraform { source = "tfr:///a/b/c',
      'terraform { source = local.a }',
    ])
      assert.deepEqual(terragrunt.read(content), [], content);
  });

  it('takes another address of the registry, and another input', () => {
    const replaced = (address: string, by: { name: string; version?: string; attributes?: Record<string, string> }) => {
      const content = `terraform {\n  source = "${address}"\n}\ninputs = {\n  engine = "mysql"\n}\n`;
      const source = sourceOf('terragrunt.hcl', content);
      const [dependency] = source.dependencies;
      const edit = dependency && terragrunt.replace(source, dependency, by);
      return edit ? applied(content, edit.changes) : 'no fix';
    };
    assert.match(replaced('tfr:///a/b/c?version=1', { name: 'd/e/f', version: '2' }), /"tfr:\/\/\/d\/e\/f\?version=2"/);
    assert.equal(replaced('tfr:///a/b/c?version=1', { name: 'd/e/f', version: '~> 2' }), 'no fix');
    assert.equal(replaced('git::https://github.com/a/terraform-aws-b?ref=v1', { name: 'd/e/f' }), 'no fix');
    assert.match(
      replaced('tfr:///a/b/c', { name: 'a/b/c', attributes: { engine: 'postgres' } }),
      /engine = "postgres"/,
    );
  });
});
