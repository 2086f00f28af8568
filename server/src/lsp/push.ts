import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** A check that takes longer waits for a pause in the typing. */
const slowMs = 5;
const pauseMs = 200;

/** Sends diagnostics to clients that do not ask for them. */
export interface Push {
  /** Checks a document in the next turn of the event loop; after a pause where checks of it are slow. */
  soon(uri: string): void;
  clear(uri: string): void;
}

export function pushDiagnostics(
  connection: Connection,
  diagnosticsOf: (document: TextDocument) => Promise<Diagnostic[]>,
  open: (uri: string) => TextDocument | undefined,
): Push {
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  const took = new Map<string, number>();

  async function send(uri: string): Promise<void> {
    waiting.delete(uri);
    const document = open(uri);
    if (!document) return;
    const { version } = document;
    const start = performance.now();
    const diagnostics = await diagnosticsOf(document);
    took.set(uri, performance.now() - start);
    // Somebody typed while the surroundings were read: the newer check sends.
    if (open(uri)?.version === version) await connection.sendDiagnostics({ uri, version, diagnostics });
  }

  return {
    soon(uri) {
      clearTimeout(waiting.get(uri));
      const pause = (took.get(uri) ?? 0) > slowMs ? pauseMs : 0;
      const run = () => void send(uri).catch((error) => connection.console.error(`diagnostics: ${error}`));
      waiting.set(uri, setTimeout(run, pause));
    },
    clear(uri) {
      clearTimeout(waiting.get(uri));
      waiting.delete(uri);
      took.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}
