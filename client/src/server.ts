import { type Event, EventEmitter } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';

/** The language server as the parts of the client see it. */
export interface Server {
  /** Starts it where it does not run yet. */
  started(): Promise<BaseLanguageClient>;
  /** Something else governs: what is shown of the stack is to be asked for again. */
  readonly onDidChange: Event<void>;
}

/** @param make the client of a server that is not started yet */
export function serverOf(
  make: () => BaseLanguageClient,
): Server & { stop(): Promise<void>; readonly isRunning: boolean } {
  const changed = new EventEmitter<void>();
  let client: BaseLanguageClient | undefined;
  let running: Promise<BaseLanguageClient> | undefined;
  const start = async () => {
    client = make();
    client.onNotification('stackGuidance/changed', () => changed.fire());
    await client.start();
    return client;
  };
  return {
    onDidChange: changed.event,
    get isRunning() {
      return running !== undefined;
    },
    started() {
      running ??= start();
      return running;
    },
    async stop() {
      await client?.stop();
      client = undefined;
      running = undefined;
    },
  };
}
