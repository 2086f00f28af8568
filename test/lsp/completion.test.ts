import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  type CompletionItem,
  type CompletionList,
  CompletionRequest,
  CompletionResolveRequest,
  InsertReplaceEdit,
  InsertTextFormat,
  MarkupContent,
  TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Snippet } from '../../server/src/core/model';
import { expandSnippet } from '../../server/src/core/snippets/expand';
import { bundled } from '../support/bundled';
import { cursorIn } from '../support/completions';
import { pulling, type Session, startSession } from '../support/languageServer';

const completionItem = {
  snippetSupport: true,
  insertReplaceSupport: true,
  insertTextModeSupport: { valueSet: [1, 2] },
};
const modern = { textDocument: { ...pulling.textDocument, completion: { completionItem } } } as ClientCapabilities;

let opened = 0;

/** Opens a text whose `|` is the cursor and asks there. */
async function complete(session: Session, name: string, marked: string, triggerCharacter?: string) {
  const { text, offset } = cursorIn(marked);
  const uri = `file:///completion/${opened++}/${name}`;
  const document = TextDocument.create(uri, '', 1, text);
  session.open(uri, text);
  const context = triggerCharacter ? { triggerKind: 2 as const, triggerCharacter } : { triggerKind: 1 as const };
  const position = document.positionAt(offset);
  const list = await session.connection.sendRequest(CompletionRequest.type, {
    textDocument: { uri },
    position,
    context,
  });
  assert.ok(!Array.isArray(list));
  return { list, items: list?.items ?? [], document };
}

/** The text after an item, as a client applies it that replaces the word or keeps its rest. */
function applied(
  { document }: { document: TextDocument },
  item: CompletionItem | undefined,
  mode: 'insert' | 'replace',
) {
  const edit = item?.textEdit;
  assert.ok(item && edit);
  const own = InsertReplaceEdit.is(edit) ? TextEdit.replace(edit[mode], edit.newText) : edit;
  return TextDocument.applyEdits(document, [...(item.additionalTextEdits ?? []), own]);
}

const resolve = (session: Session, item: CompletionItem) =>
  session.connection.sendRequest(CompletionResolveRequest.type, item);

/** A name of the bundled knowledge that completion inserts: versions are refreshed, so that none is written here. */
const versionOf = (ecosystem: string, name: string) =>
  bundled.knowledge.identifiers.find((one) => one.ecosystem === ecosystem && one.name === name)?.version;

const placeOf = ({ kind, scope }: Snippet): [string, string] | undefined =>
  kind === 'package-json'
    ? ['package.json', `{ "${scope}": { "|" } }`]
    : kind === 'terraform'
      ? ['a.tf', '|']
      : undefined;

describe('Completion, to a client that can do all', () => {
  let session: Session;
  before(async () => {
    session = await startSession(modern);
  });
  stopping(() => session);

  it('is announced', () => {
    const { completionProvider } = session.initialized.capabilities;
    assert.deepEqual(completionProvider, { triggerCharacters: ['"', ' '], resolveProvider: true });
  });

  it('inserts a name with its version, and the comma before it', async () => {
    const version = versionOf('npm', 'pg');
    const marked = '{\n  "dependencies": {\n    "a": "1"\n    "postgrse|"\n  }\n}\n';
    const answer = await complete(session, 'package.json', marked);
    const [item] = answer.items;
    assert.equal(item?.label, 'pg');
    assert.equal(answer.list?.isIncomplete, true);
    assert.equal(item?.filterText, '"postgrse');
    assert.equal(item?.insertTextFormat, InsertTextFormat.PlainText);
    assert.match(item?.detail ?? '', /^PostgreSQL — recommended for Relational Database/);
    for (const mode of ['insert', 'replace'] as const)
      assert.equal(
        applied(
          answer,
          answer.items.find(({ label }) => label === 'pg'),
          mode,
        ),
        `{\n  "dependencies": {\n    "a": "1",\n    "pg": "${version}"\n  }\n}\n`,
      );
  });

  it('leaves the rest of a word to those who want it', async () => {
    const answer = await complete(session, 'a.tf', 'resource "aws_db_instance" "a" {\n  engine = "po|st"\n}\n');
    const item = answer.items.find(({ label }) => label === 'postgres');
    assert.ok(item?.textEdit && InsertReplaceEdit.is(item.textEdit));
    assert.match(applied(answer, item, 'replace'), /engine = "postgres"/);
    assert.match(applied(answer, item, 'insert'), /engine = "postgresst"/);
  });

  it('documents an item when it is looked at', async () => {
    const { items } = await complete(session, 'package.json', '{ "dependencies": { "pg|" } }');
    const item = items.find(({ label }) => label === 'pg');
    assert.ok(item && item.documentation === undefined);
    const { documentation } = await resolve(session, item);
    assert.ok(MarkupContent.is(documentation) && documentation.kind === 'markdown');
    assert.match(documentation.value, /\*\*PostgreSQL\*\* — recommended for Relational Database/);
    const foreign = { label: 'a', data: { ecosystem: 'npm', name: 'unheard-of', technology: 'x' } };
    assert.equal((await resolve(session, foreign)).documentation, undefined);
    assert.equal((await resolve(session, { label: 'a' })).documentation, undefined);
  });

  it('inserts snippets as snippets, documented by what they expand to', async () => {
    for (const snippet of bundled.snippets.slice(0, 40)) {
      const place = placeOf(snippet);
      const answer = place && (await complete(session, place[0], place[1].replace('|', `${snippet.prefix[0]}|`)));
      const item = answer?.items.find(({ label }) => label === snippet.name);
      if (!item) continue;
      assert.equal(item.insertTextFormat, InsertTextFormat.Snippet);
      assert.equal(item.insertTextMode, 1);
      const { documentation } = await resolve(session, item);
      assert.ok(MarkupContent.is(documentation) && /```\n[\s\S]+\n```$/.test(documentation.value), snippet.name);
    }
  });

  it('does not answer a mere space with everything, and survives broken text', async () => {
    assert.equal((await complete(session, 'a.tf', '\n|', ' ')).list, null);
    assert.equal((await complete(session, 'unknown.txt', '|')).list, null);
    assert.ok((await complete(session, 'Chart.yaml', 'dependencies:\n  - name: |', ' ')).list);
    for (const broken of ['{"dependencies": {"|', '{"dependencies": {"a": "|', '\0|{', '"|'])
      await complete(session, 'package.json', broken);
    assert.deepEqual(session.log, []);
  });
});

describe('Completion, to a client that can do little', () => {
  let session: Session;
  before(async () => {
    session = await startSession(pulling, 'fr');
  });
  stopping(() => session);

  it('replaces the word, and says it in French', async () => {
    const answer = await complete(session, 'a.tf', 'resource "aws_db_instance" "a" {\n  engine = "po|st"\n}\n');
    const item = answer.items.find(({ label }) => label === 'postgres');
    assert.ok(item?.textEdit && TextEdit.is(item.textEdit) && !InsertReplaceEdit.is(item.textEdit));
    assert.match(applied(answer, item, 'replace'), /engine = "postgres"/);
    assert.match(item.detail ?? '', /recommandé pour DB Relationnelle/);
    assert.equal(item.insertTextMode, undefined);
  });

  it('inserts snippets as plain text', async () => {
    const { list, items } = await complete(session, 'a.tf', '|');
    assert.ok((list as CompletionList).isIncomplete);
    for (const item of items) {
      assert.equal(item.insertTextFormat, InsertTextFormat.PlainText, item.label);
      const snippet = bundled.snippets.find(({ name }) => name === item.label);
      assert.equal(item.textEdit?.newText, expandSnippet(snippet?.body ?? ''));
    }
  });
});

/** Stops a session after its tests. */
function stopping(session: () => Session): void {
  after(async () => {
    assert.equal(await session().stop(), 0);
  });
}
