import { Disposable, EventEmitter, type ExtensionContext, type TreeView, window } from 'vscode';
import type { Server } from '../server';
import { registerStackCommands } from './commands';
import { childrenOf, itemOf, type Node } from './nodes';
import type { Stack } from './stack';

/** The view `Stack`: sections, rows, technologies, with what the workspace uses. */
export function registerExplorer(context: ExtensionContext, server: Server): Disposable {
  const changed = new EventEmitter<Node | undefined>();
  let stack: Stack | null = null;
  const load = async () => {
    const uri = window.activeTextEditor?.document.uri;
    const client = await server.started();
    stack = await client.sendRequest<Stack | null>('stackGuidance/stack', uri ? { uri: uri.toString() } : {});
    if (stack) view.title = stack.title;
    return stack;
  };
  const view: TreeView<Node> = window.createTreeView<Node>('stackGuidance.stack', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getChildren: async (node?: Node) => {
        const now = node ? stack : await load();
        return now ? childrenOf(node, now) : [];
      },
      getTreeItem: (node: Node) => itemOf(node, stack ?? emptyStack),
      getParent: (node: Node) => parentOf(node),
    },
  });
  return Disposable.from(
    view,
    changed,
    server.onDidChange(() => changed.fire(undefined)),
    registerStackCommands(context, server, view, () => stack),
  );
}

const emptyStack: Stack = { title: '', document: null, sections: [], uses: null, findings: {}, others: [] };

function parentOf(node: Node): Node | undefined {
  if (node.kind === 'technology') return { kind: 'row', row: node.row, section: node.section };
  if (node.kind === 'row') return { kind: 'section', section: node.section };
  return node.kind === 'other' ? { kind: 'others' } : undefined;
}
