import type { Catalog } from '../catalog/catalog';
import { insertableSnippets, type Proposal } from '../catalog/insertable';
import { candidates } from '../catalog/recognise';
import { judge, type Verdict } from '../catalog/verdict';
import { enumerate } from '../catalog/wording';
import { escaped, verdictMarkdown } from '../markdown';
import type { Ecosystem, Slot, Snippet, Source, Span, TextChange } from '../model';
import { choices } from '../slots/choices';
import { slotIn } from '../slots/slotIn';
import { expandSnippet } from '../snippets/expand';
import { texts } from '../texts';

/** One thing that may be inserted at an offset. */
export interface Completion {
  readonly kind: Slot['kind'];
  readonly label: string;
  readonly detail: string;
  /** What is replaced, and where it ends if the rest of the word is to stay. */
  readonly span: Span;
  readonly insertEnd: number;
  /** In snippet syntax if it is a snippet. */
  readonly insertText: string;
  readonly also: readonly TextChange[];
  /** What was typed: the client's own filter must not drop what is found by role or with a typing error. */
  readonly filterText: string;
  readonly sortText: string;
  readonly reference: Reference;
}

/** What is to be looked up again for the documentation. */
export type Reference =
  | { readonly snippet: string }
  | { readonly ecosystem: Ecosystem; readonly name: string; readonly technology: string };

/** More than anybody looks through; typing on narrows it. */
const most = 100;

/** What may be inserted at an offset, best first; nothing that is not recommended, and nothing deprecated. */
export function completion(
  source: Source,
  offset: number,
  catalog: Catalog,
  snippets: readonly Snippet[],
): Completion[] {
  const slot = slotIn(source, offset);
  if (!slot) return [];
  const filterText = source.text.slice(slot.span.start, offset);
  return choices(slot, source, catalog, snippets)
    .slice(0, most)
    .map((choice, place) => ({
      kind: choice.proposal.snippet ? 'snippet' : slot.kind,
      label: choice.label,
      detail: detailOf(choice.proposal.verdict, catalog),
      span: slot.span,
      insertEnd: slot.insertEnd,
      insertText: choice.text,
      also: slot.also?.(choice.entry) ?? [],
      filterText,
      sortText: String(place).padStart(3, '0'),
      reference: referenceOf(choice.proposal),
    }));
}

/** `PostgreSQL — recommended for Relational Database`. */
function detailOf({ technology, rows }: Verdict, catalog: Catalog): string {
  const words = texts[catalog.locale];
  if (!rows.length) return technology.name;
  const isTrial = rows.every((row) => row.ring === 'trial');
  const components = enumerate(
    rows.map((row) => row.component),
    words.or,
  );
  const opinion = isTrial ? words.verdict.trial : words.verdict.recommended;
  return `${technology.name} — ${opinion} ${words.forRole(components)}`;
}

const referenceOf = ({ identifier, snippet, verdict }: Proposal): Reference =>
  snippet
    ? { snippet: snippet.name }
    : { ecosystem: identifier.ecosystem, name: identifier.name, technology: verdict.technology.id };

/** What the stack says of a proposal, and what a snippet expands to, as Markdown. */
export function completionMarkdown(
  reference: Reference,
  catalog: Catalog,
  snippets: readonly Snippet[],
): string | undefined {
  if ('snippet' in reference) {
    const { all } = insertableSnippets(catalog, snippets);
    const proposal = all.find(({ snippet }) => snippet?.name === reference.snippet);
    return proposal?.snippet && snippetMarkdown(proposal.snippet, proposal.verdict, catalog);
  }
  const verdicts = candidates(reference, catalog.knowledge).flatMap((one) => judge(one, catalog) ?? []);
  const verdict = verdicts.find(({ technology }) => technology.id === reference.technology);
  return verdict && verdictMarkdown(verdict, catalog);
}

function snippetMarkdown({ description, body }: Snippet, verdict: Verdict, catalog: Catalog): string {
  const said = [escaped(description[catalog.locale]), verdictMarkdown(verdict, catalog), fenced(expandSnippet(body))];
  return said.filter(Boolean).join('\n\n');
}

/** Fenced by more backticks than the text has in a row. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}
