import {
  commands,
  Disposable,
  l10n,
  languages,
  type QuickPickItem,
  QuickPickItemKind,
  Range,
  SnippetString,
  type TextEditor,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { manifests } from '../documents';
import type { Server } from '../server';

/** What the server offers for a document; the requests are described in ARCHITECTURE.md. */
interface Offer {
  readonly name: string;
  readonly section: string;
  readonly technology: string;
  readonly description: string;
}

interface Insertion {
  readonly range: Range;
  /** In snippet syntax. */
  readonly text: string;
}

interface Item extends QuickPickItem {
  readonly offer?: Offer;
}

/** The command `Insert Snippet…`: a picker over the whole stack, of what fits the open file. */
export function registerInsertSnippet(server: Server): Disposable {
  return commands.registerCommand('stackGuidance.insertSnippet', async (query?: unknown) => {
    const editor = window.activeTextEditor;
    if (!editor || languages.match(manifests, editor.document) === 0) {
      void window.showInformationMessage(
        l10n.t('Open a package.json, a Terraform file or a file of a Helm chart first.'),
      );
      return;
    }
    const client = await server.started();
    const offer = await pick(client, editor, typeof query === 'string' ? query : '');
    if (offer) await insert(client, editor, offer);
  });
}

/** The server searches: in French and English, by technology, role or alias, with tolerance for slips. */
function pick(client: BaseLanguageClient, editor: TextEditor, query: string): Promise<Offer | undefined> {
  const picker = window.createQuickPick<Item>();
  picker.title = l10n.t('Insert Snippet');
  picker.value = query;
  picker.placeholder = l10n.t('Technology, role or alias');
  const show = async () => {
    const query = picker.value;
    picker.busy = true;
    const offers = await client.sendRequest<Offer[]>('stackGuidance/searchSnippets', { ...documentOf(editor), query });
    if (picker.value !== query) return;
    picker.items = itemsOf(offers, query === '');
    picker.busy = false;
  };
  return new Promise((resolve) => {
    const all = Disposable.from(
      picker,
      picker.onDidChangeValue(show),
      picker.onDidAccept(() => {
        resolve(picker.selectedItems[0]?.offer);
        picker.hide();
      }),
      picker.onDidHide(() => {
        resolve(undefined);
        all.dispose();
      }),
    );
    picker.show();
    void show();
  });
}

/** Grouped by section of the document; while searching, the best hit first. */
function itemsOf(offers: readonly Offer[], grouped: boolean): Item[] {
  return offers.flatMap((offer, index) => {
    const item: Item = {
      label: offer.name,
      description: offer.technology,
      detail: offer.description,
      alwaysShow: true,
      offer,
    };
    const begins = grouped && offer.section !== offers[index - 1]?.section;
    return begins ? [{ label: offer.section, kind: QuickPickItemKind.Separator }, item] : [item];
  });
}

async function insert(client: BaseLanguageClient, editor: TextEditor, { name }: Offer): Promise<void> {
  const position = editor.selection.active;
  const found = await client.sendRequest<Insertion | null>('stackGuidance/insertSnippet', {
    ...documentOf(editor),
    position,
    name,
  });
  if (!found) return;
  const { start, end } = found.range;
  const range = new Range(start.line, start.character, end.line, end.character);
  await window.showTextDocument(editor.document, editor.viewColumn);
  await editor.insertSnippet(new SnippetString(found.text), range, { undoStopBefore: true, undoStopAfter: true });
}

const documentOf = (editor: TextEditor) => ({ textDocument: { uri: editor.document.uri.toString() } });
