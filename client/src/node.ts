import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import * as extension from './extension';

/** Entry point on the desktop and in remote hosts: the server is a process of its own. */
export function activate(context: ExtensionContext): void {
  const module = context.asAbsolutePath('dist/server.js');
  const server = { module, transport: TransportKind.ipc };
  extension.activate(context, (options) => new LanguageClient('stackGuidance', 'Stack Guidance', server, options));
}

export const deactivate = extension.deactivate;
