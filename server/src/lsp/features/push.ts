import type { Diagnostic } from 'vscode-languageserver';
import { guarded, type Session } from '../session';

/** A check that takes longer waits for a pause in the typing. */
const slowMs = 5;
const pauseMs = 200;

/** Diagnostics, and how long the check itself took. */
export interface Timed {
  readonly diagnostics: Diagnostic[];
  readonly ms: number;
}

/** Sends diagnostics to clients that do not ask for them. */
export interface Push {
  /** Checks a document in the next turn of the event loop; after a pause where checks of it are slow. */
  soon(uri: string): void;
  clear(uri: string): void;
}

export function pushDiagnostics(session: Session, diagnosticsOf: (uri: string) => Promise<Timed>): Push {
  const { connection, documents } = session;
  const waiting = new Map<string, () => void>();
  const took = new Map<string, readonly number[]>();

  const send = guarded(session, 'diagnostics', undefined, async (uri: string) => {
    waiting.delete(uri);
    const document = documents.get(uri);
    if (!document) return;
    const { version } = document;
    const { diagnostics, ms } = await diagnosticsOf(uri);
    took.set(uri, [ms, ...(took.get(uri) ?? [])].slice(0, 3));
    // Somebody typed, or opened it anew, while the surroundings were read: the newer check sends.
    if (documents.get(uri) === document && document.version === version)
      await connection.sendDiagnostics({ uri, version, diagnostics });
  });

  return {
    soon(uri) {
      waiting.get(uri)?.();
      // The fastest of the last ones: a machine that was busy for a moment makes no check slow.
      const isSlow = Math.min(...(took.get(uri) ?? [0])) > slowMs;
      waiting.set(
        uri,
        later(() => void send(uri), isSlow ? pauseMs : 0),
      );
    },
    clear(uri) {
      waiting.get(uri)?.();
      waiting.delete(uri);
      took.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}

/** Does something in the next turn of the event loop, or after a pause; returns what prevents that. */
function later(work: () => void, ms: number): () => void {
  // A worker of the web has no other turns than those of timers.
  if (ms === 0 && typeof setImmediate === 'function') {
    const turn = setImmediate(work);
    return () => clearImmediate(turn);
  }
  const timer = setTimeout(work, ms);
  return () => clearTimeout(timer);
}
