import { Disposable, l10n, languages, StatusBarAlignment, type TextDocument, window } from 'vscode';
import { manifests } from './documents';
import type { Stack } from './explorer/stack';
import type { Server } from './server';

/** The stack of the active document and what is found in it; a click shows the radar. */
export function registerStatusBar(server: Server): Disposable {
  const item = window.createStatusBarItem('stackGuidance.status', StatusBarAlignment.Right, 100);
  item.name = 'Stack Guidance';
  item.command = 'stackGuidance.openRadar';
  let title = '';
  const show = (document: TextDocument | undefined) => {
    if (!document || languages.match(manifests, document) === 0) return item.hide();
    const found = languages.getDiagnostics(document.uri).filter(({ source }) => source === 'stack-guidance').length;
    item.text = found ? `$(layers) ${title} $(warning) ${found}` : `$(layers) ${title}`;
    item.tooltip = l10n.t('{0}: {1} findings in this file. Click for the radar.', title, found);
    item.accessibilityInformation = { label: item.tooltip };
    item.show();
  };
  const ask = async () => {
    const document = window.activeTextEditor?.document;
    if (!document || languages.match(manifests, document) === 0) return item.hide();
    const client = await server.started();
    const stack = await client.sendRequest<Stack | null>('stackGuidance/stack', { uri: document.uri.toString() });
    title = stack?.title ?? 'Stack Guidance';
    show(window.activeTextEditor?.document);
  };
  return Disposable.from(
    item,
    window.onDidChangeActiveTextEditor(ask),
    server.onDidChange(ask),
    languages.onDidChangeDiagnostics(({ uris }) => {
      const document = window.activeTextEditor?.document;
      if (title && uris.some((uri) => uri.toString() === document?.uri.toString())) show(document);
    }),
  );
}
