import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import * as assistants from '../core/features/assistants';
import { compileGuidance, pathsIn } from '../core/guidance/guidance';
import { once } from '../core/once';
import { serve } from '../lsp/features';
import { startServer } from '../lsp/server';

/** What of the worker's global scope is used here. */
declare const self: {
  addEventListener(type: 'message', heard: (event: { data: First }) => void, options: { once: true }): void;
};

/** The first message, before the protocol begins: knowledge.json as it was read. */
interface First {
  readonly knowledge: Uint8Array;
}

self.addEventListener('message', ({ data }) => start(data), { once: true });

function start({ knowledge }: First): void {
  const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
  const bundled = once(() => JSON.parse(new TextDecoder().decode(knowledge)));
  const readers = async () => ({ assistants, compileGuidance, pathsIn });
  startServer(
    connection,
    () =>
      (...client) =>
        serve(...client, { hostWith: (host) => host, bundled, readers }),
  );
}
