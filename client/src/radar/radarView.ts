import {
  commands,
  Disposable,
  type ExtensionContext,
  l10n,
  Position,
  Range,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { radarPage } from '../../../radar/page';
import type { RadarMessage } from '../../../radar/protocol';
import type { Server } from '../server';

type Radar = Parameters<typeof radarPage>[0];

/** The command `Open Radar`: the stack in force as a radar, with what the last check of the workspace found. */
export function registerRadar(context: ExtensionContext, server: Server): Disposable {
  let panel: WebviewPanel | undefined;
  const render = async () => {
    if (panel) panel.webview.html = await page(server);
  };
  const open = async () => {
    if (panel) return panel.reveal();
    panel = window.createWebviewPanel('stackGuidance.radar', l10n.t('Radar'), ViewColumn.Active, {
      enableScripts: true,
      retainContextWhenHidden: true,
      localResourceRoots: [],
    });
    panel.iconPath = Uri.joinPath(context.extensionUri, 'media', 'stack.svg');
    panel.onDidDispose(() => {
      panel = undefined;
    });
    panel.webview.onDidReceiveMessage((message: RadarMessage) => receive(message));
    await render();
  };
  return Disposable.from(
    commands.registerCommand('stackGuidance.openRadar', open),
    server.onDidChange(render),
    new Disposable(() => panel?.dispose()),
  );
}

/** Where each place of the page is, by how the page writes it. */
const places = new Map<string, Uri>();

async function page(server: Server): Promise<string> {
  const client = await server.started();
  const uri = window.activeTextEditor?.document.uri;
  const radar = await client.sendRequest<Radar | null>('stackGuidance/radar', uri ? { uri: uri.toString() } : {});
  if (!radar) return `<p>${l10n.t('The configuration of this workspace is not valid; see Problems.')}</p>`;
  const nonce = crypto.randomUUID().replaceAll('-', '');
  return radarPage(named(radar), { nonce, sourceOf: () => `'nonce-${nonce}'`, opens: true });
}

/** With paths as the workspace shows them in the place of URIs. */
function named(radar: Radar): Radar {
  places.clear();
  const shown = (file: string) => {
    const uri = Uri.parse(file);
    const name = workspace.asRelativePath(uri);
    places.set(name, uri);
    return name;
  };
  const entries = radar.entries.map((entry) => ({
    ...entry,
    uses: { ...entry.uses, places: entry.uses.places.map((place) => ({ ...place, file: shown(place.file) })) },
  }));
  return { ...radar, entries };
}

async function receive(message: RadarMessage): Promise<void> {
  if (message.type === 'check') return void (await commands.executeCommand('stackGuidance.checkWorkspace'));
  const { place, line = 1 } = message;
  if (!place) return void (await commands.executeCommand('stackGuidance.openRow', { row: { line: line - 1 } }));
  const uri = places.get(place.file);
  if (!uri) return;
  const at = new Position(place.line - 1, 0);
  await window.showTextDocument(uri, { selection: new Range(at, at), viewColumn: ViewColumn.Beside });
}
