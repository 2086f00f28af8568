import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from '@cdktn/hcl2json';
import { ancestors } from '../../server/src/core/catalog/catalog';
import { recognise } from '../../server/src/core/catalog/recognise';
import { namedTechnologies } from '../../server/src/core/catalog/recommendation';
import { check } from '../../server/src/core/features/diagnostics';
import type { Snippet } from '../../server/src/core/model';
import type { Neighbours } from '../../server/src/core/rules/rule';
import { expandSnippet } from '../../server/src/core/snippets/expand';
import { outline } from '../../server/src/core/syntax/hclOutline';
import { bundled, bundledCatalogs, knowledge } from '../support/bundled';
import { labelOf, sourceOf } from '../support/findings';
import { blocksAsObjects, checkArguments, type Json, type Schema } from '../support/terraformArguments';
import { formatterDiff, misformatted } from '../support/terraformFormat';

/** `npm run data:schemas` writes it. */
const fixture: { providers: Record<string, unknown>; schemas: Record<string, Schema> } = JSON.parse(
  readFileSync('test/fixtures/terraform-schemas.json', 'utf8'),
);

/** Providers that nobody publishes bindings of; their arguments were compared with the providers' documentation. */
const withoutBindings = new Map([
  ['auth0', 'no package of @cdktf or @cdktn; auth0/auth0 1.55, docs/resources'],
  ['confluent', 'no package of @cdktf or @cdktn; confluentinc/confluent 2.83, docs/resources'],
  ['dbtcloud', 'no package of @cdktf or @cdktn; dbt-labs/dbtcloud 1.12, docs/resources'],
  ['keycloak', 'no package of @cdktf or @cdktn; keycloak/keycloak 5.9, docs/resources'],
]);

/** What providers have changed since the version that has bindings. */
const since: Readonly<Record<string, (schema: Schema) => Schema>> = {
  // azurerm 5.0 removed local_authentication_disabled: website/docs/guides/5.0-upgrade-guide
  'resource azurerm_cosmosdb_account': (schema) => withAttribute(schema, 'local_authentication_enabled'),
  // mongodbatlas 2.0 made attributes of all blocks: docs/guides/migrate-to-advanced-cluster-2.0
  'resource mongodbatlas_advanced_cluster': (schema) => withAttribute(blocksAsObjects(schema), 'use_effective_fields'),
};

const withAttribute = (schema: Schema, name: string): Schema => ({
  ...schema,
  attributes: { ...schema.attributes, [name]: false },
});

const alone: Neighbours = { directory: [], ancestors: [], hasTsconfig: false, isVendored: false };
const snippets = bundled.snippets.filter(({ kind }) => kind === 'terraform');
const expanded = (snippet: Snippet) => `${expandSnippet(snippet.body)}\n`;

/** The expansions with each of the choices that a snippet offers, one after the other. */
function variants({ body }: Snippet): string[] {
  const choices = /(\$\{\d+\|)([^|]*)(\|\})/g;
  const most = Math.max(1, ...[...body.matchAll(choices)].map(([, , list = '']) => list.split(',').length));
  return Array.from({ length: most }, (_, turn) =>
    expandSnippet(body.replace(choices, (_all, opening, list, closing) => opening + turned(list, turn) + closing)),
  );
}

function turned(list: string, turn: number): string {
  const choices = list.split(',');
  const first = turn % choices.length;
  return [...choices.slice(first), ...choices.slice(0, first)].join(',');
}

/** Everything that is wrong with the arguments of the blocks of a text. */
async function argumentProblems(name: string, text: string): Promise<string[]> {
  const values = await parse(`${name}.tf`, text);
  return outline(text).blocks.flatMap((block) => {
    const [type = '', label = ''] = block.labels.map(({ value }) => value);
    const key = `${block.type} ${type}`;
    const schema = fixture.schemas[key];
    const without =
      !['resource', 'data', 'provider'].includes(block.type) || withoutBindings.has(type.split('_')[0] ?? '');
    if (!schema) return without ? [] : [`${name}: ${key} is not in the fixture: npm run data:schemas`];
    const ofType = (values[block.type] as Json)[type];
    const [inside] = (label ? (ofType as Json)[label] : ofType) as [Json];
    return checkArguments(block, inside, since[key]?.(schema) ?? schema, `${name}: ${key}`);
  });
}

describe('The Terraform snippets', () => {
  it('are read by HashiCorp with each of their choices', async () => {
    for (const snippet of snippets) {
      const text = variants(snippet).join('\n');
      const read = await parse(`${snippet.name}.tf`, text).catch((error) => assert.fail(`${snippet.name}: ${error}`));
      assert.notDeepEqual(read, {}, snippet.name);
    }
  }).timeout(30_000);

  it('have arguments that the providers know, and all that these require', async () => {
    const problems = await Promise.all(snippets.map((one) => argumentProblems(one.name, expanded(one))));
    assert.deepEqual(problems.flat(), []);
  }).timeout(30_000);

  it('use each of the providers that are said to have no bindings', () => {
    const types = snippets.flatMap((one) => outline(expanded(one)).blocks.map(({ labels }) => labels[0]?.value ?? ''));
    const used = new Set(types.map((type) => type.split('_')[0]));
    assert.deepEqual(
      [...withoutBindings.keys()].filter((prefix) => !used.has(prefix) || fixture.providers[prefix]),
      [],
    );
  });

  it('are formatted', () => {
    const problems = snippets.flatMap((one) => misformatted(expanded(one)).map((problem) => `${one.name}:${problem}`));
    assert.deepEqual(problems, []);
    assert.equal(formatterDiff(snippets.map(expanded)) ?? '', '');
  }).timeout(30_000);

  it('have no finding', () => {
    const findings = snippets.flatMap((snippet) =>
      Object.values(bundledCatalogs).flatMap((catalog) =>
        variants(snippet).flatMap((text) =>
          check(sourceOf('main.tf', text), catalog, alone).map((one) => `${snippet.name}: ${labelOf(one)}`),
        ),
      ),
    );
    assert.deepEqual(findings, []);
  });

  it('pin versions, hold no secrets and take nothing from Bitnami', () => {
    const refused =
      /\blatest\b|bitnami|(?:password|token|private_?key|api_?key|(?<!existing)secret)"?\s*[=:]\s*"[^"$]+"/gi;
    const found = snippets.flatMap(
      (one) =>
        expanded(one)
          .match(refused)
          ?.map((text) => `${one.name}: ${text}`) ?? [],
    );
    assert.deepEqual(found, []);
  });

  it('name a technology that a row of the bundled stack recommends for their role', () => {
    for (const { name, technology, role } of snippets) {
      const rows = bundledCatalogs.en.byRole.get(role) ?? [];
      assert.ok(rows.flatMap((row) => namedTechnologies(row.expression)).includes(technology), `${name}: ${role}`);
    }
  });

  it('use the technology that they name', () => {
    const line = (id: string) => [id, ...ancestors(knowledge.technologies, id)];
    for (const snippet of snippets.filter(({ technology }) => technology !== 'terraform')) {
      const { dependencies } = sourceOf('main.tf', expanded(snippet));
      const found = dependencies
        .flatMap((one) => recognise(one, knowledge))
        .flatMap(({ identifier }) => identifier.speaks);
      assert.ok(found.flatMap(line).includes(snippet.technology), snippet.name);
    }
  });
});

describe('What the Terraform snippets are checked with', () => {
  const schema: Schema = {
    attributes: { name: true, size: false },
    objects: { rules: { required: false, attributes: { action: true } } },
    blocks: { settings: { required: true, attributes: { tier: true } }, notes: { required: false } },
  };
  const problemsOf = async (body: string) => {
    const content = `resource "a" "b" {\n${body}\n}\n`;
    const [block] = outline(content).blocks;
    const values = (await parse('a.tf', content)) as { resource: { a: { b: [Json] } } };
    return checkArguments(block ?? assert.fail(), values.resource.a.b[0], schema, 'a');
  };

  it('knows what is missing, unknown, or written as something else', async () => {
    const right = 'name = "x"\ncount = 2\nrules = [{ action = "x" }]\nsettings {\ntier = 1\n}\nnotes {\nany = 1\n}';
    assert.deepEqual(await problemsOf(right), []);
    assert.deepEqual(await problemsOf('colour = 1'), ['a.colour: unknown', 'a.name: missing', 'a.settings: missing']);
    assert.deepEqual(await problemsOf('name = "x"\nsettings = { tier = 1 }'), [
      'a.settings: is no attribute but a block',
    ]);
    const nested =
      'name = "x"\nrules = [{ act = 1 }]\nsettings {}\ndynamic "settings" {\nfor_each = []\ncontent {\nb = 1\n}\n}';
    assert.deepEqual(await problemsOf(nested), [
      'a.rules.act: unknown',
      'a.rules.action: missing',
      'a.settings.tier: missing',
      'a.settings.b: unknown',
      'a.settings.tier: missing',
    ]);
    assert.deepEqual(await problemsOf('name = "x"\nsettings {\ntier = 1\n}\nrules {}'), [
      'a.rules: is no block but an attribute',
    ]);
  });

  it('knows what terraform fmt would change', () => {
    const right =
      'a "b" {\n  c = 1\n  d = [\n    { "e" = 1 },\n  ]\n  f = g([\n    "=  1",\n  ])\n\n  h = <<-EOT\n   i=1\n  EOT\n}\n';
    const wrong = 'a "b" {\n  c = 1\n  dd = 2 \n   e = {\n  f   = {\n    g   =  1\n  }\n  }\n}\n';
    assert.deepEqual(misformatted(right), []);
    const lines = new Set(misformatted(wrong).map((problem) => Number(problem.split(':')[0])));
    assert.deepEqual([...lines].sort(), [2, 3, 4, 5, 6, 7]);
    for (const [text, isRight] of [
      [right, true],
      [wrong, false],
    ] as const)
      assert.equal((formatterDiff([text]) ?? (isRight ? '' : 'none installed')) === '', isRight);
  }).timeout(30_000);
});
