import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  CodeActionRequest,
  type Diagnostic,
  DidChangeWatchedFilesNotification,
  FileChangeType,
} from 'vscode-languageserver-protocol/node';
import { type Folder, makeFolder, manifest } from '../support/commandLine';
import { messageOf, pulling, type Session, startSession } from '../support/languageServer';

const stackOf = (database: string) => `# Stack of Acme

| Component | Technology | Why |
|---|---|---|
| Relational database | ${database} | We know it |
| Cache | Redis | |
`;
const both = manifest('pg', 'mysql2');
const refreshing = { ...pulling, workspace: { diagnostics: { refreshSupport: true } } };

describe('The stack of an organisation', () => {
  let folder: Folder;
  let session: Session;
  let running: Session | undefined;
  const uriOf = (path: string) => pathToFileURL(join(folder.root, path)).toString();
  const start = async (capabilities: object = {}, options: object = {}, roots: readonly string[] = ['.']) => {
    session = await startSession(capabilities, 'en', roots.map(uriOf), options);
    running = session;
  };
  const open = (path: string, text = folder.read(path)) => session.open(uriOf(path), text);
  const change = (path: string, text: string) => session.change(uriOf(path), { text });
  const event = (path: string, type: FileChangeType) =>
    session.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: uriOf(path), type }],
    });
  const words = (diagnostics: readonly Diagnostic[]) =>
    diagnostics
      .map(messageOf)
      .map((message) => /(\S+) is not/.exec(message)?.[1]?.toLowerCase().replace(/[()]/g, '') ?? message);
  /** Waits until just these packages are told of. */
  const tells = (path: string, ...names: string[]) =>
    session.shown(uriOf(path), (now) => words(now).join() === names.join());

  beforeEach(() => {
    folder = makeFolder();
    folder.write('.git/HEAD', '');
    folder.write('.stack-guidance.yaml', 'stack: docs/stack.md\n');
    folder.write('docs/stack.md', stackOf('MySQL'));
    folder.write('app/package.json', both);
  });
  afterEach(async () => {
    await running?.stop();
    running = undefined;
    folder.remove();
  });

  it('governs what lies below', async () => {
    await start();
    open('app/package.json');
    const [found] = await tells('app/package.json', 'pg');
    assert.match(
      found ? messageOf(found) : '',
      /^PostgreSQL \(pg\) is not recommended for Relational database\. .*MySQL/,
    );
    const hover = await session.hover(uriOf('app/package.json'), { line: 2, character: 6 });
    assert.match(JSON.stringify(hover), /We know it/);
  });

  it('is followed by the command line alike', () => {
    const { status, stdout } = folder.run(['check']);
    assert.equal(status, 1);
    assert.match(stdout, /^app\/package\.json:3:6: warning: PostgreSQL \(pg\) is not recommended/);
    assert.doesNotMatch(stdout, /mysql2/);
  });

  it('turns the verdicts of open files around while it is edited', async () => {
    await start();
    open('app/package.json');
    await tells('app/package.json', 'pg');
    open('docs/stack.md');
    change('docs/stack.md', stackOf('PostgreSQL'));
    await tells('app/package.json', 'mysql2');
    change('docs/stack.md', stackOf('MySQL'));
    await tells('app/package.json', 'pg');
  });

  it('asks clients that pull to pull again', async () => {
    await start(refreshing);
    open('app/package.json');
    assert.deepEqual(words(await session.pull(uriOf('app/package.json'))), ['pg']);
    open('docs/stack.md');
    const refreshed = session.refreshed();
    change('docs/stack.md', stackOf('PostgreSQL'));
    await refreshed;
    assert.deepEqual(words(await session.pull(uriOf('app/package.json'))), ['mysql2']);
  });

  it('stays as it was while configuration or document are broken, which stands on them', async () => {
    await start();
    open('app/package.json');
    await tells('app/package.json', 'pg');
    open('.stack-guidance.yaml');
    change('.stack-guidance.yaml', 'stack: docs/stack.md\nstakc: 1\n');
    const [error] = await session.shown(uriOf('.stack-guidance.yaml'), (now) => now.length === 1);
    assert.deepEqual(error?.range, { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } });
    assert.equal(error?.severity, 1);
    assert.match(error ? messageOf(error) : '', /stakc/);
    change('.stack-guidance.yaml', 'stack: docs/stack.md\n');
    await session.shown(uriOf('.stack-guidance.yaml'), (now) => now.length === 0);
    open('docs/stack.md', '# nothing left\n');
    await session.shown(uriOf('docs/stack.md'), (now) => now.length === 1);
    change('app/package.json', manifest('pg'));
    await tells('app/package.json', 'pg');
  });

  it('that was never valid gives no verdicts', async () => {
    folder.write('.stack-guidance.yaml', 'stack: docs/other.md\n');
    await start(refreshing);
    open('app/package.json');
    assert.deepEqual(await session.pull(uriOf('app/package.json')), []);
    const [error] = await session.shown(uriOf('.stack-guidance.yaml'), (now) => now.length === 1);
    assert.deepEqual(error?.range, { start: { line: 0, character: 7 }, end: { line: 0, character: 20 } });
    folder.write('docs/other.md', stackOf('MySQL'));
    const refreshed = session.refreshed();
    await event('docs/other.md', FileChangeType.Created);
    await refreshed;
    assert.deepEqual(words(await session.pull(uriOf('app/package.json'))), ['pg']);
  });

  it('that is not valid ends the command line with each error in its place', () => {
    folder.write('.stack-guidance.yaml', 'stack: docs/stack.md\nseverity: { rules: { deprecated: loud } }\n');
    const { status, stdout, stderr } = folder.run(['check', '--format', 'json']);
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /^stack-guidance: \.stack-guidance\.yaml:2:34: /);
  });

  it('knows technologies of its own, without a restart', async () => {
    folder.write('app/package.json', manifest('@acme/store'));
    await start(refreshing);
    open('app/package.json');
    assert.deepEqual(await session.pull(uriOf('app/package.json')), []);
    const refreshed = session.refreshed();
    folder.write(
      '.stack-guidance/technologies/acme-store.yaml',
      'id: acme-store\nname: Acme Store\nroles: [relational-database]\nhomepage: https://acme.example\nidentifiers:\n  npm: ["@acme/store"]\n',
    );
    await event('.stack-guidance/technologies/acme-store.yaml', FileChangeType.Created);
    await refreshed;
    assert.deepEqual(words(await session.pull(uriOf('app/package.json'))), ['@acme/store']);
    assert.match(folder.run(['check']).stdout, /Acme Store \(@acme\/store\) is not recommended/);
  });

  it('tells of a broken technology on its own file', async () => {
    folder.write(
      '.stack-guidance/technologies/acme.yaml',
      'id: acme\nname: Acme\nroles: [cach]\nhomepage: https://a.example\n',
    );
    await start();
    open('app/package.json');
    const [error] = await session.shown(uriOf('.stack-guidance/technologies/acme.yaml'), (now) => now.length === 1);
    assert.equal(error?.range.start.line, 2);
    assert.match(error ? messageOf(error) : '', /cach/);
    await tells('app/package.json', 'pg');
  });

  it('has roles of its own', () => {
    folder.write('.stack-guidance/roles.yaml', '- { id: ledger, name: Ledger }\n');
    folder.write(
      '.stack-guidance/technologies/mysql.yaml',
      'id: mysql\nname: MySQL\nroles: [ledger]\nhomepage: https://www.mysql.com\n',
    );
    folder.write('docs/stack.md', '| Component | Technology |\n|---|---|\n| Ledger | PostgreSQL |\n');
    folder.write('app/package.json', manifest('mysql2'));
    assert.match(folder.run(['check']).stdout, /\(mysql2\) is not recommended for Ledger/);
  });

  it('is the nearest one', async () => {
    folder.write('app/.stack-guidance.yaml', 'stack: stack.md\n');
    folder.write('app/stack.md', stackOf('PostgreSQL'));
    await start();
    open('app/package.json');
    await tells('app/package.json', 'mysql2');
    assert.match(folder.run(['check']).stdout, /mysql2/);
    const refreshed = tells('app/package.json', 'pg');
    folder.shell('rm app/.stack-guidance.yaml');
    await event('app/.stack-guidance.yaml', FileChangeType.Deleted);
    await refreshed;
  });

  it('is that of the folder in a workspace of several', async () => {
    folder.write('other/.stack-guidance.yaml', 'stack: stack.md\n');
    folder.write('other/stack.md', stackOf('PostgreSQL'));
    folder.write('other/package.json', both);
    await start({}, {}, ['app', 'other']);
    open('app/package.json');
    open('other/package.json');
    await Promise.all([tells('app/package.json', 'pg'), tells('other/package.json', 'mysql2')]);
  });

  it('is read from above the opened folder only where that is trusted', async () => {
    await start(refreshing, { isTrusted: false }, ['app']);
    open('app/package.json');
    assert.deepEqual(words(await session.pull(uriOf('app/package.json'))), ['mysql2']);
    const refreshed = session.refreshed();
    await session.connection.sendNotification('stackGuidance/trusted');
    await refreshed;
    assert.deepEqual(words(await session.pull(uriOf('app/package.json'))), ['pg']);
  });

  for (const [what, path] of [
    ['by ..', '../outside.md'],
    ['by a link', 'linked.md'],
    ['by an absolute path', '/etc/hostname'],
  ] as const)
    it(`is never read from outside of the repository ${what}`, () => {
      const repository = 'inner';
      folder.write('outside.md', stackOf('MySQL'));
      folder.write(`${repository}/.git/HEAD`, '');
      folder.write(`${repository}/.stack-guidance.yaml`, `stack: ${path}\n`);
      folder.write(`${repository}/package.json`, both);
      if (path === 'linked.md') symlinkSync(join(folder.root, 'outside.md'), join(folder.root, repository, path));
      const { status, stderr } = folder.run(['check'], {}, repository);
      assert.equal(status, 2);
      assert.match(
        stderr,
        /\.stack-guidance\.yaml:1:8: .*cannot be read, is too large, or is outside of the repository/,
      );
    });

  it('may come from a package', () => {
    folder.write('.stack-guidance.yaml', 'stack: npm:@acme/stack\n');
    folder.write('node_modules/@acme/stack/package.json', '{"name":"@acme/stack"}');
    folder.write('node_modules/@acme/stack/stack.md', stackOf('MySQL'));
    assert.match(folder.run(['check']).stdout, /\(pg\) is not/);
    folder.write('node_modules/@acme/stack/package.json', '{"stackGuidance":"radar.md"}');
    folder.write('node_modules/@acme/stack/radar.md', stackOf('PostgreSQL'));
    assert.match(folder.run(['check']).stdout, /\(mysql2\) is not/);
  });

  it('may be chosen on the command line', () => {
    folder.write('policy/strict.yaml', 'stack: stack.md\nseverity: { technologies: { mysql: error } }\n');
    folder.write('policy/stack.md', stackOf('PostgreSQL'));
    const { status, stdout } = folder.run(['check', '--config', 'policy/strict.yaml']);
    assert.equal(status, 1);
    assert.match(stdout, /error: MySQL \(mysql2\)/);
  });

  it('maps registries of its own', () => {
    folder.write('.stack-guidance.yaml', 'stack: docs/stack.md\nmirrors: { registry.acme.com/hub: docker.io }\n');
    folder.write('values.yaml', 'image: registry.acme.com/hub/library/postgres:16\n');
    assert.match(folder.run(['check']).stdout, /values\.yaml:1:8: warning: PostgreSQL \(.*postgres\)/);
  });

  it('says what is known already as hints, and does not count it', async () => {
    folder.write('.stack-guidance.yaml', 'stack: docs/stack.md\nbaseline: known.json\n');
    assert.equal(folder.run(['check']).status, 1);
    assert.equal(folder.run(['check', '--write-baseline']).status, 0);
    assert.match(folder.read('known.json'), /app\/package\.json/);
    assert.equal(folder.run(['check']).status, 0);
    folder.write('app/package.json', manifest('pg', 'mysql2', 'memcached'));
    await start();
    open('app/package.json');
    const found = await tells('app/package.json', 'pg', 'memcached');
    assert.deepEqual(
      found.map((one) => one.severity),
      [4, 2],
    );
  });

  it('excepts what its configuration says, in both', async () => {
    folder.write(
      '.stack-guidance.yaml',
      'stack: docs/stack.md\nexceptions:\n  - { technology: postgresql, paths: ["app/**"], reason: contract, expires: 2999-01-01 }\n',
    );
    folder.write('package.json', manifest('pg'));
    await start(pulling);
    open('app/package.json');
    open('package.json');
    assert.deepEqual(await session.pull(uriOf('app/package.json')), []);
    assert.deepEqual(words(await session.pull(uriOf('package.json'))), ['pg']);
    const { findings, suppressed } = JSON.parse(folder.run(['check', '--format', 'json']).stdout);
    assert.deepEqual([findings.length, suppressed.length], [1, 1]);
    assert.deepEqual(suppressed[0].exception, { reason: 'contract', expires: '2999-01-01' });
  });

  it('tells of exceptions that cover nothing any more, in a check of its whole folder only', () => {
    folder.write(
      '.stack-guidance.yaml',
      'stack: docs/stack.md\nexceptions:\n  - { technology: postgresql, reason: contract }\n  - { technology: kafka, reason: gone }\n',
    );
    folder.write('main.tf', '# stack-guidance-ignore mysql: gone\nresource "aws_sqs_queue" "a" {}\n');
    const unused = (...paths: string[]) =>
      [...folder.run(['check', ...paths]).stdout.matchAll(/^(.*): information: .*\(unused-exception\)$/gm)].map(
        ([, place]) => place,
      );
    assert.deepEqual(unused().sort(), ['.stack-guidance.yaml:4:5', 'main.tf:1:1']);
    assert.deepEqual(unused('app'), []);
    assert.deepEqual(unused('--shard', '1/2').concat(unused('--shard', '2/2')), []);
  });

  it('says that an exception of an enforced row is none, and judges all the same', async () => {
    folder.write(
      'docs/stack.md',
      '| Component | Technology | Enforce |\n|---|---|---|\n| Relational database | MySQL | yes |\n',
    );
    folder.write('.stack-guidance.yaml', 'stack: docs/stack.md\nexceptions: [{ technology: postgresql, reason: a }]\n');
    const { status, stdout } = folder.run(['check']);
    assert.equal(status, 1);
    assert.match(stdout, /^\.stack-guidance\.yaml:2:14: error: /m);
    assert.match(stdout, /\(pg\) is not recommended/);
  });

  it('is told to be broken even where there is nothing to check', () => {
    folder.shell('rm -r app');
    folder.write('.stack-guidance.yaml', 'stack: [\n');
    assert.equal(folder.run(['check']).status, 2);
  });

  it('opens the row behind a finding, in clients that can', async () => {
    await start(pulling, { hasViews: true });
    open('app/package.json');
    const [finding] = await session.pull(uriOf('app/package.json'));
    const actions = await session.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: uriOf('app/package.json') },
      range: finding?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [] },
    });
    const why = actions?.find(({ title }) => title.startsWith('Why?'));
    assert.deepEqual(why?.command, {
      title: 'Why? Open “Relational database” in the stack document',
      command: 'stackGuidance.openRow',
      arguments: [{ row: { line: 4 }, document: uriOf('docs/stack.md') }],
    });
  });

  it('says in the document how a technology is recognised, and offers the right word for a wrong one', async () => {
    folder.write('docs/stack.md', stackOf('MySQL').replace('Redis', 'Reddis'));
    await start();
    open('app/package.json');
    open('docs/stack.md');
    const [unknown] = await session.shown(uriOf('docs/stack.md'), (now) => now.length === 1);
    assert.match(unknown ? messageOf(unknown) : '', /Reddis/);
    const hover = await session.hover(uriOf('docs/stack.md'), { line: 4, character: 26 });
    assert.match(JSON.stringify(hover), /mysql2/);
    const actions = await session.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: uriOf('docs/stack.md') },
      range: unknown?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: unknown ? [unknown] : [] },
    });
    assert.match(JSON.stringify(actions), /"newText":"Redis"/);
    assert.match(folder.run(['check']).stdout, /docs\/stack\.md:6:11: warning: .*Reddis/);
  });

  it('is read when nothing but its document is open', async () => {
    folder.write('docs/stack.md', stackOf('MySQL').replace('Redis', 'Reddis'));
    await start();
    open('docs/stack.md');
    await session.shown(uriOf('docs/stack.md'), (now) => now.length === 1);
    const hover = await session.hover(uriOf('docs/stack.md'), { line: 4, character: 26 });
    assert.match(JSON.stringify(hover), /mysql2/);
  });

  it('answers what is asked of the document in the moment of a keystroke', async () => {
    await start();
    open('docs/stack.md');
    await session.hover(uriOf('docs/stack.md'), { line: 4, character: 26 });
    change('docs/stack.md', stackOf('MySQL').replace('Redis', 'Reddis'));
    const actions = session.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: uriOf('docs/stack.md') },
      range: { start: { line: 5, character: 12 }, end: { line: 5, character: 12 } },
      context: { diagnostics: [] },
    });
    assert.match(JSON.stringify(await actions), /"newText":"Redis"/);
  });

  it('is not told of again when it is saved as it is', async () => {
    folder.write('docs/stack.md', stackOf('MySQL').replace('Redis', 'Reddis'));
    await start({}, { hasViews: true });
    open('docs/stack.md');
    await session.shown(uriOf('docs/stack.md'), (now) => now.length === 1);
    const next = session.pushed(uriOf('docs/stack.md'));
    const read = new Promise<void>((resolve) => session.connection.onNotification('stackGuidance/changed', resolve));
    await event('docs/stack.md', FileChangeType.Changed);
    await read;
    change('docs/stack.md', stackOf('MySQL'));
    assert.deepEqual((await next).diagnostics, []);
  });

  describe('tells of a mistake in its document', () => {
    const wrong = stackOf('MySQL').replace('Redis', 'Reddis');
    const document = 'docs/stack.md';
    const told = (count: number) => session.shown(uriOf(document), (now) => now.length === count);
    const pushedNext = () => session.pushed(uriOf(document)).then(({ diagnostics }) => diagnostics.length);
    beforeEach(() => folder.write(document, wrong));

    for (const [client, capabilities] of [
      ['is pushed to', {}],
      ['pulls', refreshing],
    ] as const) {
      it(`without a flicker when all is read again, to a client that ${client}`, async () => {
        await start(capabilities);
        open(document);
        await told(1);
        const between: number[] = [];
        void pushedNext().then((count) => between.push(count));
        await session.connection.sendNotification('stackGuidance/trusted');
        await session.hover(uriOf(document), { line: 4, character: 26 });
        open('.stack-guidance.yaml', 'stack: docs/stack.md\nnope: 1\n');
        await session.shown(uriOf('.stack-guidance.yaml'), (now) => now.length === 1);
        assert.deepEqual(between, []);
      });

      it(`when the configuration comes later, to a client that ${client}`, async () => {
        folder.shell('rm .stack-guidance.yaml');
        await start(capabilities);
        open(document);
        await session.hover(uriOf(document), { line: 4, character: 26 });
        folder.write('.stack-guidance.yaml', 'stack: docs/stack.md\n');
        await event('.stack-guidance.yaml', FileChangeType.Created);
        await told(1);
      });
    }

    it('again when it is opened again', async () => {
      await start();
      open(document);
      await told(1);
      session.close(uriOf(document));
      await session.hover(uriOf(document), { line: 4, character: 26 });
      const next = pushedNext();
      open(document);
      assert.equal(await next, 1);
    });

    it('until no configuration leads to it any more', async () => {
      folder.write('a/.stack-guidance.yaml', 'stack: ../docs/stack.md\n');
      folder.write('a/package.json', both);
      folder.write('b/.stack-guidance.yaml', 'stack: ../docs/stack.md\n');
      folder.write('b/package.json', both);
      await start();
      open('a/package.json');
      open('b/package.json');
      await told(1);
      await Promise.all([tells('a/package.json', 'pg'), tells('b/package.json', 'pg')]);
      folder.write('a/stack.md', stackOf('PostgreSQL'));
      folder.write('b/stack.md', stackOf('PostgreSQL'));
      let isCleared = false;
      void pushedNext().then(() => {
        isCleared = true;
      });
      open('a/.stack-guidance.yaml', 'stack: stack.md\n');
      await tells('a/package.json', 'mysql2');
      assert.equal(isCleared, false);
      open('b/.stack-guidance.yaml', 'stack: stack.md\n');
      await told(0);
    });

    it('and of its technologies, whatever they are called', async () => {
      const path = '.stack-guidance/technologies/values.yaml';
      folder.write(path, 'id: acme\nname: Acme\nroles: [cache]\nhomepage: https://a.example\n');
      await start();
      open('app/package.json');
      await tells('app/package.json', 'pg');
      open(path);
      change(path, 'id: acme\nname: Acme\nroles: [cach]\nhomepage: https://a.example\n');
      await session.shown(uriOf(path), (now) => now.some((one) => /\bcach\b/.test(messageOf(one))));
    });
  });

  it('forgets a baseline that was never saved', async () => {
    folder.write('.stack-guidance.yaml', 'stack: docs/stack.md\nbaseline: known.json\n');
    folder.run(['check', '--write-baseline']);
    await start();
    const severity = (expected: number) =>
      session.shown(uriOf('app/package.json'), ([one]) => one?.severity === expected);
    open('app/package.json');
    await severity(4);
    open('known.json');
    change('known.json', folder.read('known.json').replace('npm:pg', 'npm:other'));
    await severity(2);
    session.close(uriOf('known.json'));
    await severity(4);
  });

  it('is found when it is saved, by clients that do not watch the disk', async () => {
    folder.shell('rm .stack-guidance.yaml');
    await start(pulling);
    open('app/package.json');
    assert.deepEqual(words(await session.pull(uriOf('app/package.json'))), ['mysql2']);
    open('.stack-guidance.yaml', 'stack: docs/stack.md\n');
    folder.write('.stack-guidance.yaml', 'stack: docs/stack.md\n');
    await session.connection.sendNotification('textDocument/didSave', {
      textDocument: { uri: uriOf('.stack-guidance.yaml') },
    });
    assert.deepEqual(words(await session.pull(uriOf('app/package.json'))), ['pg']);
  });

  it('asks to pull again once for many letters', async () => {
    await start(refreshing, { hasViews: true });
    open('app/package.json');
    await session.pull(uriOf('app/package.json'));
    open('docs/stack.md');
    let times = 0;
    session.connection.onNotification('stackGuidance/changed', () => void times++);
    for (let at = 0; at < 30; at++) change('docs/stack.md', stackOf('PostgreSQL').slice(0, 60 + at));
    change('docs/stack.md', stackOf('PostgreSQL'));
    await session.hover(uriOf('docs/stack.md'), { line: 4, character: 26 });
    assert.deepEqual(words(await session.pull(uriOf('app/package.json'))), ['mysql2']);
    assert.ok(times < 10, String(times));
  });

  it('is known by any way to write its place', async () => {
    const path = 'packages/@acme/app/package.json';
    const escaped = (uri: string) => uri.replaceAll('@', '%40');
    folder.write(path, manifest('pg'));
    folder.write('packages/@acme/.stack-guidance.yaml', 'stack: ../../docs/stack.md\n');
    await start({ ...pulling, workspace: { workspaceEdit: { documentChanges: true } } });
    const configuration = uriOf('packages/@acme/.stack-guidance.yaml');
    assert.notEqual(configuration, escaped(configuration));
    open('packages/@acme/.stack-guidance.yaml', '# mine\nstack: ../../docs/stack.md\n');
    open(path);
    const [finding] = await session.pull(uriOf(path));
    const actions = await session.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: uriOf(path) },
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
        await start(refreshing);
        if (isFirst) session.open(bad, stackOf('MySQL'));
        open('app/package.json');
        assert.deepEqual(words(await session.pull(uriOf('app/package.json'))), ['pg']);
        if (!isFirst) session.open(bad, stackOf('MySQL'));
        await session.hover(bad, { line: 0, character: 0 });
        const refreshed = session.refreshed();
        folder.write('docs/stack.md', stackOf('PostgreSQL'));
        await event('docs/stack.md', FileChangeType.Changed);
        await refreshed;
        assert.deepEqual(words(await session.pull(uriOf('app/package.json'))), ['mysql2']);
        await session.connection.sendNotification('stackGuidance/trusted');
        assert.deepEqual(words(await session.pull(uriOf('app/package.json'))), ['mysql2']);
        session.close(bad);
      });
});
