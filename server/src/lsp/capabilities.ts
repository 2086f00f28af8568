import {
  CodeActionKind,
  type InitializeParams,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';

/** A quote opens a name; a space goes on with words, and begins a value in YAML. */
export const completionTriggers = ['"', ' '];

/** Applies every drop-in replacement of a file, on save if the user says so. */
export const fixAllKind = 'source.fixAll.stackGuidance';

/** What the server can do for a client; diagnostics are pushed to those that do not ask for them. */
export function capabilitiesFor({ capabilities }: InitializeParams): ServerCapabilities {
  const pulls = capabilities.textDocument?.diagnostic !== undefined;
  return {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    completionProvider: { triggerCharacters: completionTriggers, resolveProvider: true },
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
    ...(pulls ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false } } : {}),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  };
}
