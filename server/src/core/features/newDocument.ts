import { type Catalog, groupBy } from '../catalog/catalog';
import type { Recommendation } from '../model';
import { texts } from '../texts';

interface Line {
  readonly section: string;
  readonly cells: readonly [component: string, technology: string, justification: string];
}

/** The stack in force as a document to cut down to one's own. */
export const templateDocument = (catalog: Catalog): string => documentOf(catalog.recommendations.map(lineOf), catalog);

const lineOf = ({ section, component, technology, justification }: Recommendation): Line => ({
  section,
  cells: [component, technology, justification],
});

/** A document of what is used: a row for each role, what is used for it as its choices, the most used first. */
export function documentOfUses(uses: ReadonlyMap<string, number>, catalog: Catalog): string {
  const { technologies, roles } = catalog.knowledge;
  const used = [...uses].sort((a, b) => b[1] - a[1]).flatMap(([id]) => technologies.get(id) ?? []);
  const filling = used.flatMap((technology) => technology.roles.slice(0, 1).map((role) => ({ role, technology })));
  const lines = [...groupBy(filling, ({ role }) => role)].map(([role, ones]): Line => {
    const row = catalog.byRole.get(role)?.[0];
    const name = roles.get(role)?.name[catalog.locale] ?? role;
    const choices = ones.map(({ technology }) => technology.name).join(' / ');
    return { section: row?.section ?? '', cells: [name, choices, ''] };
  });
  return documentOf(lines, catalog);
}

function documentOf(lines: readonly Line[], { locale }: Catalog): string {
  const words = texts[locale].newDocument;
  const sections = [...groupBy(lines, ({ section }) => section)].map(([section, ones]) => {
    const table = [words.columns, words.columns.map(() => '---'), ...ones.map(({ cells }) => cells.map(escapedCell))];
    const rows = table.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
    return `## ${section || words.others}\n\n${rows}`;
  });
  return `${[`# ${words.title}`, ...sections].join('\n\n')}\n`;
}

const escapedCell = (text: string) => text.replace(/\|/g, '\\|');
