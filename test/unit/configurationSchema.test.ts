import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import Ajv from 'ajv';
import { parse, parseDocument } from 'yaml';
import { technologyShape } from '../../server/src/core/guidance/technologyShape';
import { ruleIds } from '../../server/src/core/model';
import { readConfiguration } from '../../server/src/core/policy/configuration';
import type { ShapeProblem } from '../../server/src/core/policy/shape';

const read = (name: string) => JSON.parse(readFileSync(`data/schemas/${name}.schema.json`, 'utf8'));
const schema = read('configuration');
const accepts = new Ajv({ allowUnionTypes: true, strictRequired: false }).compile(schema);

/** The keys that the server takes where an unknown one stands. */
function keysAt(text: string): string[] {
  const [unknown] = readConfiguration(text).problems.filter((one) => one.kind === 'unknown-key');
  return (unknown?.kind === 'unknown-key' ? (unknown.expected ?? '') : '').split(', ').sort();
}

describe('The schema of the configuration', () => {
  const { properties, definitions } = schema;
  for (const [place, text, keys] of [
    ['the root', 'zz: 1', properties],
    ['an exception', 'exceptions: [{ reason: a, zz: 1 }]', properties.exceptions.items.properties],
    ['a path', 'paths: [{ glob: a, zz: 1 }]', properties.paths.items.properties],
    ['severity', 'severity: { zz: 1 }', definitions.severity.properties],
  ] as const)
    it(`has the keys of ${place} that the server reads`, () => {
      assert.deepEqual(Object.keys(keys).sort(), keysAt(text));
    });

  it('has the rules that there are', () => {
    assert.deepEqual(Object.keys(definitions.severity.properties.rules.properties), [...ruleIds]);
  });

  for (const text of [
    '',
    'stack: docs/stack.md',
    'stack: [a]',
    'mirrors: { registry.acme.com/hub: docker.io }',
    'severity: { rules: { deprecated: hint }, technologies: { axios: "off" } }',
    'severity: { rules: { deprecated: loud } }',
    'severity: { rules: { unknown: hint } }',
    'paths: [{ glob: "core/**", roles: [core-services], severity: { rules: {} } }]',
    'paths: [{ roles: [core-services] }]',
    'paths: [{ glob: /absolute }]',
    'exceptions: [{ technology: rabbitmq, paths: ["legacy/**"], reason: contract, expires: 2027-03-31, owner: a, ticket: b }]',
    'exceptions: [{ identifier: "npm:amqplib", paths: [], reason: vendored }]',
    'exceptions: [{ technology: rabbitmq }]',
    'exceptions: [{ technology: rabbitmq, identifier: "npm:amqplib", reason: both }]',
    'exceptions: [{ reason: neither }]',
    'exceptions: [{ technology: rabbitmq, reason: a, expires: tomorrow }]',
    'baseline: .stack-guidance-baseline.json',
    'unknown: 1',
  ])
    it(`agrees with the server: ${text || '(an empty file)'}`, () => {
      assert.equal(accepts(parse(text)), readConfiguration(text).problems.length === 0);
    });
});

describe('The schema of a technology', () => {
  const technology = read('technology');
  const shape = technologyShape({ technologies: new Set(['a']), roles: new Set(['r']) });
  const keysIn = (text: string) => {
    const problems: ShapeProblem[] = [];
    shape(parseDocument(text).contents, problems);
    return (problems.find((one) => one.kind === 'unknown-key' || one.kind === 'value')?.expected ?? '')
      .split(', ')
      .sort();
  };
  const base = 'id: a\nname: A\nroles: []\nhomepage: https://a.example\n';

  it('has the keys that are read from files of an organisation', () => {
    assert.deepEqual(keysIn(`${base}zz: 1`), Object.keys(technology.properties).sort());
    const { properties, required } = technology.definitions.identifiers.items.anyOf[1];
    assert.deepEqual(keysIn(`${base}identifiers: { npm: [{ name: a, zz: 1 }] }`), Object.keys(properties).sort());
    assert.deepEqual(required, ['name']);
    assert.deepEqual(
      keysIn(`${base}identifiers: { zz: [a] }`),
      Object.keys(technology.properties.identifiers.properties).sort(),
    );
  });
});
