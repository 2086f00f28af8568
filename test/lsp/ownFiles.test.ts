import assert from 'node:assert/strict';
import { CodeActionRequest, type Diagnostic, FileChangeType } from 'vscode-languageserver-protocol/node';
import { manifest } from '../support/commandLine';
import { messageOf, pulling } from '../support/languageServer';
import { both, Organisation, refreshing, stackOf, words } from '../support/organisation';

describe('The stack of an organisation, while it is written', () => {
  const acme = new Organisation();

  it('is read when nothing but its document is open', async () => {
    acme.folder.write('docs/stack.md', stackOf('MySQL').replace('Redis', 'Reddis'));
    await acme.start();
    acme.open('docs/stack.md');
    await acme.session.shown(acme.uriOf('docs/stack.md'), (now) => now.length === 1);
    const hover = await acme.session.hover(acme.uriOf('docs/stack.md'), { line: 4, character: 26 });
    assert.match(JSON.stringify(hover), /mysql2/);
  });

  it('answers what is asked of the document in the moment of a keystroke', async () => {
    await acme.start();
    acme.open('docs/stack.md');
    await acme.session.hover(acme.uriOf('docs/stack.md'), { line: 4, character: 26 });
    acme.change('docs/stack.md', stackOf('MySQL').replace('Redis', 'Reddis'));
    const actions = acme.session.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: acme.uriOf('docs/stack.md') },
      range: { start: { line: 5, character: 12 }, end: { line: 5, character: 12 } },
      context: { diagnostics: [] },
    });
    assert.match(JSON.stringify(await actions), /"newText":"Redis"/);
  });

  it('is not told of again when it is saved as it is', async () => {
    acme.folder.write('docs/stack.md', stackOf('MySQL').replace('Redis', 'Reddis'));
    await acme.start({}, { hasViews: true });
    acme.open('docs/stack.md');
    await acme.session.shown(acme.uriOf('docs/stack.md'), (now) => now.length === 1);
    const next = acme.session.pushed(acme.uriOf('docs/stack.md'));
    const read = new Promise<void>((resolve) =>
      acme.session.connection.onNotification('stackGuidance/changed', resolve),
    );
    await acme.event('docs/stack.md', FileChangeType.Changed);
    await read;
    acme.change('docs/stack.md', stackOf('MySQL'));
    assert.deepEqual((await next).diagnostics, []);
  });

  describe('tells of a mistake in its document', () => {
    const wrong = stackOf('MySQL').replace('Redis', 'Reddis');
    const document = 'docs/stack.md';
    const told = (count: number) => acme.session.shown(acme.uriOf(document), (now) => now.length === count);
    const pushedNext = () => acme.session.pushed(acme.uriOf(document)).then(({ diagnostics }) => diagnostics.length);
    beforeEach(() => acme.folder.write(document, wrong));

    for (const [client, capabilities] of [
      ['is pushed to', {}],
      ['pulls', refreshing],
    ] as const) {
      it(`without a flicker when all is read again, to a client that ${client}`, async () => {
        await acme.start(capabilities);
        acme.open(document);
        await told(1);
        const between: number[] = [];
        void pushedNext().then((count) => between.push(count));
        await acme.session.connection.sendNotification('stackGuidance/trusted');
        await acme.session.hover(acme.uriOf(document), { line: 4, character: 26 });
        acme.open('.stack-guidance.yaml', 'stack: docs/stack.md\nnope: 1\n');
        await acme.session.shown(acme.uriOf('.stack-guidance.yaml'), (now) => now.length === 1);
        assert.deepEqual(between, []);
      });

      it(`when the configuration comes later, to a client that ${client}`, async () => {
        acme.folder.shell('rm .stack-guidance.yaml');
        await acme.start(capabilities);
        acme.open(document);
        await acme.session.hover(acme.uriOf(document), { line: 4, character: 26 });
        acme.folder.write('.stack-guidance.yaml', 'stack: docs/stack.md\n');
        await acme.event('.stack-guidance.yaml', FileChangeType.Created);
        await told(1);
      });
    }

    it('again when it is opened again', async () => {
      await acme.start();
      acme.open(document);
      await told(1);
      acme.session.close(acme.uriOf(document));
      await acme.session.hover(acme.uriOf(document), { line: 4, character: 26 });
      const next = pushedNext();
      acme.open(document);
      assert.equal(await next, 1);
    });

    it('until no configuration leads to it any more', async () => {
      acme.folder.write('a/.stack-guidance.yaml', 'stack: ../docs/stack.md\n');
      acme.folder.write('a/package.json', both);
      acme.folder.write('b/.stack-guidance.yaml', 'stack: ../docs/stack.md\n');
      acme.folder.write('b/package.json', both);
      await acme.start();
      acme.open('a/package.json');
      acme.open('b/package.json');
      await told(1);
      await Promise.all([acme.tells('a/package.json', 'pg'), acme.tells('b/package.json', 'pg')]);
      acme.folder.write('a/stack.md', stackOf('PostgreSQL'));
      acme.folder.write('b/stack.md', stackOf('PostgreSQL'));
      let isCleared = false;
      void pushedNext().then(() => {
        isCleared = true;
      });
      acme.open('a/.stack-guidance.yaml', 'stack: stack.md\n');
      await acme.tells('a/package.json', 'mysql2');
      assert.equal(isCleared, false);
      acme.open('b/.stack-guidance.yaml', 'stack: stack.md\n');
      await told(0);
    });

    it('and of its technologies, whatever they are called', async () => {
      const path = '.stack-guidance/technologies/values.yaml';
      acme.folder.write(path, 'id: acme\nname: Acme\nroles: [cache]\nhomepage: https://a.example\n');
      await acme.start();
      acme.open('app/package.json');
      await acme.tells('app/package.json', 'pg');
      acme.open(path);
      acme.change(path, 'id: acme\nname: Acme\nroles: [cach]\nhomepage: https://a.example\n');
      await acme.session.shown(acme.uriOf(path), (now) => now.some((one) => /\bcach\b/.test(messageOf(one))));
    });
  });

  it('forgets a baseline that was never saved', async () => {
    acme.folder.write('.stack-guidance.yaml', 'stack: docs/stack.md\nbaseline: known.json\n');
    acme.folder.run(['check', '--write-baseline']);
    await acme.start();
    const severity = (expected: number) =>
      acme.session.shown(acme.uriOf('app/package.json'), ([one]) => one?.severity === expected);
    acme.open('app/package.json');
    await severity(4);
    acme.open('known.json');
    acme.change('known.json', acme.folder.read('known.json').replace('npm:pg', 'npm:other'));
    await severity(2);
    acme.session.close(acme.uriOf('known.json'));
    await severity(4);
  });

  it('is found when it is saved, by clients that do not watch the disk', async () => {
    acme.folder.shell('rm .stack-guidance.yaml');
    await acme.start(pulling);
    acme.open('app/package.json');
    assert.deepEqual(words(await acme.session.pull(acme.uriOf('app/package.json'))), ['mysql2']);
    acme.open('.stack-guidance.yaml', 'stack: docs/stack.md\n');
    acme.folder.write('.stack-guidance.yaml', 'stack: docs/stack.md\n');
    await acme.session.connection.sendNotification('textDocument/didSave', {
      textDocument: { uri: acme.uriOf('.stack-guidance.yaml') },
    });
    assert.deepEqual(words(await acme.session.pull(acme.uriOf('app/package.json'))), ['pg']);
  });

  for (const [manager, written] of [
    ['npm', '.package-lock.json'],
    ['pnpm', '.modules.yaml'],
    ['yarn', '.yarn-state.yml'],
  ] as const)
    it(`is found when ${manager} has installed it`, async () => {
      acme.folder.write('.stack-guidance.yaml', 'stack: npm:@acme/stack\n');
      await acme.start();
      acme.open('.stack-guidance.yaml');
      acme.open('app/package.json');
      const missing = (now: readonly Diagnostic[]) => now.some((one) => /is not installed/.test(messageOf(one)));
      await acme.session.shown(acme.uriOf('.stack-guidance.yaml'), missing);
      acme.folder.write('node_modules/@acme/stack/package.json', '{"name":"@acme/stack"}');
      acme.folder.write('node_modules/@acme/stack/stack.md', stackOf('MySQL'));
      await acme.event(`node_modules/${written}`, FileChangeType.Created);
      await acme.session.shown(acme.uriOf('.stack-guidance.yaml'), (now) => now.length === 0);
      await acme.tells('app/package.json', 'pg');
    });

  it('asks to pull again once for many letters', async () => {
    await acme.start(refreshing, { hasViews: true });
    acme.open('app/package.json');
    await acme.session.pull(acme.uriOf('app/package.json'));
    acme.open('docs/stack.md');
    let times = 0;
    acme.session.connection.onNotification('stackGuidance/changed', () => void times++);
    for (let at = 0; at < 30; at++) acme.change('docs/stack.md', stackOf('PostgreSQL').slice(0, 60 + at));
    acme.change('docs/stack.md', stackOf('PostgreSQL'));
    await acme.session.hover(acme.uriOf('docs/stack.md'), { line: 4, character: 26 });
    assert.deepEqual(words(await acme.session.pull(acme.uriOf('app/package.json'))), ['mysql2']);
    assert.ok(times < 10, String(times));
  });

  it('is known by any way to write its place', async () => {
    const path = 'packages/@acme/app/package.json';
    const escaped = (uri: string) => uri.replaceAll('@', '%40');
    acme.folder.write(path, manifest('pg'));
    acme.folder.write('packages/@acme/.stack-guidance.yaml', 'stack: ../../docs/stack.md\n');
    await acme.start({ ...pulling, workspace: { workspaceEdit: { documentChanges: true } } });
    const configuration = acme.uriOf('packages/@acme/.stack-guidance.yaml');
    assert.notEqual(configuration, escaped(configuration));
    acme.open('packages/@acme/.stack-guidance.yaml', '# mine\nstack: ../../docs/stack.md\n');
    acme.open(path);
    const [finding] = await acme.session.pull(acme.uriOf(path));
    const actions = await acme.session.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: acme.uriOf(path) },
      range: finding?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [] },
    });
    const edits = (actions ?? []).flatMap((action) => ('edit' in action ? (action.edit?.documentChanges ?? []) : []));
    const edit = edits.find((one) => 'textDocument' in one && one.textDocument.uri.includes('.stack-guidance.yaml'));
    assert.ok(edit && 'textDocument' in edit);
    assert.deepEqual(edit.textDocument, { uri: configuration, version: 1 });
    assert.equal(edit.edits[0]?.range.start.line, 2);
  });

  for (const bad of ['file:////srv/share/notes.md', 'file:////srv/share/main.tf', '1 2:foo', 'file:////', ''])
    for (const isFirst of [true, false])
      it(`is not stopped by a document ${isFirst ? 'before' : 'after'} it whose URI is none: ${JSON.stringify(bad)}`, async () => {
        await acme.start(refreshing);
        if (isFirst) acme.session.open(bad, stackOf('MySQL'));
        acme.open('app/package.json');
        assert.deepEqual(words(await acme.session.pull(acme.uriOf('app/package.json'))), ['pg']);
        if (!isFirst) acme.session.open(bad, stackOf('MySQL'));
        await acme.session.hover(bad, { line: 0, character: 0 });
        const refreshed = acme.session.refreshed();
        acme.folder.write('docs/stack.md', stackOf('PostgreSQL'));
        await acme.event('docs/stack.md', FileChangeType.Changed);
        await refreshed;
        assert.deepEqual(words(await acme.session.pull(acme.uriOf('app/package.json'))), ['mysql2']);
        await acme.session.connection.sendNotification('stackGuidance/trusted');
        assert.deepEqual(words(await acme.session.pull(acme.uriOf('app/package.json'))), ['mysql2']);
        acme.session.close(bad);
      });
});
