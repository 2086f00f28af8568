import { assistantTexts } from '../assistantTexts';
import type { Catalog } from '../catalog/catalog';
import { insertableSnippets } from '../catalog/insertable';
import { fold } from '../catalog/names';
import { suggestTechnologies } from '../catalog/suggestions';
import { judgeTechnology } from '../catalog/verdict';
import { enumerate, recommendationSentences } from '../catalog/wording';
import { kindNamed } from '../files';
import type { FileKind, Snippet } from '../model';
import { expandSnippet } from '../snippets/expand';
import { texts } from '../texts';
import { type Answer, isPositive, type Knows } from './assistant';

export interface SnippetContent {
  readonly name: string;
  readonly technology: string;
  readonly role: string;
  /** Id of the kind of file that it belongs in. */
  readonly kind: string;
  readonly description: string;
  /** Plain text: what is a tab stop in an editor has its default here. */
  readonly text: string;
  /** The map of package.json that its lines belong in. */
  readonly scope?: 'dependencies' | 'devDependencies';
  /** Further snippets of the same technology for the same kind of file, by name. */
  readonly others: readonly string[];
}

/**
 * The text of a snippet.
 *
 * @param asked a technology, or the name of a snippet
 * @param kind id of a kind of file, or the path of a file
 */
export function snippetFor(asked: string, kind: string, knows: Knows): Answer<SnippetContent> {
  const { catalog, snippets } = knows;
  const words = assistantTexts[catalog.locale];
  const file = kindNamed(kind.trim());
  if (!file) return { problem: words.unknownKind(kind, kindsOf(snippets)) };
  const all = insertableSnippets(catalog, snippets).all.flatMap(({ snippet }) => snippet ?? []);
  const named = all.filter((one) => fold(one.name) === fold(asked) && one.kind === file.id);
  const id = named[0]?.technology ?? catalog.knowledge.lexicon.technologies.get(fold(asked));
  const own = all.filter((one) => one.technology === id);
  const fitting = [...new Set([...named, ...own.filter((one) => one.kind === file.id)])];
  const [first, ...others] = fitting;
  if (!id) return { problem: words.unknownTechnology(asked, namesNear(asked, catalog)) };
  if (!first) return { problem: whyNone(id, file, own, catalog) };
  return answer(first, others, catalog);
}

function answer(snippet: Snippet, others: readonly Snippet[], { locale }: Catalog): Answer<SnippetContent> {
  const { name, technology, role, kind, scope } = snippet;
  const description = snippet.description[locale];
  const text = expandSnippet(snippet.body);
  const names = others.map((one) => one.name);
  const head = [name, description, kind, ...(scope ? [scope] : [])].join(' | ');
  const further = names.length ? ['', assistantTexts[locale].alternatives, ...names.map((one) => `- ${one}`)] : [];
  return {
    text: [head, '', text, ...further].join('\n'),
    content: {
      ...{ name, technology, role, kind, description, text, others: names },
      ...(scope ? { scope } : {}),
    },
  };
}

const kindsOf = (snippets: readonly Snippet[]) => [...new Set(snippets.map(({ kind }) => kind))];

function namesNear(name: string, { knowledge }: Catalog): string[] {
  return suggestTechnologies(name, knowledge).ids.flatMap((id) => knowledge.technologies.get(id)?.name ?? []);
}

/** What is not recommended has no snippet, and what is recommended instead is told. */
function whyNone(id: string, kind: FileKind, own: readonly Snippet[], catalog: Catalog): string {
  const { locale, knowledge } = catalog;
  const name = knowledge.technologies.get(id)?.name ?? id;
  const none = assistantTexts[locale].noSnippet(name, kind.id, kindsOf(own));
  const verdict = judgeTechnology(id, catalog);
  if (verdict?.kind !== 'not-recommended') return none;
  const components = verdict.rows.map(({ component }) => component);
  const opinion = texts[locale].notRecommended(name, enumerate(components, texts[locale].or));
  return [none, opinion, recommendationSentences(verdict.rows.filter(isPositive), catalog)].filter(Boolean).join(' ');
}
