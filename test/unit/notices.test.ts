import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { bundledPackages, noticesOf, problemOf } from '../../scripts/lib/notices.mjs';

const package_ = { name: 'x', version: '1.0.0', licence: 'MIT', text: 'Copyright somebody' };

describe('The notices of third parties', () => {
  const written = readFileSync('dist/THIRD-PARTY-NOTICES.txt', 'utf8');

  it('name what is in the bundles, with the text of its licence', () => {
    for (const name of [
      'yaml',
      'vscode-languageserver',
      'vscode-uri',
      'jsonc-parser',
      'commander',
      'mdast-util-from-markdown',
    ])
      assert.match(written, new RegExp(`^${name} \\d+\\.\\d+\\.\\d+ \\((MIT|ISC)\\)\\n\\n[^]*?Copyright`, 'm'), name);
  });

  it('name no tools that only build and test', () => {
    assert.doesNotMatch(written, /^(esbuild|typescript|mocha|axe-core) /m);
  });

  it('are shipped', () => {
    const { files } = JSON.parse(readFileSync('package.json', 'utf8'));
    assert.ok(files.includes('dist/THIRD-PARTY-NOTICES.txt'));
  });

  it('are read from the packages themselves', () => {
    const [found, ...others] = bundledPackages(
      ['node_modules/yaml/dist/a.js', 'node_modules/yaml/b.js', 'server/x.ts'],
      '.',
    );
    assert.deepEqual([found?.name, found?.licence, others], ['yaml', 'ISC', []]);
    assert.match(found ? noticesOf([found]) : '', /Eemeli Aro/);
  });

  it('end the build where a licence is missing or none that is allowed', () => {
    assert.equal(problemOf(package_), undefined);
    assert.match(problemOf({ ...package_, licence: 'GPL-3.0' }) ?? '', /GPL-3\.0 is not on the list/);
    assert.match(problemOf({ ...package_, licence: '' }) ?? '', /\(none\)/);
    assert.match(problemOf({ ...package_, text: '' }) ?? '', /no text/);
  });
});
