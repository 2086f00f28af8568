import type { Connection, InitializeParams } from 'vscode-languageserver';
import { capabilitiesFor } from './capabilities';

/** Serves a client that has said what it is. */
export type Serve = (connection: Connection, params: InitializeParams) => void;

/**
 * The language server up to its first answer, for which it needs no more than the protocol. What it can do is loaded
 * after that, before the next message is read.
 */
export function startServer(connection: Connection, load: () => Serve): void {
  let begin: (() => void) | undefined;
  const beginOnce = () => {
    begin?.();
    begin = undefined;
  };
  connection.onInitialize((params) => {
    begin = () => load()(connection, params);
    // Not every client says that it is initialized.
    setTimeout(beginOnce);
    return { serverInfo: { name: 'stack-guidance' }, capabilities: capabilitiesFor(params) };
  });
  connection.onInitialized(beginOnce);
  connection.listen();
}
