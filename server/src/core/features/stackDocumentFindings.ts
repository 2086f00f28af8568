import type { Catalog, KnowledgeIndex } from '../catalog/catalog';
import { type DocumentProblem, documentProblems } from '../catalog/documentProblems';
import type { StackDocument } from '../catalog/stackDocument';
import { suggestRoles, suggestTechnologies } from '../catalog/suggestions';
import { enumerate } from '../catalog/wording';
import type { Finding, Locale, Severity } from '../model';
import { texts } from '../texts';

/**
 * What is wrong in a stack document, in its order: the one place that tells it, for the editor, the command line and
 * the build.
 *
 * @param _text the document as written; spans are UTF-16 offsets into it
 * @param catalog whose knowledge and language count; it need not be compiled from this document
 */
export const documentFindings = (_text: string, document: StackDocument, catalog: Catalog): Finding[] =>
  toldProblems(document, catalog).map(({ finding }) => finding);

/** A problem and how it is told. */
export interface Told {
  readonly problem: DocumentProblem;
  readonly finding: Finding;
}

/** The problems of a document with their findings. */
export function toldProblems(document: StackDocument, { knowledge, locale }: Catalog): Told[] {
  const problems = documentProblems(document, knowledge);
  const isWithoutTable = problems.some(({ kind }) => kind === 'no-table');
  const searched = new Set(problems.filter(isUnknown).slice(0, mostSearched));
  return problems.map((problem) => ({
    problem,
    finding: {
      rule: 'stack-document',
      severity: severityOf(problem, isWithoutTable),
      span: problem.span,
      message: messageOf(problem, knowledge, locale, searched.has(problem)),
      identifier: null,
      technology: problem.kind === 'contradiction' ? problem.technology : null,
      role: problem.kind === 'contradiction' || problem.kind === 'unknown-technology' ? problem.role : null,
      recommended: [],
      struck: false,
    },
  }));
}

/** A search takes a millisecond, again at each letter; who has more of them has written for something else. */
export const mostSearched = 20;

const isUnknown = ({ kind }: DocumentProblem) => kind === 'unknown-role' || kind === 'unknown-technology';

function severityOf(problem: DocumentProblem, isWithoutTable: boolean): Severity {
  if (problem.kind === 'no-table' || problem.kind === 'empty-table') return 'error';
  // Beside the stack a table of roles and people is none of ours.
  const isOther = problem.kind === 'missing-column' && !problem.isPlain && !isWithoutTable;
  return isOther ? 'information' : 'warning';
}

/** @param isSearched whether it says what a name that is not known may mean */
function messageOf(problem: DocumentProblem, knowledge: KnowledgeIndex, locale: Locale, isSearched: boolean): string {
  const words = texts[locale].document;
  switch (problem.kind) {
    case 'no-table':
      return words.noTable;
    case 'empty-table':
      return words.emptyTable;
    case 'extra-cells':
      return words.extraCells;
    case 'missing-cell':
      return words.missingCell[problem.column];
    case 'missing-column':
      return words.missingColumn[problem.column](problem.name);
    case 'unknown-word':
      return words.unknownWord[problem.column](problem.name);
    case 'contradiction':
      return words.contradiction[problem.side](
        knowledge.technologies.get(problem.technology)?.name ?? problem.technology,
        roleName(problem.role, knowledge, locale),
        problem.otherLine + 1,
      );
    case 'unknown-role':
      return words.unknownRole(problem.name, isSearched ? nearestRoles(problem.name, knowledge, locale) : '');
    case 'unknown-technology':
      return words.unknownTechnology(
        problem.name,
        isSearched ? meantTechnologies(problem.name, knowledge, locale) : '',
      );
  }
}

/** What a role is called in a language. */
export const roleName = (id: string, { roles }: KnowledgeIndex, locale: Locale): string =>
  roles.get(id)?.name[locale] ?? id;

const nearestRoles = (name: string, knowledge: KnowledgeIndex, locale: Locale) =>
  suggestRoles(name, knowledge)
    .ids.map((id) => roleName(id, knowledge, locale))
    .join(', ');

function meantTechnologies(name: string, knowledge: KnowledgeIndex, locale: Locale): string {
  const names = suggestTechnologies(name, knowledge).ids.map((id) => knowledge.technologies.get(id)?.name ?? id);
  return enumerate(names, texts[locale].or);
}
