import assert from 'node:assert/strict';
import { check } from '../../server/src/core/features/diagnostics';
import { fingerprintsOf, formatBaseline, readBaseline } from '../../server/src/core/policy/baseline';
import { bundledCatalogs } from '../support/bundled';
import { sourceOf } from '../support/findings';

const fingerprintsIn = (path: string, text: string, locale: 'en' | 'fr' = 'en') =>
  fingerprintsOf(check(sourceOf(path, text), bundledCatalogs[locale]));
const broker = (name: string) => `resource "aws_db_instance" "${name}" {\n  engine = "mysql"\n}\n`;

describe('A fingerprint', () => {
  it('is made of rule, technology, identifier and occurrence', () => {
    assert.deepEqual(fingerprintsIn('main.tf', broker('a') + broker('b')), [
      'not-recommended mysql terraform-resource:aws_db_instance 1',
      'not-recommended mysql terraform-resource:aws_db_instance 2',
    ]);
  });

  it('stays when lines move, versions change, and others come before it', () => {
    const before = '{ "dependencies": { "mysql2": "3" } }';
    const after = '{\n\n "dependencies": {\n "kafkajs": "2",\n "amqplib": "1",\n   "mysql2": "^4.0.0" } }';
    const [mysql] = fingerprintsIn('package.json', before);
    assert.ok(mysql && fingerprintsIn('package.json', after).includes(mysql));
  });

  it('has nothing of the message: it is the same in French', () => {
    const text = broker('a');
    assert.deepEqual(fingerprintsIn('main.tf', text, 'fr'), fingerprintsIn('main.tf', text, 'en'));
  });
});

describe('A baseline', () => {
  const baseline = new Map([
    ['b/main.tf', new Set(['y 1', 'x 1'])],
    ['a/é.tf', new Set(['x 1'])],
    ['gone.tf', new Set<string>()],
  ]);

  it('is written sorted, a line for each finding', () => {
    assert.equal(
      formatBaseline(baseline),
      [
        '{',
        '  "version": 1,',
        '  "findings": {',
        '    "a/é.tf": [',
        '      "x 1"',
        '    ],',
        '    "b/main.tf": [',
        '      "x 1",',
        '      "y 1"',
        '    ]',
        '  }',
        '}',
        '',
      ].join('\n'),
    );
  });

  it('is read back', () => {
    const read = readBaseline(formatBaseline(baseline));
    assert.ok(read);
    assert.ok(read.get('b/main.tf')?.has('y 1'));
    assert.equal(formatBaseline(read), formatBaseline(baseline));
  });

  for (const text of ['', 'null', '[]', '{}', '{"version":2,"findings":{}}', '{"version":1,"findings":{"a":[1]}}'])
    it(`is not ${text || 'an empty file'}`, () => assert.equal(readBaseline(text), undefined));
});
