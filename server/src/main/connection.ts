import { type Connection, createConnection, ProposedFeatures, StreamMessageReader } from 'vscode-languageserver/node';
import { writerTo } from './writer';

/** The connection that the command line asks for: stdio, IPC, a socket or a pipe. */
export const connectionOfProcess = (): Connection =>
  process.argv.includes('--stdio') ? connectionOverStdio() : createConnection(ProposedFeatures.all);

/** As the library makes it, but for the writer. */
function connectionOverStdio(): Connection {
  const { stdin, stdout } = process;
  const connection = createConnection(ProposedFeatures.all, new StreamMessageReader(stdin), writerTo(stdout));
  let isDone = false;
  connection.onShutdown(() => {
    isDone = true;
  });
  for (const event of ['end', 'close']) stdin.once(event, () => process.exit(isDone ? 0 : 1));
  // What a library might say there would be read as a message.
  for (const method of ['log', 'info', 'debug'] as const) console[method] = console.error;
  return connection;
}
