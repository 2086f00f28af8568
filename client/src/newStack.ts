import {
  commands,
  Disposable,
  type ExtensionContext,
  l10n,
  Position,
  type QuickPickItem,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { Server } from './server';

interface Origin extends QuickPickItem {
  readonly origin: 'template' | 'uses';
}

/** The command `Create a Stack Document…`: from a template, or from what the workspace uses; and the sample workspace. */
export function registerNewStack(context: ExtensionContext, server: Server): Disposable {
  return Disposable.from(
    commands.registerCommand('stackGuidance.createStackDocument', () => createStackDocument(server)),
    commands.registerCommand('stackGuidance.openSample', () => openSample(context)),
  );
}

async function createStackDocument(server: Server): Promise<void> {
  const folder = await chosenFolder();
  const chosen =
    folder && (await window.showQuickPick(origins(), { placeHolder: l10n.t('What shall it begin with?') }));
  if (!folder || !chosen) return;
  if (chosen.origin === 'uses') await commands.executeCommand('stackGuidance.checkWorkspace');
  const client = await server.started();
  const text = await client.sendRequest<string>('stackGuidance/newDocument', { origin: chosen.origin });
  const document = Uri.joinPath(folder, 'docs', 'stack.md');
  await writeNew(document, text);
  await writeNew(Uri.joinPath(folder, '.stack-guidance.yaml'), 'stack: docs/stack.md\n');
  await window.showTextDocument(document);
}

async function chosenFolder(): Promise<Uri | undefined> {
  const folders = workspace.workspaceFolders ?? [];
  if (folders.length > 1) return (await window.showWorkspaceFolderPick())?.uri;
  if (!folders[0]) void window.showInformationMessage(l10n.t('Open a folder first.'));
  return folders[0]?.uri;
}

const origins = (): Origin[] => [
  { origin: 'uses', label: l10n.t('What the workspace uses'), detail: l10n.t('Checks the workspace first.') },
  { origin: 'template', label: l10n.t('A template'), detail: l10n.t('The bundled stack, to cut down to yours.') },
];

/** What is there already stays. */
async function writeNew(uri: Uri, text: string): Promise<void> {
  const isThere = await workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
  if (!isThere) await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** A copy that may be edited, in a window of its own. */
async function openSample({ extensionUri, globalStorageUri }: ExtensionContext): Promise<void> {
  const examples = Uri.joinPath(extensionUri, 'examples');
  if (/^https?$/.test(examples.scheme)) return openSampleFiles(examples);
  const target = Uri.joinPath(globalStorageUri, 'sample');
  await workspace.fs.copy(examples, target, { overwrite: true });
  await commands.executeCommand('vscode.openFolder', target, { forceNewWindow: true });
}

/** In the browser, where extensions lie on a web site that does not list folders: documents that are not saved. */
async function openSampleFiles(examples: Uri): Promise<void> {
  for (const name of ['charts/shop/Chart.yaml', 'infra/data.tf', 'package.json']) {
    const text = new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(examples, name)));
    const uri = Uri.from({ scheme: 'untitled', path: `/sample/${name}` });
    const document = await workspace.openTextDocument(uri);
    const edit = new WorkspaceEdit();
    if (!document.getText()) edit.insert(uri, new Position(0, 0), text);
    await workspace.applyEdit(edit);
    await window.showTextDocument(document, { preview: false });
  }
}
