import assert from 'node:assert/strict';
import { CodeActionKind, CodeActionRequest, CompletionRequest, type Range } from 'vscode-languageserver-protocol/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { severities } from '../../server/src/core/model';
import { messageOf, type Session } from '../support/languageServer';
import type { Expected } from './expected';

/** What the server says of an open document, in the words of `Expected`. */
export interface Answers {
  diagnostics(): Promise<string[]>;
  fixes(): Promise<string[]>;
  hoverAt(offset: number): Promise<string | undefined>;
  completionsAt(offset: number): Promise<string[]>;
}

export function answersOf(session: Session, document: TextDocument): Answers {
  const textDocument = { uri: document.uri };
  const spanOf = ({ start, end }: Range) => ({ start: document.offsetAt(start), end: document.offsetAt(end) });
  return {
    async diagnostics() {
      const all = await session.pull(document.uri);
      return all.map((one) => {
        const { start, end } = spanOf(one.range);
        return `${severities[(one.severity ?? 1) - 1]} ${one.code} ${start} ${end} ${messageOf(one)}`;
      });
    },
    async fixes() {
      const range = { start: document.positionAt(0), end: document.positionAt(document.getText().length) };
      const context = { diagnostics: [], only: [CodeActionKind.QuickFix] };
      const all =
        (await session.connection.sendRequest(CodeActionRequest.type, { textDocument, range, context })) ?? [];
      return all.flatMap((one) => {
        const edits = 'edit' in one ? one.edit?.changes?.[document.uri] : undefined;
        const changes = edits?.map(({ range, newText }) => ({ span: spanOf(range), text: newText }));
        return one.title.startsWith('Add an exception') ? [] : [`${one.title} ${JSON.stringify(changes)}`];
      });
    },
    async hoverAt(offset) {
      const shown = await session.hover(document.uri, document.positionAt(offset));
      const contents = shown?.contents;
      return contents && typeof contents === 'object' && 'value' in contents ? contents.value : undefined;
    },
    async completionsAt(offset) {
      const position = document.positionAt(offset);
      const found = await session.connection.sendRequest(CompletionRequest.type, { textDocument, position });
      return (Array.isArray(found) ? found : (found?.items ?? [])).map(({ label }) => label);
    },
  };
}

/** Fails unless the server says what is expected of a document, at some offsets of it. */
export async function assertAnswers(
  answers: Answers,
  expected: Expected | undefined,
  offsets: readonly number[],
): Promise<void> {
  assert.deepEqual(await answers.diagnostics(), expected?.diagnostics ?? []);
  assert.deepEqual(await answers.fixes(), expected?.fixes ?? []);
  for (const offset of offsets) {
    assert.equal(await answers.hoverAt(offset), expected?.hoverAt(offset));
    assert.deepEqual(await answers.completionsAt(offset), expected?.completionsAt(offset) ?? []);
  }
}
