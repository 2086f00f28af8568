import { dirname, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import { unusedExceptions, unusedInline, usedExceptions } from '../core/features/unused';
import type { Reading } from '../core/guidance/guidance';
import type { Finding } from '../core/model';
import type { Inspection, Opened } from './check';
import { isBelow } from './files';

/** Exceptions that cover nothing any more. Only a check of everything that an exception could cover can tell. */
export interface Unused {
  /** Notes what was found in a file; exceptions in the file itself that cover nothing. */
  see(opened: Opened, findings: readonly Finding[]): Finding[];
  /** When all files were seen: those of a configuration. */
  of(uri: string, reading: Reading): Finding[];
}

/** What is checked in part says nothing. */
export function watchUnused({ isWhole, paths, cwd }: Inspection): Unused {
  const used = new Map<string, Set<number>>();
  const isGovernedWhole = (uri: string) =>
    isWhole && paths.some((path) => isBelow(resolve(cwd, path), dirname(URI.parse(uri).fsPath)));
  return {
    see({ configuration, policy, catalog, source }, findings) {
      const seen = used.get(configuration ?? '') ?? new Set<number>();
      for (const at of usedExceptions(findings, policy, catalog)) seen.add(at);
      used.set(configuration ?? '', seen);
      return isWhole ? unusedInline(source, findings, catalog) : [];
    },
    of(uri, { guidance, files }) {
      const text = files.find((file) => file.uri === uri)?.text;
      if (!guidance || text === undefined || !isGovernedWhole(uri)) return [];
      return unusedExceptions(text, guidance.configuration, used.get(uri) ?? new Set(), guidance.catalog);
    },
  };
}
