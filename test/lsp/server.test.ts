import assert from 'node:assert/strict';
import { DiagnosticTag, DocumentDiagnosticRequest, MarkupContent } from 'vscode-languageserver-protocol/node';
import { type Session, startSession } from '../support/languageServer';

const uri = 'file:///shop/package.json';
const manifest = '{\n  "dependencies": {\n    "mysql2": "3"\n  }\n}\n';
const summary = (items: readonly { code?: unknown; range: { start: { line: number; character: number } } }[]) =>
  items.map(({ code, range }) => `${range.start.line}:${range.start.character} ${code}`);

describe('The language server, to a client that pulls', () => {
  let session: Session;
  before(async () => {
    session = await startSession();
  });
  after(async () => {
    assert.equal(await session.stop(), 0, 'exits with 0 after shutdown');
    assert.deepEqual(session.log, [], 'nothing went wrong');
  });

  it('says what it can', () => {
    const { capabilities, serverInfo } = session.initialized;
    assert.equal(serverInfo?.name, 'stack-guidance');
    assert.equal(capabilities.hoverProvider, true);
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: true });
    assert.deepEqual(capabilities.diagnosticProvider, { interFileDependencies: true, workspaceDiagnostics: false });
  });

  it('answers with diagnostics', async () => {
    session.open(uri, manifest);
    const [diagnostic, ...others] = await session.pull(uri);
    assert.deepEqual(others, []);
    assert.deepEqual(diagnostic?.range, { start: { line: 2, character: 5 }, end: { line: 2, character: 11 } });
    assert.equal(diagnostic?.severity, 2);
    assert.equal(diagnostic?.source, 'stack-guidance');
    assert.equal(diagnostic?.code, 'not-recommended');
    assert.match(diagnostic?.codeDescription?.href ?? '', /#not-recommended$/);
    assert.match(String(diagnostic?.message), /MySQL.*Relational Database.*PostgreSQL/);
  });

  it('does not send again what the client has', async () => {
    const ask = (previousResultId?: string) =>
      session.connection.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument: { uri },
        ...(previousResultId !== undefined && { previousResultId }),
      });
    const first = await ask();
    assert.equal(first.kind, 'full');
    session.change(uri, { range: { start: { line: 0, character: 1 }, end: { line: 0, character: 1 } }, text: ' ' });
    assert.deepEqual(await ask(first.resultId), { kind: 'unchanged', resultId: first.resultId });
    session.change(uri, { range: { start: { line: 0, character: 1 }, end: { line: 0, character: 2 } }, text: '\n' });
    const moved = await ask(first.resultId);
    assert.deepEqual(moved.kind === 'full' && summary(moved.items), ['3:5 not-recommended']);
    assert.equal((await ask('of another server')).kind, 'full');
    session.change(uri, { text: manifest });
  });

  it('hovers', async () => {
    const hover = await session.hover(uri, { line: 2, character: 7 });
    assert.ok(MarkupContent.is(hover?.contents) && hover.contents.kind === 'markdown');
    assert.match(hover.contents.value, /\*\*MySQL\*\*/);
    assert.deepEqual(hover.range, { start: { line: 2, character: 5 }, end: { line: 2, character: 11 } });
    assert.equal(await session.hover(uri, { line: 0, character: 0 }), null);
    assert.equal(await session.hover('file:///never/opened/package.json', { line: 0, character: 0 }), null);
  });

  it('follows every keystroke', async () => {
    session.change(uri, { range: { start: { line: 2, character: 5 }, end: { line: 2, character: 11 } }, text: 'pg' });
    assert.deepEqual(await session.pull(uri), []);
    // "🦀" is two UTF-16 units: what stands after it is found where the editor counts it.
    session.change(uri, {
      range: { start: { line: 1, character: 3 }, end: { line: 1, character: 3 } },
      text: '🦀": {}, "',
    });
    session.change(uri, { text: '{ "🦀": 1, "dependencies": { "🦀": "1", "web3": "4" } }' });
    const [diagnostic] = await session.pull(uri);
    assert.equal(diagnostic?.range.start.character, '{ "🦀": 1, "dependencies": { "🦀": "1", "'.length);
    assert.deepEqual(diagnostic?.tags, [DiagnosticTag.Deprecated]);
    session.close(uri);
  });

  it('survives broken text of every kind', async () => {
    const broken: [string, string][] = [
      ['file:///b/package.json', '{"dependencies": {"mysql2": "3", "mob'],
      ['file:///b/main.tf', 'resource "aws_db_instance" "x" {\n engine = "mysql\n}\nx = <<EOF\n \0'],
      ['file:///b/Chart.yaml', 'dependencies:\n - name: "redis\n   repository: [\n\t- {'],
      ['file:///b/values.yaml', '\ufeffimage: {repository: mysql, tag: \r\n {{ if'],
      ['file:///b/templates/a.yaml', '{{- define "x\nimage: mysql:8\n{{'],
      ['file:///b/main.tf.json', '{"resource": {"aws_db_instance": {"a": {"engine": "mysql"}, '],
    ];
    for (const [each, text] of broken) {
      for (let end = 0; end <= text.length; end += 3) {
        if (end === 0) session.open(each, '');
        session.change(each, { text: text.slice(0, end) });
        for (const { range } of await session.pull(each)) assert.ok(range.start.line === range.end.line);
        await session.hover(each, { line: 0, character: end });
      }
    }
  });

  it('knows an untitled document by its language', async () => {
    session.open('untitled:Untitled-1', 'resource "aws_db_instance" "a" {\n  engine = "mysql"\n}', 'terraform');
    assert.deepEqual(summary(await session.pull('untitled:Untitled-1')), ['1:12 not-recommended']);
  });

  it('is silent in the other side of a diff, where the hover stays', async () => {
    const other = 'git:/shop/package.json?ref';
    session.open(other, manifest);
    assert.deepEqual(await session.pull(other), []);
    assert.ok(await session.hover(other, { line: 2, character: 7 }));
  });
});

describe('The language server, to a client that does not pull', () => {
  it('pushes, and clears when the document closes', async () => {
    const session = await startSession({}, 'fr-FR');
    assert.equal(session.initialized.capabilities.diagnosticProvider, undefined);
    let next = session.pushed(uri);
    session.open(uri, manifest);
    const opened = await next;
    assert.equal(opened.version, 1);
    assert.deepEqual(summary(opened.diagnostics), ['2:5 not-recommended']);
    assert.match(String(opened.diagnostics[0]?.message), /n'est pas recommandé pour DB Relationnelle/);
    next = session.pushed(uri);
    session.change(uri, { text: '{}' });
    assert.deepEqual(summary((await next).diagnostics), []);
    next = session.pushed(uri);
    session.close(uri);
    assert.deepEqual((await next).diagnostics, []);
    assert.equal(await session.stop(), 0);
  });
});
