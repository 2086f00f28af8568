import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileKinds } from '../../server/src/core/files';
import { readSettings } from '../../server/src/lsp/settings';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const declared = manifest.contributes.configuration.properties;

describe('Settings', () => {
  it('are those that the editor offers', () => {
    assert.deepEqual(Object.keys(declared), [
      'stackGuidance.enable',
      'stackGuidance.hover',
      'stackGuidance.locale',
      'stackGuidance.trace.server', // read by the client library
    ]);
  });

  it('offer a hover switch for each kind of file', () => {
    const ids = new Set(fileKinds.map((kind) => kind.id));
    assert.deepEqual(Object.keys(declared['stackGuidance.hover'].properties).sort(), [...ids].sort());
  });

  it('have the defaults that the editor shows', () => {
    const defaults = Object.fromEntries(
      Object.entries<{ default: unknown }>(declared).map(([name, one]) => [name.split('.')[1], one.default]),
    );
    assert.deepEqual(readSettings(defaults), readSettings(undefined));
  });

  it('are read', () => {
    const settings = readSettings({ enable: false, hover: { 'package-json': false, terraform: true }, locale: 'fr' });
    assert.deepEqual(settings, { isEnabled: false, silentHovers: new Set(['package-json']), locale: 'fr' });
  });

  for (const strange of [undefined, null, 1, 'a', [], { enable: 'no', hover: [], locale: 'de' }])
    it(`are the defaults for ${JSON.stringify(strange)}`, () => {
      assert.deepEqual(readSettings(strange), { isEnabled: true, silentHovers: new Set(), locale: undefined });
    });
});
