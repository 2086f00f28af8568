import assert from 'node:assert/strict';
import { DidChangeConfigurationNotification } from 'vscode-languageserver-protocol/node';
import { messageOf, pulling, startSession } from '../support/languageServer';

const uri = 'file:///settings/package.json';
const text = '{"dependencies":{"mysql2":"3"}}';
const place = { line: 0, character: 20 };
const refreshing = { ...pulling, workspace: { diagnostics: { refreshSupport: true } } };

describe('Settings of the editor', () => {
  it('turn hover notes off by kind of file', async () => {
    const session = await startSession(pulling, 'en', undefined, { settings: { hover: { 'package-json': false } } });
    session.open(uri, text);
    assert.equal(await session.hover(uri, place), null);
    assert.equal((await session.pull(uri)).length, 1);
    await session.stop();
  });

  it('turn everything off, and on again while it runs', async () => {
    const session = await startSession(refreshing, 'en', undefined, { settings: { enable: false } });
    session.open(uri, text);
    assert.deepEqual([await session.pull(uri), await session.hover(uri, place)], [[], null]);
    const refreshed = session.refreshed();
    await session.connection.sendNotification(DidChangeConfigurationNotification.type, {
      settings: { stackGuidance: { enable: true, locale: 'fr' } },
    });
    await refreshed;
    const [finding] = await session.pull(uri);
    assert.match(finding ? messageOf(finding) : '', /n'est pas recommandé/);
    await session.stop();
  });

  it('stay as they are where an editor tells of others, as Emacs and Helix do after the start', async () => {
    const session = await startSession(pulling, 'en', undefined, { settings: { locale: 'fr' } });
    session.open(uri, text);
    for (const settings of [{}, null, { json: { enable: false } }])
      await session.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
    const [finding] = await session.pull(uri);
    assert.match(finding ? messageOf(finding) : '', /n'est pas recommandé/);
    await session.stop();
  });
});
