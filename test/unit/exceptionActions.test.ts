import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  type CodeAction,
  TextDocuments,
  type WorkspaceEditClientCapabilities,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { codeActions } from '../../server/src/core/features/codeActions';
import { diagnosticOf } from '../../server/src/lsp/convert';
import { exceptionActions } from '../../server/src/lsp/features/exceptionActions';
import { bundledCatalogs } from '../support/bundled';
import { policyOf } from '../support/exceptions';
import { sourceOf } from '../support/findings';

const all: WorkspaceEditClientCapabilities = {
  ...{ documentChanges: true, snippetEditSupport: true, resourceOperations: ['create'] },
};
/** The tab stop that stands for the reason. */
const why = `\${1:why}`;
const uri = 'file:///shop/.stack-guidance.yaml';

/** The actions for a file of a client that can do what is said. */
function actions(
  name: string,
  content: string,
  workspaceEdit: WorkspaceEditClientCapabilities,
  configuration?: string | null,
): CodeAction[] {
  const client: ClientCapabilities = { workspace: { workspaceEdit } };
  const document = TextDocument.create(`file:///shop/${name}`, '', 3, content);
  const range = { start: 0, end: content.length };
  const answers = codeActions(sourceOf(name, content), range, bundledCatalogs.en, [], undefined, policyOf('', name));
  const governing =
    configuration === undefined ? {} : { configuration: { uri, text: configuration ?? undefined, path: name } };
  const found = { document, catalog: bundledCatalogs.en, ...governing };
  const session = { client, documents: new TextDocuments(TextDocument) };
  return exceptionActions(session, found, answers, (finding) => diagnosticOf(document, finding));
}

describe('The edit of “Add an exception…”', () => {
  const values = 'a:\n  image: mysql:8\n';
  const manifest = '{ "dependencies": { "amqplib": "1", "mysql2": "3" } }';
  const at = (line: number, character: number) => ({ start: { line, character }, end: { line, character } });

  it('leaves the reason to be typed where the client takes snippets', () => {
    const [one] = actions('values.yaml', values, all);
    assert.equal(one?.title, 'Add an exception…');
    assert.deepEqual(one?.edit?.documentChanges, [
      {
        textDocument: { uri: 'file:///shop/values.yaml', version: 3 },
        edits: [{ range: at(1, 0), snippet: { kind: 'snippet', value: `  # stack-guidance-ignore mysql: ${why}\n` } }],
      },
    ]);
  });

  it('says that the reason has to be replaced where it does not', () => {
    const newText = '  # stack-guidance-ignore mysql: TODO why\n';
    const edits = [{ range: at(1, 0), newText }];
    const [versioned] = actions('values.yaml', values, { documentChanges: true });
    const [plain] = actions('values.yaml', values, { snippetEditSupport: true });
    assert.deepEqual(versioned?.edit?.documentChanges, [
      { textDocument: { uri: 'file:///shop/values.yaml', version: 3 }, edits },
    ]);
    assert.deepEqual(plain?.edit, { changes: { 'file:///shop/values.yaml': edits } });
  });

  it('escapes what means something in snippets', () => {
    const [one] = actions('templates/a.yaml', 'a: {{ .b }}\nimage: mysql:8\n', all);
    assert.match(JSON.stringify(one?.edit), /\{\{\/\* stack-guidance-ignore mysql: \$\{1:why\} \*\/\\\\\}\\\\\}/);
  });

  it('is one of the configuration for files without comments, each technology once', () => {
    const found = actions('package.json', manifest, all, 'exceptions:\n  - { technology: kafka, reason: old }\n');
    const value = `  - { technology: mysql, paths: ["package.json"], reason: "${why}" \\}\n`;
    assert.equal(found.length, 2);
    assert.deepEqual(found[1]?.edit?.documentChanges, [
      { textDocument: { uri, version: null }, edits: [{ range: at(1, 0), snippet: { kind: 'snippet', value } }] },
    ]);
  });

  it('makes the configuration where there is none yet and the client can', () => {
    const [one] = actions('package.json', manifest, all, null);
    const value = `exceptions:\n  - technology: rabbitmq\n    paths: ["package.json"]\n    reason: "${why}"\n`;
    assert.deepEqual(one?.edit?.documentChanges, [
      { kind: 'create', uri, options: { ignoreIfExists: true } },
      { textDocument: { uri, version: null }, edits: [{ range: at(0, 0), snippet: { kind: 'snippet', value } }] },
    ]);
    assert.deepEqual(actions('package.json', manifest, { documentChanges: true }, null), []);
  });

  it('is none where no configuration can be told', () => {
    assert.deepEqual(actions('package.json', manifest, all), []);
    assert.deepEqual(actions('package.json', manifest, all, '- no configuration\n'), []);
  });
});
