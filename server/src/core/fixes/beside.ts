import type { Catalog } from '../catalog/catalog';
import type { Use } from '../catalog/verdict';
import type { Finding, Fix, Snippet, Source } from '../model';
import { expandSnippet } from '../snippets/expand';
import { texts } from '../texts';
import { insertableIdentifier } from './targets';

/** Where something cannot be converted: the snippet of each recommended technology, beside it. */
export function insertingFixes(
  source: Source,
  { dependency, verdict }: Use,
  technologies: readonly string[],
  catalog: Catalog,
  snippets: readonly Snippet[],
): Fix[] {
  const roles = verdict.rows.map((row) => row.role);
  const fits = (one: Snippet) => one.kind === source.kind.id && roles.includes(one.role) && !one.companionOf;
  return technologies.flatMap((id) => {
    const fitting = snippets.filter((one) => one.technology === id && fits(one));
    return fitting
      .flatMap((one) => insertingFix(source, dependency.nameSpan.start, one, one.body, catalog))
      .slice(0, 1);
  });
}

/** What is missing beside a recommended technology. */
export function companionFixes(
  source: Source,
  { dependency }: Use,
  finding: Finding,
  catalog: Catalog,
  snippets: readonly Snippet[],
): Fix[] {
  const near = dependency.nameSpan.start;
  const snippet = snippets.find((one) => one.kind === source.kind.id && one.companionOf === dependency.name);
  // The first tab stop of a companion is what the file calls the thing that it accompanies.
  if (snippet && dependency.label) {
    const body = snippet.body.replace(/\$\{1:[^}]*\}/, `\${1:${dependency.label}}`);
    return insertingFix(source, near, snippet, body, catalog);
  }
  if (dependency.ecosystem !== 'npm') return [];
  const identifier = insertableIdentifier(finding.recommended[0] ?? '', 'npm', catalog);
  if (!identifier?.version) return [];
  const body = `"${identifier.name}": "${identifier.version}"`;
  const change = source.kind.insert(source.text, near, { body, scope: 'devDependencies' });
  return change
    ? [
        {
          title: texts[catalog.locale].fix.add(identifier.name, 'devDependencies'),
          changes: [change],
          isPreferred: false,
        },
      ]
    : [];
}

/** None where a snippet has no place: a whole script in a file that has one already. */
function insertingFix(source: Source, near: number, snippet: Snippet, body: string, catalog: Catalog): Fix[] {
  const inserted = { body: expandSnippet(body), ...(snippet.scope ? { scope: snippet.scope } : {}) };
  const change = source.kind.insert(source.text, near, inserted);
  const title = texts[catalog.locale].fix.insertBeside(snippet.name);
  return change ? [{ title, changes: [change], isPreferred: false }] : [];
}
