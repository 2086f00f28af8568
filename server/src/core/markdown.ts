import type { Catalog } from './catalog/catalog';
import type { Verdict } from './catalog/verdict';
import { enumerate, recommendationText, replacementText } from './catalog/wording';
import type { Lifecycle, Locale, Recommendation, Suppression } from './model';
import { texts } from './texts';

/**
 * A verdict as one short block of Markdown; undefined where there is nothing to say.
 *
 * @param exception what is to be said of an exception, in Markdown
 */
export function verdictMarkdown(verdict: Verdict, catalog: Catalog, exception?: string): string | undefined {
  if (!verdict.rows.length && !verdict.lifecycle) return undefined;
  const { opening, rest } = told.get(verdict) ?? tell(verdict, catalog);
  return (exception ? [opening, exception, rest] : [opening, rest]).join('\n\n');
}

/** A verdict is of one catalog, and told in the same words wherever it is asked about. */
const told = new WeakMap<Verdict, { readonly opening: string; readonly rest: string }>();

function tell(verdict: Verdict, catalog: Catalog) {
  const { technology, lifecycle, rows } = verdict;
  const opening = `**${escaped(technology.name)}** — ${headline(verdict, catalog)}`;
  const lines = [
    ...(lifecycle ? [lifecycleLine(verdict, lifecycle, catalog)] : []),
    ...rows.map((row) => rowLine(row, verdict, catalog)),
    footer(verdict, catalog.locale),
  ];
  const words = { opening, rest: lines.join('\n\n') };
  told.set(verdict, words);
  return words;
}

/** Why something is excepted, until when, who answers for it and where. */
export function exceptionMarkdown(
  { reason, expires, owner, ticket }: Suppression,
  hasExpired: boolean,
  locale: Locale,
): string {
  const words = texts[locale].exception;
  const said = (day: string[]) =>
    [escaped(reason), ...day, ...[owner, ticket].flatMap((one) => (one ? [escaped(one)] : []))].join(', ');
  if (expires && hasExpired) return words.held(expires, said([]));
  return words.holds(said(expires ? [words.until(expires)] : []));
}

function headline(verdict: Verdict, catalog: Catalog): string {
  const words = texts[catalog.locale];
  const components = enumerate(
    verdict.rows.map((row) => escaped(row.component)),
    words.or,
  );
  const opinion = verdict.rows.length
    ? `${opinionWord(verdict, catalog)} ${words.forRole(components)}`
    : words.verdict.deprecated;
  const related =
    verdict.relation === 'compatible' || verdict.relation === 'variant' ? words.related[verdict.relation] : '';
  const without = verdict.without
    ? words.without(escaped(verdict.technology.name), escaped(verdict.without)).replace(/\.$/, '')
    : '';
  return [opinion, related, without].filter(Boolean).join(', ');
}

function opinionWord({ kind, rows, relation }: Verdict, catalog: Catalog): string {
  const words = texts[catalog.locale].verdict;
  if (relation === 'neutral') return words.neutral;
  if (kind === 'recommended') return rows.every((row) => row.ring === 'trial') ? words.trial : words.recommended;
  if (kind === 'assess') return words.assess;
  return rows.some((row) => row.ring === 'hold') ? words.hold : words.notRecommended;
}

/** Recommendation, justification as written and section of one row. */
function rowLine(row: Recommendation, verdict: Verdict, catalog: Catalog): string {
  const words = texts[catalog.locale];
  const choice = escaped(recommendationText(row, catalog));
  const label = verdict.rows.length > 1 ? escaped(row.component) : words.recommends;
  const first = choice ? `${label}${catalog.locale === 'fr' ? ' :' : ':'} **${choice}**` : '';
  const reason = row.justification ? escaped(row.justification) : '';
  return [first, reason, row.section && `*${words.section}: ${escaped(row.section)}*`].filter(Boolean).join('  \n');
}

function lifecycleLine(verdict: Verdict, lifecycle: Lifecycle, catalog: Catalog): string {
  const words = texts[catalog.locale];
  const since = lifecycle.since ? ` (${lifecycle.since})` : '';
  const replacement = replacementText(verdict, catalog);
  const use = replacement ? ` ${words.use(`**${escaped(replacement)}**`)}` : '';
  return `⚠ **${words.verdict.deprecated}**${since}: ${escaped(lifecycle.reason[catalog.locale])}${use} ${sourceLink(lifecycle.source)}`;
}

function sourceLink(source: string): string {
  const thread = /^([\w.-]+\/[\w.-]+)#(\d+)$/.exec(source);
  const link = linkTo('↗', thread ? `https://github.com/${thread[1]}/issues/${thread[2]}` : source);
  return link && `(${link})`;
}

function footer({ technology }: Verdict, locale: Locale): string {
  const docs = technology.docs ? linkTo(texts[locale].docs, technology.docs) : '';
  return [siteLink(technology.homepage), docs].filter(Boolean).join(' · ');
}

/** A link that shows the host that it leads to. */
export function siteLink(address: string): string {
  const host = /^https:\/\/(?:www\.)?([^/?#]+)/.exec(address)?.[1];
  return host ? linkTo(host, address) : '';
}

/** A link to an https address, whatever is written in it; nothing for other addresses. */
function linkTo(text: string, address: string): string {
  if (!/^https:\/\/[^\s/]/.test(address)) return '';
  const inside = address.replace(/[^\w:/?#@!$&+,;=.~%\u00a1-\uffff-]/g, (sign) => {
    return `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
  return `[${escaped(text)}](${inside.replaceAll('&', '&amp;')})`;
}

/** Text of documents is shown as text: no marks, links, images or HTML of its own come through, no address becomes a link. */
export const escaped = (text: string) =>
  text
    .replace(/[\p{Cc}\p{Bidi_Control}\s]+/gu, ' ')
    .replace(/[\\`*_{}[\]()#+!|<>~&$=:@-]/g, '\\$&')
    .replace(/(^ ?\d+|\bwww)\./gi, '$1\\.');
