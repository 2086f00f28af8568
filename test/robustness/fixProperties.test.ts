import assert from 'node:assert/strict';
import { parse as parseHcl } from '@cdktn/hcl2json';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { recognise } from '../../server/src/core/catalog/recognise';
import type { Identifier } from '../../server/src/core/model';
import { bundled, bundledCatalogs, knowledge } from '../support/bundled';
import { sourceOf } from '../support/findings';
import { fixesIn } from '../support/fixes';
import { manifestOf } from '../support/manifests';

const catalog = bundledCatalogs.en;

/** Parses with the reader that the field trusts; throws where the text is broken. */
async function parse(path: string, text: string): Promise<void> {
  if (path.endsWith('.json')) JSON.parse(text);
  else if (path.endsWith('.tf')) await parseHcl(path, text);
  else if (path.endsWith('.toml')) parseToml(text);
  else if (/\.ya?ml$/.test(path)) parseYaml(text.replaceAll(/\{\{.*?\}\}/g, 'x'));
}

/** A manifest with something before and after, which no fix may touch. */
function surrounded(identifier: Identifier): { path: string; text: string } | undefined {
  const { path, text } = manifestOf(identifier);
  if (path === 'package.json')
    return {
      path,
      text: text.replace('{"dependencies":{', '{"name":"a","dependencies":{"zod":"4",').replace('}}', ',"zx":"8"}}'),
    };
  if (path === 'main.tf')
    return { path, text: `resource "null_resource" "before" {}\n\n${text}\nresource "null_resource" "after" {}\n` };
  if (path === 'Chart.yaml')
    return { path, text: `${text}  - name: after\n    version: 1.0.0\n    repository: https://example.com\n` };
  return { path, text: `# before\n${text}# after\n` };
}

describe('Every replacing fix', () => {
  for (const ecosystem of new Set(bundled.knowledge.identifiers.map((one) => one.ecosystem))) {
    it(`of ${ecosystem} leaves a file that parses, without this finding and otherwise unchanged`, async () => {
      let count = 0;
      for (const identifier of bundled.knowledge.identifiers.filter((one) => one.ecosystem === ecosystem)) {
        const file = surrounded(identifier);
        if (!file) continue;
        for (const fix of fixesIn(file.path, file.text, catalog)) {
          count++;
          const what: string = `${file.text}\n→ ${fix.title}\n${fix.after}`;
          await parse(file.path, fix.after).catch((error) => assert.fail(`${error}\n${what}`));
          assert.equal(stillThere(file.path, fix.after, identifier), false, what);
          assert.deepEqual(others(file.path, fix.after, 1), others(file.path, file.text, 1), what);
        }
      }
      console.log(`      ${count} fixes`);
    }).timeout(60_000);
  }
});

/** Whether the identifier itself is still recognised. */
function stillThere(path: string, text: string, identifier: Identifier): boolean {
  const found = sourceOf(path, text).dependencies.flatMap((one) => recognise(one, knowledge));
  return found.some((one) => one.identifier === identifier);
}

/** The neighbours: the first and the last dependency, and the first and the last line. */
function others(path: string, text: string, lines: number): unknown {
  const names = sourceOf(path, text)
    .dependencies.map((one) => one.name)
    .filter((name) => ['zod', 'zx', 'after', 'null_resource'].includes(name));
  const all = text.split('\n');
  return path === 'package.json' ? names : [names, all.slice(0, lines), all.slice(-lines - 1)];
}
