import type { Connection, Diagnostic } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { groupBy } from '../core/catalog/groupBy';
import type { OwnFile, Reading } from '../core/guidance/guidance';
import { diagnosticOf } from './convert';

/** What is wrong with the files of organisations stands on the files themselves, open or not. */
export interface Told {
  /** Sends what has changed since: configurations may share a file, and what is read no longer has nothing wrong. */
  tell(readings: readonly Reading[]): void;
  /** The client may have forgotten what it was told of a file. */
  forget(uri: string): void;
}

export function openTold(connection: Connection): Told {
  let told = new Map<string, string>();
  return {
    forget: (uri) => void told.delete(uri),
    tell(readings) {
      const before = told;
      const all = readings.flatMap((reading) => reading.files);
      const files = groupBy(all, ({ uri }) => uri);
      told = new Map([...files].map(([uri, same]) => [uri, JSON.stringify(diagnosticsOn(same))]));
      for (const uri of new Set([...before.keys(), ...told.keys()])) {
        const [earlier, now] = [before.get(uri), told.get(uri) ?? nothing];
        if (earlier !== now) void connection.sendDiagnostics({ uri, diagnostics: JSON.parse(now) });
      }
    },
  };
}

const nothing = '[]';

/** One file as read by each of some configurations: what they say alike is said once. */
function diagnosticsOn(same: readonly OwnFile[]): Diagnostic[] {
  const all = same.flatMap(({ uri, text, findings }) => {
    const document = TextDocument.create(uri, '', 0, text);
    return findings.map((one) => diagnosticOf(document, one));
  });
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}
