import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { CodeActionRequest, FileChangeType } from 'vscode-languageserver-protocol/node';
import { manifest } from '../support/commandLine';
import { messageOf, pulling } from '../support/languageServer';
import { both, Organisation, refreshing, stackOf, words } from '../support/organisation';

describe('The stack of an organisation', () => {
  const acme = new Organisation();

  it('governs what lies below', async () => {
    await acme.start();
    acme.open('app/package.json');
    const [found] = await acme.tells('app/package.json', 'pg');
    assert.match(
      found ? messageOf(found) : '',
      /^PostgreSQL \(pg\) is not recommended for Relational database\. .*MySQL/,
    );
    const hover = await acme.session.hover(acme.uriOf('app/package.json'), { line: 2, character: 6 });
    assert.match(JSON.stringify(hover), /We know it/);
  });

  it('is followed by the command line alike', () => {
    const { status, stdout } = acme.folder.run(['check']);
    assert.equal(status, 1);
    assert.match(stdout, /^app\/package\.json:3:6: warning: PostgreSQL \(pg\) is not recommended/);
    assert.doesNotMatch(stdout, /mysql2/);
  });

  it('turns the verdicts of open files around while it is edited', async () => {
    await acme.start();
    acme.open('app/package.json');
    await acme.tells('app/package.json', 'pg');
    acme.open('docs/stack.md');
    acme.change('docs/stack.md', stackOf('PostgreSQL'));
    await acme.tells('app/package.json', 'mysql2');
    acme.change('docs/stack.md', stackOf('MySQL'));
    await acme.tells('app/package.json', 'pg');
  });

  it('asks clients that pull to pull again', async () => {
    await acme.start(refreshing);
    acme.open('app/package.json');
    assert.deepEqual(words(await acme.session.pull(acme.uriOf('app/package.json'))), ['pg']);
    acme.open('docs/stack.md');
    const refreshed = acme.session.refreshed();
    acme.change('docs/stack.md', stackOf('PostgreSQL'));
    await refreshed;
    assert.deepEqual(words(await acme.session.pull(acme.uriOf('app/package.json'))), ['mysql2']);
  });

  it('stays as it was while configuration or document are broken, which stands on them', async () => {
    await acme.start();
    acme.open('app/package.json');
    await acme.tells('app/package.json', 'pg');
    acme.open('.stack-guidance.yaml');
    acme.change('.stack-guidance.yaml', 'stack: docs/stack.md\nstakc: 1\n');
    const [error] = await acme.session.shown(acme.uriOf('.stack-guidance.yaml'), (now) => now.length === 1);
    assert.deepEqual(error?.range, { start: { line: 1, character: 0 }, end: { line: 1, character: 5 } });
    assert.equal(error?.severity, 1);
    assert.match(error ? messageOf(error) : '', /stakc/);
    acme.change('.stack-guidance.yaml', 'stack: docs/stack.md\n');
    await acme.session.shown(acme.uriOf('.stack-guidance.yaml'), (now) => now.length === 0);
    acme.open('docs/stack.md', '# nothing left\n');
    await acme.session.shown(acme.uriOf('docs/stack.md'), (now) => now.length === 1);
    acme.change('app/package.json', manifest('pg'));
    await acme.tells('app/package.json', 'pg');
  });

  it('that was never valid gives no verdicts', async () => {
    acme.folder.write('.stack-guidance.yaml', 'stack: docs/other.md\n');
    await acme.start(refreshing);
    acme.open('app/package.json');
    assert.deepEqual(await acme.session.pull(acme.uriOf('app/package.json')), []);
    const [error] = await acme.session.shown(acme.uriOf('.stack-guidance.yaml'), (now) => now.length === 1);
    assert.deepEqual(error?.range, { start: { line: 0, character: 7 }, end: { line: 0, character: 20 } });
    acme.folder.write('docs/other.md', stackOf('MySQL'));
    const refreshed = acme.session.refreshed();
    await acme.event('docs/other.md', FileChangeType.Created);
    await refreshed;
    assert.deepEqual(words(await acme.session.pull(acme.uriOf('app/package.json'))), ['pg']);
  });

  it('that is not valid ends the command line with each error in its place', () => {
    acme.folder.write('.stack-guidance.yaml', 'stack: docs/stack.md\nseverity: { rules: { deprecated: loud } }\n');
    const { status, stdout, stderr } = acme.folder.run(['check', '--format', 'json']);
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.match(stderr, /^stack-guidance: \.stack-guidance\.yaml:2:34: /);
  });

  it('knows technologies of its own, without a restart', async () => {
    acme.folder.write('app/package.json', manifest('@acme/store'));
    await acme.start(refreshing);
    acme.open('app/package.json');
    assert.deepEqual(await acme.session.pull(acme.uriOf('app/package.json')), []);
    const refreshed = acme.session.refreshed();
    acme.folder.write(
      '.stack-guidance/technologies/acme-store.yaml',
      'id: acme-store\nname: Acme Store\nroles: [relational-database]\nhomepage: https://acme.example\nidentifiers:\n  npm: ["@acme/store"]\n',
    );
    await acme.event('.stack-guidance/technologies/acme-store.yaml', FileChangeType.Created);
    await refreshed;
    assert.deepEqual(words(await acme.session.pull(acme.uriOf('app/package.json'))), ['@acme/store']);
    assert.match(acme.folder.run(['check']).stdout, /Acme Store \(@acme\/store\) is not recommended/);
  });

  it('tells of a broken technology on its own file', async () => {
    acme.folder.write(
      '.stack-guidance/technologies/acme.yaml',
      'id: acme\nname: Acme\nroles: [cach]\nhomepage: https://a.example\n',
    );
    await acme.start();
    acme.open('app/package.json');
    const [error] = await acme.session.shown(
      acme.uriOf('.stack-guidance/technologies/acme.yaml'),
      (now) => now.length === 1,
    );
    assert.equal(error?.range.start.line, 2);
    assert.match(error ? messageOf(error) : '', /cach/);
    await acme.tells('app/package.json', 'pg');
  });

  it('has roles of its own', () => {
    acme.folder.write('.stack-guidance/roles.yaml', '- { id: ledger, name: Ledger }\n');
    acme.folder.write(
      '.stack-guidance/technologies/mysql.yaml',
      'id: mysql\nname: MySQL\nroles: [ledger]\nhomepage: https://www.mysql.com\n',
    );
    acme.folder.write('docs/stack.md', '| Component | Technology |\n|---|---|\n| Ledger | PostgreSQL |\n');
    acme.folder.write('app/package.json', manifest('mysql2'));
    assert.match(acme.folder.run(['check']).stdout, /\(mysql2\) is not recommended for Ledger/);
  });

  it('is the nearest one', async () => {
    acme.folder.write('app/.stack-guidance.yaml', 'stack: stack.md\n');
    acme.folder.write('app/stack.md', stackOf('PostgreSQL'));
    await acme.start();
    acme.open('app/package.json');
    await acme.tells('app/package.json', 'mysql2');
    assert.match(acme.folder.run(['check']).stdout, /mysql2/);
    const refreshed = acme.tells('app/package.json', 'pg');
    acme.folder.shell('rm app/.stack-guidance.yaml');
    await acme.event('app/.stack-guidance.yaml', FileChangeType.Deleted);
    await refreshed;
  });

  it('is that of the folder in a workspace of several', async () => {
    acme.folder.write('other/.stack-guidance.yaml', 'stack: stack.md\n');
    acme.folder.write('other/stack.md', stackOf('PostgreSQL'));
    acme.folder.write('other/package.json', both);
    await acme.start({}, {}, ['app', 'other']);
    acme.open('app/package.json');
    acme.open('other/package.json');
    await Promise.all([acme.tells('app/package.json', 'pg'), acme.tells('other/package.json', 'mysql2')]);
  });

  it('is read from above the opened folder only where that is trusted', async () => {
    await acme.start(refreshing, { isTrusted: false }, ['app']);
    acme.open('app/package.json');
    assert.deepEqual(words(await acme.session.pull(acme.uriOf('app/package.json'))), ['mysql2']);
    const refreshed = acme.session.refreshed();
    await acme.session.connection.sendNotification('stackGuidance/trusted');
    await refreshed;
    assert.deepEqual(words(await acme.session.pull(acme.uriOf('app/package.json'))), ['pg']);
  });

  for (const [what, path] of [
    ['by ..', '../outside.md'],
    ['by a link', 'linked.md'],
    ['by an absolute path', '/etc/hostname'],
  ] as const)
    it(`is never read from outside of the repository ${what}`, () => {
      const repository = 'inner';
      acme.folder.write('outside.md', stackOf('MySQL'));
      acme.folder.write(`${repository}/.git/HEAD`, '');
      acme.folder.write(`${repository}/.stack-guidance.yaml`, `stack: ${path}\n`);
      acme.folder.write(`${repository}/package.json`, both);
      if (path === 'linked.md')
        symlinkSync(join(acme.folder.root, 'outside.md'), join(acme.folder.root, repository, path));
      const { status, stderr } = acme.folder.run(['check'], {}, repository);
      assert.equal(status, 2);
      assert.match(
        stderr,
        /\.stack-guidance\.yaml:1:8: .*cannot be read, is too large, or is outside of the repository/,
      );
    });

  it('may come from a package', () => {
    acme.folder.write('.stack-guidance.yaml', 'stack: npm:@acme/stack\n');
    acme.folder.write('node_modules/@acme/stack/package.json', '{"name":"@acme/stack"}');
    acme.folder.write('node_modules/@acme/stack/stack.md', stackOf('MySQL'));
    assert.match(acme.folder.run(['check']).stdout, /\(pg\) is not/);
    acme.folder.write('node_modules/@acme/stack/package.json', '{"stackGuidance":"radar.md"}');
    acme.folder.write('node_modules/@acme/stack/radar.md', stackOf('PostgreSQL'));
    assert.match(acme.folder.run(['check']).stdout, /\(mysql2\) is not/);
  });

  it('may be chosen on the command line', () => {
    acme.folder.write('policy/strict.yaml', 'stack: stack.md\nseverity: { technologies: { mysql: error } }\n');
    acme.folder.write('policy/stack.md', stackOf('PostgreSQL'));
    const { status, stdout } = acme.folder.run(['check', '--config', 'policy/strict.yaml']);
    assert.equal(status, 1);
    assert.match(stdout, /error: MySQL \(mysql2\)/);
  });

  it('maps registries of its own', () => {
    acme.folder.write('.stack-guidance.yaml', 'stack: docs/stack.md\nmirrors: { registry.acme.com/hub: docker.io }\n');
    acme.folder.write('values.yaml', 'image: registry.acme.com/hub/library/postgres:16\n');
    assert.match(acme.folder.run(['check']).stdout, /values\.yaml:1:8: warning: PostgreSQL \(.*postgres\)/);
  });

  it('says what is known already as hints, and does not count it', async () => {
    acme.folder.write('.stack-guidance.yaml', 'stack: docs/stack.md\nbaseline: known.json\n');
    assert.equal(acme.folder.run(['check']).status, 1);
    assert.equal(acme.folder.run(['check', '--write-baseline']).status, 0);
    assert.match(acme.folder.read('known.json'), /app\/package\.json/);
    assert.equal(acme.folder.run(['check']).status, 0);
    acme.folder.write('app/package.json', manifest('pg', 'mysql2', 'memcached'));
    await acme.start();
    acme.open('app/package.json');
    const found = await acme.tells('app/package.json', 'pg', 'memcached');
    assert.deepEqual(
      found.map((one) => one.severity),
      [4, 2],
    );
  });

  it('excepts what its configuration says, in both', async () => {
    acme.folder.write(
      '.stack-guidance.yaml',
      'stack: docs/stack.md\nexceptions:\n  - { technology: postgresql, paths: ["app/**"], reason: contract, expires: 2999-01-01 }\n',
    );
    acme.folder.write('package.json', manifest('pg'));
    await acme.start(pulling);
    acme.open('app/package.json');
    acme.open('package.json');
    assert.deepEqual(await acme.session.pull(acme.uriOf('app/package.json')), []);
    assert.deepEqual(words(await acme.session.pull(acme.uriOf('package.json'))), ['pg']);
    const { findings, suppressed } = JSON.parse(acme.folder.run(['check', '--format', 'json']).stdout);
    assert.deepEqual([findings.length, suppressed.length], [1, 1]);
    assert.deepEqual(suppressed[0].exception, { reason: 'contract', expires: '2999-01-01' });
  });

  it('tells of exceptions that cover nothing any more, in a check of its whole folder only', () => {
    acme.folder.write(
      '.stack-guidance.yaml',
      'stack: docs/stack.md\nexceptions:\n  - { technology: postgresql, reason: contract }\n  - { technology: kafka, reason: gone }\n',
    );
    acme.folder.write('main.tf', '# stack-guidance-ignore mysql: gone\nresource "aws_sqs_queue" "a" {}\n');
    const unused = (...paths: string[]) =>
      [...acme.folder.run(['check', ...paths]).stdout.matchAll(/^(.*): information: .*\(unused-exception\)$/gm)].map(
        ([, place]) => place,
      );
    assert.deepEqual(unused().sort(), ['.stack-guidance.yaml:4:5', 'main.tf:1:1']);
    assert.deepEqual(unused('app'), []);
    assert.deepEqual(unused('--shard', '1/2').concat(unused('--shard', '2/2')), []);
  });

  it('says that an exception of an enforced row is none, and judges all the same', async () => {
    acme.folder.write(
      'docs/stack.md',
      '| Component | Technology | Enforce |\n|---|---|---|\n| Relational database | MySQL | yes |\n',
    );
    acme.folder.write(
      '.stack-guidance.yaml',
      'stack: docs/stack.md\nexceptions: [{ technology: postgresql, reason: a }]\n',
    );
    const { status, stdout } = acme.folder.run(['check']);
    assert.equal(status, 1);
    assert.match(stdout, /^\.stack-guidance\.yaml:2:14: error: /m);
    assert.match(stdout, /\(pg\) is not recommended/);
  });

  it('is told to be broken even where there is nothing to check', () => {
    acme.folder.shell('rm -r app');
    acme.folder.write('.stack-guidance.yaml', 'stack: [\n');
    assert.equal(acme.folder.run(['check']).status, 2);
  });

  it('opens the row behind a finding, in clients that can', async () => {
    await acme.start(pulling, { hasViews: true });
    acme.open('app/package.json');
    const [finding] = await acme.session.pull(acme.uriOf('app/package.json'));
    const actions = await acme.session.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: acme.uriOf('app/package.json') },
      range: finding?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [] },
    });
    const why = actions?.find(({ title }) => title.startsWith('Why?'));
    assert.deepEqual(why?.command, {
      title: 'Why? Open “Relational database” in the stack document',
      command: 'stackGuidance.openRow',
      arguments: [{ row: { line: 4 }, document: acme.uriOf('docs/stack.md') }],
    });
  });

  it('says in the document how a technology is recognised, and offers the right word for a wrong one', async () => {
    acme.folder.write('docs/stack.md', stackOf('MySQL').replace('Redis', 'Reddis'));
    await acme.start();
    acme.open('app/package.json');
    acme.open('docs/stack.md');
    const [unknown] = await acme.session.shown(acme.uriOf('docs/stack.md'), (now) => now.length === 1);
    assert.match(unknown ? messageOf(unknown) : '', /Reddis/);
    const hover = await acme.session.hover(acme.uriOf('docs/stack.md'), { line: 4, character: 26 });
    assert.match(JSON.stringify(hover), /mysql2/);
    const actions = await acme.session.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: acme.uriOf('docs/stack.md') },
      range: unknown?.range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: unknown ? [unknown] : [] },
    });
    assert.match(JSON.stringify(actions), /"newText":"Redis"/);
    assert.match(acme.folder.run(['check']).stdout, /docs\/stack\.md:6:11: warning: .*Reddis/);
  });
});
