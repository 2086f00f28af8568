import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  CodeActionRequest,
  CompletionRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticRequest,
  FileChangeType,
  HoverRequest,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import type { Random } from '../bench/random';
import type { Session } from '../support/languageServer';
import { type Copy, edited, someEdit, whole } from './edits';

/** What an editor does to a server, and how much of it there was. */
export interface Traffic {
  /** Edits, opens and closes one of the documents, and asks for something in between. */
  step(): Promise<void>;
  /** Until everything is answered. */
  settled(): Promise<void>;
  readonly counts: Record<'edits' | 'opens' | 'closes' | 'requests' | 'cancelled', number>;
}

const most = { waiting: 40, characters: 20_000 };

export function trafficOn(session: Session, copies: readonly Copy[], random: Random): Traffic {
  const counts = { edits: 0, opens: 0, closes: 0, requests: 0, cancelled: 0 };
  const waiting = new Set<Promise<void>>();
  const some = () => copies[random.below(copies.length)] ?? assert.fail('no documents');

  function touch(copy: Copy): void {
    if (!copy.document) open(copy);
    else if (random.below(12)) edit(copy, copy.document);
    else close(copy);
  }

  function edit(copy: Copy, document: TextDocument): void {
    const isLong = document.getText().length > most.characters || !random.below(40);
    const changes = isLong ? [whole(copy.seed)] : [someEdit(document, random)];
    edited(copy, changes);
    session.change(copy.uri, ...changes);
    counts.edits++;
  }

  function open(copy: Copy): void {
    copy.document = TextDocument.create(copy.uri, 'plaintext', 1, copy.seed);
    session.open(copy.uri, copy.seed);
    counts.opens++;
  }

  function close(copy: Copy): void {
    copy.document = undefined;
    session.close(copy.uri);
    counts.closes++;
  }

  /** Of any document, open or not; at any place, also where there is none any more. */
  function ask(): void {
    const { uri, document } = some();
    const source = new CancellationTokenSource();
    const position = document?.positionAt(random.below(document.getText().length + 9)) ?? { line: 3, character: 99 };
    const at = { textDocument: { uri }, position };
    const actions = { textDocument: { uri }, range: { start: position, end: position }, context: { diagnostics: [] } };
    const { connection } = session;
    const send = random.pick([
      () => connection.sendRequest(HoverRequest.type, at, source.token),
      () => connection.sendRequest(CompletionRequest.type, at, source.token),
      () => connection.sendRequest(CodeActionRequest.type, actions, source.token),
      () => connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } }, source.token),
      () =>
        connection.sendRequest('stackGuidance/searchSnippets', { textDocument: { uri }, query: 'post' }, source.token),
    ]);
    counts.requests++;
    const done: Promise<void> = Promise.resolve(send())
      .then(() => {}, isCancelled)
      .finally(() => waiting.delete(done));
    waiting.add(done);
    if (!random.below(4)) {
      source.cancel();
      counts.cancelled++;
    }
  }

  function tell(): void {
    const type = random.pick<FileChangeType>([FileChangeType.Changed, FileChangeType.Created, FileChangeType.Deleted]);
    const changes = [{ uri: URI.file(`/nowhere/${random.below(9)}/package.json`).toString(), type }];
    void session.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes });
    if (!random.below(5))
      void session.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: {} });
  }

  return {
    counts,
    async step() {
      touch(some());
      if (random.below(2)) ask();
      if (!random.below(200)) tell();
      while (waiting.size > most.waiting) await Promise.race(waiting);
    },
    settled: async () => void (await Promise.all(waiting)),
  };
}

/** -32800 and -32801: it was cancelled, or the text has changed meanwhile. Nothing else may go wrong. */
function isCancelled(error: { readonly code?: number }): void {
  if (error.code !== -32800 && error.code !== -32801) throw error;
}
