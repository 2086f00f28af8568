import type { Catalog } from '../catalog/catalog';
import { ringWords } from '../catalog/columns';
import type { DocumentProblem } from '../catalog/documentProblems';
import type { StackDocument } from '../catalog/stackDocument';
import { type Suggestions, suggestRings, suggestRoles, suggestTechnologies } from '../catalog/suggestions';
import type { Finding, Fix, Locale, Span } from '../model';
import { texts } from '../texts';
import { mostSearched, roleName, toldProblems } from './stackDocumentFindings';

/**
 * The findings of a document that touch a range, each with the edits that answer it, best first: a name or a word that
 * is not known is changed to what it may mean.
 */
export function documentFixes(
  text: string,
  range: Span,
  document: StackDocument,
  catalog: Catalog,
): { finding: Finding; fixes: Fix[] }[] {
  const touched = toldProblems(document, catalog).filter(
    ({ finding: { span } }) => span.start <= range.end && range.start <= span.end,
  );
  return touched.map(({ problem, finding }, at) => ({
    finding,
    fixes: at < mostSearched ? fixesOf(text, problem, document, catalog) : [],
  }));
}

interface Change {
  readonly names: readonly string[];
  readonly isClear: boolean;
}

function fixesOf(text: string, problem: DocumentProblem, document: StackDocument, catalog: Catalog): Fix[] {
  const { span } = problem;
  const written = text.slice(span.start, span.end);
  const change = changeOf(problem, written, document.language ?? catalog.locale, catalog);
  // Where the name was not found exactly, more than the name would be replaced.
  if (!change || !('name' in problem) || written.replace(/\s+/g, ' ') !== problem.name) return [];
  return change.names.map((name) => ({
    title: texts[catalog.locale].fix.changeTo(name),
    changes: [{ span, text: name.replaceAll('|', '\\|') }],
    isPreferred: change.isClear,
  }));
}

/** What may stand there instead, as it is called in the document's language. */
function changeOf(
  problem: DocumentProblem,
  written: string,
  language: Locale,
  { knowledge }: Catalog,
): Change | undefined {
  if (problem.kind === 'unknown-technology')
    return named(suggestTechnologies(problem.name, knowledge), (id) => knowledge.technologies.get(id)?.name ?? id);
  if (problem.kind === 'unknown-role')
    return named(suggestRoles(problem.name, knowledge), (id) => roleName(id, knowledge, language));
  if (problem.kind === 'unknown-word' && problem.column === 'ring')
    return named(suggestRings(problem.name), (ring) => asWritten(ringWords[language][ring][0] ?? ring, written));
  return undefined;
}

const named = <Id>({ ids, isClear }: Suggestions<Id>, name: (id: Id) => string): Change => ({
  names: ids.map(name),
  isClear,
});

/** With a capital where the word had one. */
const asWritten = (word: string, written: string) =>
  /^\p{Lu}/u.test(written) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
