import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from '@cdktn/hcl2json';
import { agreed } from '../support/hclJson';

describe("HCL outline and HashiCorp's parser", () => {
  const folder = 'test/fixtures/hcl';
  for (const name of readdirSync(folder)) {
    it(`agree on ${name}`, async () => {
      const content = readFileSync(`${folder}/${name}`, 'utf8');
      const theirs = await parse(name, content);
      assert.deepEqual(agreed(content, theirs), theirs);
    });
  }
});
