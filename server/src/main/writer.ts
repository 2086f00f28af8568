import type { Writable } from 'node:stream';
import { AbstractMessageWriter, type Message, type MessageWriter } from 'vscode-languageserver/node';

/**
 * Writes each message at once and as a whole. The writer of the library waits for a turn of the event loop, then writes
 * a message in two pieces, each of which wakes the client: a hover takes a third longer.
 */
export function writerTo(stream: Writable): MessageWriter {
  return new WholeMessageWriter(stream);
}

class WholeMessageWriter extends AbstractMessageWriter {
  #failures = 0;

  constructor(private readonly stream: Writable) {
    super();
    stream.on('error', (error) => this.fireError(error));
    stream.on('close', () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const body = JSON.stringify(message);
    const text = `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
    return new Promise((resolve, reject) => {
      this.stream.write(text, 'utf8', (error) => (error ? reject(this.#failed(error, message)) : resolve()));
    });
  }

  #failed(error: Error, message: Message): Error {
    this.fireError(error, message, ++this.#failures);
    return error;
  }

  end(): void {
    this.stream.end();
  }
}
