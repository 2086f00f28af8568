import assert from 'node:assert/strict';
import { type CodeAction, CodeActionRequest, type Range } from 'vscode-languageserver-protocol/node';
import { pulling, type Session, startSession } from '../support/languageServer';

const text = 'resource "aws_db_instance" "a" {\n  engine = "mysql"\n}\n';
const onEngine: Range = { start: { line: 1, character: 13 }, end: { line: 1, character: 13 } };

describe('Code actions', () => {
  const uri = 'file:///shop/main.tf';
  const ask = (session: Session, only?: string[], range = onEngine) =>
    session.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only ? { only } : {}) },
    }) as Promise<CodeAction[]>;

  it('are quick fixes that answer their diagnostic with one edit', async () => {
    const session = await startSession({ ...pulling, workspace: { workspaceEdit: { documentChanges: true } } });
    session.open(uri, text);
    const [fix] = await ask(session);
    assert.match(fix?.title ?? '', /^Replace with postgres \(PostgreSQL\)/);
    assert.equal(fix?.kind, 'quickfix');
    assert.equal(fix?.diagnostics?.[0]?.code, 'not-recommended');
    assert.equal(fix?.isPreferred, undefined);
    assert.deepEqual(fix?.edit, {
      documentChanges: [
        {
          textDocument: { uri, version: 1 },
          edits: [
            { range: { start: { line: 1, character: 12 }, end: { line: 1, character: 17 } }, newText: 'postgres' },
          ],
        },
      ],
    });
    await session.stop();
  });

  it('are plain changes for clients without versioned edits', async () => {
    const session = await startSession();
    session.open(uri, text);
    const [fix] = await ask(session);
    assert.deepEqual(Object.keys(fix?.edit?.changes ?? {}), [uri]);
    await session.stop();
  });

  it('are none where nothing is found, or where the client wants others', async () => {
    const session = await startSession();
    session.open(uri, text);
    const atTop = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
    assert.deepEqual(await ask(session, undefined, atTop), []);
    assert.deepEqual(await ask(session, ['refactor']), []);
    await session.stop();
  });

  it('all drop-in replacements are one source action', async () => {
    const session = await startSession();
    session.open('file:///shop/values.yaml', 'a:\n  image: grafana/grafana-oss:12.3.0\nb:\n  image: mysql:8\n');
    const actions = (await session.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: 'file:///shop/values.yaml' },
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      context: { diagnostics: [], only: ['source.fixAll'] },
    })) as CodeAction[];
    assert.deepEqual(
      actions.map(({ kind, edit }) => [
        kind,
        edit?.changes?.['file:///shop/values.yaml']?.map(({ newText }) => newText),
      ]),
      [['source.fixAll.stackGuidance', ['grafana/grafana']]],
    );
    await session.stop();
  });
});
