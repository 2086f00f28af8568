import type { TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { URI } from 'vscode-uri';
import { copyOf } from '../core/copy';
import { readSource } from '../core/files';
import type { Source } from '../core/model';
import { written } from '../host/plain';

/** The sources of open documents, each read once for each version. */
export interface Sources {
  /** Undefined where the document is none of our kinds. */
  of(document: TextDocument): Source | undefined;
  forget(uri: string): void;
}

export function openSources(): Sources {
  const cache = new Map<string, { version: number; source: Source | undefined }>();
  return {
    of(document) {
      const known = cache.get(document.uri);
      if (known?.version === document.version) return known.source;
      const text = inOnePiece(document.getText());
      const source = readSource(pathOf(document.uri), text, document.languageId, known?.source);
      cache.set(document.uri, { version: document.version, source });
      return source;
    },
    forget: (uri) => void cache.delete(uri),
  };
}

/** Longer texts are read in parts, which are copied anyway. */
const longest = 50_000;

/** After an edit V8 keeps a text as the pieces that it was put together of, and finds each letter by way of them. */
const inOnePiece = (text: string) => (text.length > longest ? text : copyOf(text));

/** The path of a URI; empty where it is none. */
export function pathOf(uri: string): string {
  try {
    return URI.parse(uri).path;
  } catch {
    return ''; // Clients may open what is no URI.
  }
}

/** Some clients escape less in a URI than others, `@` for example. */
export const isSame = (one: string, other: string): boolean => one === other || normalised(one) === normalised(other);

/** A URI as the server writes it; itself where it is none. */
export function normalised(uri: string): string {
  try {
    return written(uri);
  } catch {
    return uri;
  }
}

/** The open document of a file, whichever way its URI is written. */
export const openDocument = (documents: TextDocuments<TextDocument>, uri: string): TextDocument | undefined =>
  documents.get(uri) ?? documents.all().find((one) => isSame(one.uri, uri));

/** What editors open to compare, review or print: a warning there cannot be acted on. The hover stays. */
const silentSchemes = new Set([
  'git',
  'gitfs',
  'gitlens',
  'git-graph',
  'svn',
  'hg',
  'review',
  'pr',
  'githubpr',
  'gitlab',
  'comment',
  'conflictResolution',
  'merge-conflict.conflict-diff',
  'vscode-scm',
  'vscode-local-history',
  'vscode-settings',
  'vscode-chat-code-block',
  'chat-editing-text-model',
  'chat-editing-snapshot-text-model',
  'output',
  'search-editor',
  'debug',
  'walkThrough',
  'walkThroughSnippet',
]);

export const mayBeChecked = (uri: string) => !silentSchemes.has(uri.slice(0, uri.indexOf(':')));
