import {
  commands,
  Disposable,
  type ExtensionContext,
  env,
  Location,
  l10n,
  Position,
  type QuickPickItem,
  Range,
  type TreeView,
  Uri,
  window,
} from 'vscode';
import type { Server } from '../server';
import type { Node } from './nodes';
import type { Row, Section, Stack, Technology } from './stack';

interface Use {
  readonly uri: string;
  readonly range: { readonly start: Point; readonly end: Point };
}
interface Point {
  readonly line: number;
  readonly character: number;
}

/** What can be done with a node, from its menu, by keyboard, or by other parts with the same argument. */
interface Chosen {
  readonly technology?: Technology;
  readonly row?: Pick<Row, 'line'>;
  /** URI of the document that the row stands in; that of the tree if left out. */
  readonly document?: string | null;
}

export function registerStackCommands(
  context: ExtensionContext,
  server: Server,
  view: TreeView<Node>,
  stack: () => Stack | null,
): Disposable {
  const register = (name: string, run: (chosen?: Chosen) => unknown) =>
    commands.registerCommand(`stackGuidance.${name}`, (chosen?: Chosen) => run(chosen ?? chosenIn(view)));
  return Disposable.from(
    register('openHomepage', (chosen) => chosen?.technology && env.openExternal(Uri.parse(chosen.technology.homepage))),
    register('showUses', (chosen) => chosen?.technology && showUses(server, chosen.technology)),
    register('openRow', (chosen) => chosen?.row && openRow(context, documentOf(chosen, stack()), chosen.row.line)),
    register('insertTechnology', (chosen) =>
      commands.executeCommand('stackGuidance.insertSnippet', chosen?.technology?.name),
    ),
    commands.registerCommand('stackGuidance.searchStack', () => searchStack(server, view)),
  );
}

const documentOf = ({ document }: Chosen, stack: Stack | null): string | null =>
  document === undefined ? (stack?.document ?? null) : document;

const chosenIn = (view: TreeView<Node>): Chosen | undefined => {
  const [node] = view.selection;
  return node && 'technology' in node ? node : node?.kind === 'row' ? node : undefined;
};

/** One place is opened, several are shown as references are. */
async function showUses(server: Server, { id }: Technology): Promise<void> {
  const client = await server.started();
  const uses = await client.sendRequest<Use[]>('stackGuidance/uses', { technology: id });
  const places = uses.map(({ uri, range: { start, end } }) => {
    const range = new Range(start.line, start.character, end.line, end.character);
    return new Location(Uri.parse(uri), range);
  });
  const [first] = places;
  if (!first) return;
  const editor = await window.showTextDocument(first.uri, { selection: first.range });
  if (places.length < 2) return;
  const { uri } = editor.document;
  await commands.executeCommand('editor.action.goToLocations', uri, first.range.start, places, 'peek');
}

/** The row in the organisation's document, or in the bundled one. */
async function openRow({ extensionUri }: ExtensionContext, document: string | null, line: number): Promise<void> {
  const name = `recommended.${env.language.startsWith('fr') ? 'fr' : 'en'}.md`;
  const uri = document ? Uri.parse(document) : Uri.joinPath(extensionUri, 'data', 'stack', name);
  const at = new Position(line, 0);
  await window.showTextDocument(uri, { selection: new Range(at, at) });
}

interface Hit extends QuickPickItem {
  readonly node?: Node;
}

/** Finds a technology by name, alias or role, in English and French, and reveals it in the tree. */
async function searchStack(server: Server, view: TreeView<Node>): Promise<void> {
  const client = await server.started();
  const picker = window.createQuickPick<Hit>();
  picker.placeholder = l10n.t('Technology, role or alias');
  const search = async () => {
    const query = picker.value;
    const found = await client.sendRequest<Stack | null>('stackGuidance/stack', { query });
    if (picker.value === query) picker.items = (found?.sections ?? []).flatMap(hitsIn);
  };
  const all = Disposable.from(
    picker,
    picker.onDidChangeValue(search),
    picker.onDidHide(() => all.dispose()),
    picker.onDidAccept(async () => {
      const node = picker.selectedItems[0]?.node;
      picker.hide();
      if (node) await view.reveal(node, { focus: true, select: true, expand: true });
    }),
  );
  picker.show();
  await search();
}

const hitsIn = (section: Section): Hit[] =>
  section.rows.flatMap((row) =>
    row.technologies.map((technology) => ({
      label: technology.name,
      description: `${row.component} · ${row.ring}`,
      detail: row.justification,
      alwaysShow: true,
      node: { kind: 'technology', technology, row, section },
    })),
  );
