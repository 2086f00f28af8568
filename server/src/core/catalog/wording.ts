import type { Choice, Dependency, Recommendation, Technology } from '../model';
import { texts } from '../texts';
import type { Catalog } from './catalog';
import { namedTechnologies } from './recommendation';
import type { Use, Verdict } from './verdict';

/** `MySQL (mysql2)`: what it is and what was found; once where both are alike. */
export function nameInUse({ name, ecosystem }: Dependency, technology: Technology): string {
  const short = technology.name.replace(/ \(.*\)$/, '');
  return short.toLowerCase() === name.toLowerCase() || ecosystem === 'k8s-api' ? short : `${short} (${name})`;
}

const isAlive = (id: string, catalog: Catalog) => !catalog.knowledge.technologies.get(id)?.deprecated;
const nameOf = (id: string, catalog: Catalog) => catalog.knowledge.technologies.get(id)?.name ?? id;

/** What a row recommends: as written, unless something in it is deprecated, which is never proposed. */
export function recommendationText(row: Recommendation, catalog: Catalog): string {
  if (namedTechnologies(row.expression).every((id) => isAlive(id, catalog))) return row.technology;
  const groups = row.expression.allOf.map((group) => group.filter((choice) => isAlive(choice.technology, catalog)));
  const text = groups
    .filter((group) => group.length)
    .map((group) => group.map((choice) => choiceText(choice, catalog)).join('/'));
  return text.join(' + ');
}

function choiceText(choice: Choice, catalog: Catalog): string {
  const names = (ids: readonly string[]) => ids.filter((id) => isAlive(id, catalog)).map((id) => nameOf(id, catalog));
  const inside = names([...choice.variants, ...choice.frameworks]).join(' / ');
  const beside = names(choice.companions).join(' + ');
  const brackets = [inside, beside && `${texts[catalog.locale].with} ${beside}`].filter(Boolean).join(', ');
  return nameOf(choice.technology, catalog) + (brackets ? ` (${brackets})` : '');
}

/** Ids of what rows recommend, best first, companions and the deprecated left out. */
export function recommendedIds(rows: readonly Recommendation[], catalog: Catalog): string[] {
  const choices = rows.flatMap((row) => row.expression.allOf.flat());
  const ids = choices.flatMap((choice) => [choice.technology, ...choice.variants, ...choice.frameworks]);
  return [...new Set(ids)].filter((id) => isAlive(id, catalog));
}

/** `Recommended: PostgreSQL (with Patroni). Reliability, ACID` for one row; each with its component for several. */
export function recommendationSentences(rows: readonly Recommendation[], catalog: Catalog): string {
  const words = texts[catalog.locale];
  const sentences = rows.flatMap((row) => {
    const choice = recommendationText(row, catalog);
    if (!choice) return [];
    const said = rows.length === 1 ? words.recommendedChoice(choice) : words.recommendedFor(row.component, choice);
    return [row.justification ? `${said} ${sentence(row.justification)}` : said];
  });
  return sentences.join(' ');
}

const sentence = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** `X is deprecated. Archived upstream. Use Y.`; nothing for what is alive. */
export function lifecycleSentences({ dependency, verdict }: Use, catalog: Catalog): string {
  const { lifecycle, identifier, technology } = verdict;
  if (!lifecycle) return '';
  const words = texts[catalog.locale];
  // One of its names may be dead while the technology lives on.
  const what = identifier.deprecated
    ? words.named[dependency.ecosystem](dependency.name)
    : nameInUse(dependency, technology);
  const replacement = replacementText(verdict, catalog);
  const parts = [
    words.deprecated(what),
    sentence(lifecycle.reason[catalog.locale]),
    replacement && words.use(replacement),
  ];
  return parts.filter(Boolean).join(' ');
}

/** The technology that took over, or the new name with the repository that it is in now. */
export function replacementText({ lifecycle, identifier }: Verdict, catalog: Catalog): string {
  if (!lifecycle?.replacedBy) return lifecycle?.repository ?? '';
  if (!identifier.deprecated) return nameOf(lifecycle.replacedBy, catalog);
  return [lifecycle.replacedBy, lifecycle.repository && `(${lifecycle.repository})`].filter(Boolean).join(' ');
}

/** `A, B or C`. */
export function enumerate(items: readonly string[], last: string): string {
  const unique = [...new Set(items)];
  const head = unique.slice(0, -1).join(', ');
  return head ? `${head} ${last} ${unique[unique.length - 1]}` : (unique[0] ?? '');
}
