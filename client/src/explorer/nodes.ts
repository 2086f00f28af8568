import { l10n, MarkdownString, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';
import type { Row, Section, Stack, Technology } from './stack';

/** What stands in the tree. */
export type Node =
  | { readonly kind: 'check' }
  | { readonly kind: 'section'; readonly section: Section }
  | { readonly kind: 'row'; readonly row: Row; readonly section: Section }
  | { readonly kind: 'technology'; readonly technology: Technology; readonly row: Row; readonly section: Section }
  | { readonly kind: 'others' }
  | { readonly kind: 'other'; readonly technology: Technology };

/** The nodes below one, or at the top. */
export function childrenOf(node: Node | undefined, stack: Stack): Node[] {
  if (!node) return topOf(stack);
  if (node.kind === 'section') return node.section.rows.map((row) => ({ kind: 'row', row, section: node.section }));
  if (node.kind === 'row')
    return node.row.technologies.map((technology) => ({ ...node, kind: 'technology', technology }));
  if (node.kind === 'others') return stack.others.map((technology) => ({ kind: 'other', technology }));
  return [];
}

function topOf({ sections, others, uses }: Stack): Node[] {
  return [
    ...(uses ? [] : [{ kind: 'check' } as const]),
    ...sections.map((section) => ({ kind: 'section', section }) as const),
    ...(others.length ? [{ kind: 'others' } as const] : []),
  ];
}

const rings: Readonly<Record<Row['ring'], readonly [icon: string, color: string]>> = {
  adopt: ['pass-filled', 'charts.green'],
  trial: ['beaker', 'charts.blue'],
  assess: ['eye', 'charts.yellow'],
  hold: ['circle-slash', 'charts.red'],
};

/** How a node is shown; what is said is also said to screen readers. */
export function itemOf(node: Node, stack: Stack): TreeItem {
  if (node.kind === 'check') return checkItem();
  if (node.kind === 'section') return new TreeItem(node.section.name, TreeItemCollapsibleState.Collapsed);
  if (node.kind === 'row') return rowItem(node.row);
  if (node.kind === 'others') return new TreeItem(l10n.t('Not in the stack'), TreeItemCollapsibleState.Collapsed);
  if (node.kind === 'other')
    return technologyItem(node.technology, l10n.t('not in the stack'), ['warning', 'charts.orange'], stack);
  return technologyItem(node.technology, node.row.ring, rings[node.row.ring], stack);
}

function checkItem(): TreeItem {
  const item = new TreeItem(l10n.t('Check the workspace to count uses'));
  item.iconPath = new ThemeIcon('play');
  item.command = { command: 'stackGuidance.checkWorkspace', title: item.label as string };
  return item;
}

function rowItem(row: Row): TreeItem {
  const item = new TreeItem(row.component, TreeItemCollapsibleState.Expanded);
  item.description = row.technology;
  item.tooltip = row.justification;
  item.contextValue = 'row';
  item.accessibilityInformation = { label: saidOf(row) };
  return item;
}

const saidOf = ({ component, technology, justification }: Row) => `${component} ${technology}. ${justification}`;

function technologyItem(
  technology: Technology,
  opinion: string,
  [icon, color]: readonly [string, string],
  { uses, findings }: Stack,
): TreeItem {
  const { id, name, isDeprecated } = technology;
  const used = uses?.[id] ?? 0;
  const found = findings[id] ?? 0;
  const said = [
    opinion,
    ...(isDeprecated ? [l10n.t('deprecated')] : []),
    ...(used ? [used === 1 ? l10n.t('one use') : l10n.t('{0} uses', used)] : []),
    ...(found ? [found === 1 ? l10n.t('one finding') : l10n.t('{0} findings', found)] : []),
  ].join(' · ');
  const item = new TreeItem(name);
  item.description = said;
  item.iconPath = new ThemeIcon(icon, new ThemeColor(color));
  item.contextValue = used ? 'technology used' : 'technology';
  item.tooltip = new MarkdownString().appendText(`${name}: ${said}`);
  item.accessibilityInformation = { label: [name, said].join(' ') };
  if (used)
    item.command = { command: 'stackGuidance.showUses', title: l10n.t('Go to Uses'), arguments: [{ technology }] };
  return item;
}
