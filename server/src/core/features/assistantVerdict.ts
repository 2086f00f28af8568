import { assistantTexts } from '../assistantTexts';
import { type Catalog, groupBy } from '../catalog/catalog';
import type { Verdict } from '../catalog/verdict';
import { explainTexts } from '../explainTexts';
import { type Ecosystem, ecosystems, type RuleId, type Severity } from '../model';
import { type Answer, type TechnologyAnswer, technologyLines } from './assistant';

export interface VerdictContent {
  /** What was asked about: a name, or the path of a manifest. */
  readonly subject: string;
  /** Id of the kind of file; null for a name. */
  readonly kind: string | null;
  readonly verdicts: readonly VerdictAnswer[];
  /** Findings that somebody has excepted with a reason. */
  readonly excepted: number;
  /** Findings that are left out because there are too many. */
  readonly further: number;
}

export interface VerdictAnswer {
  /** `npm:mysql2`; the name that was asked about where that is no identifier. */
  readonly identifier: string;
  /** Id of a technology; null where nothing is known of it. */
  readonly technology: string | null;
  readonly opinion: Opinion;
  /** How loud it is; null where there is no finding. */
  readonly severity: Severity | null;
  readonly rule: RuleId | null;
  readonly message: string;
  /** In a manifest: lines and columns from 1, in UTF-16 units. */
  readonly place?: Place;
  /** What to use instead, or what a row says of it, best first. */
  readonly recommended: readonly TechnologyAnswer[];
}

/** `finding` in a manifest: the rule and the severity say it. */
export type Opinion = Verdict['kind'] | 'unknown' | 'finding';

export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** More than that nobody reads at once. */
const mostVerdicts = 50;

/** The verdicts, and what they recommend, as an answer. */
export function verdictsAnswer(
  about: Pick<VerdictContent, 'subject' | 'kind'>,
  all: readonly VerdictAnswer[],
  excepted: number,
  catalog: Catalog,
): Answer<VerdictContent> {
  const verdicts = all.slice(0, mostVerdicts);
  const further = all.length - verdicts.length;
  const words = assistantTexts[catalog.locale];
  const title = all.length ? words.found(about.subject, all.length) : words.nothingFound(about.subject);
  const notes = [...(further ? [words.further(further)] : []), ...(excepted ? [words.excepted(excepted)] : [])];
  const lines = [...(about.kind ? [title] : []), ...verdicts.map((one) => verdictLine(one, catalog)), ...notes];
  const technologies = merged(verdicts.flatMap(({ recommended }) => recommended));
  return {
    text: [...lines, ...technologies.flatMap((one) => technologyLines(one, catalog))].join('\n'),
    content: { ...about, verdicts, excepted, further },
  };
}

/** `3:5 warning (not-recommended) npm:mysql2: …` */
function verdictLine({ place, severity, rule, message, identifier }: VerdictAnswer, { locale }: Catalog): string {
  const at = place ? `${place.line}:${place.column} ` : '';
  return severity ? `${at}${explainTexts[locale].severity[severity]} (${rule}) ${identifier}: ${message}` : message;
}

/** Each technology once, with all that it is inserted by. */
function merged(all: readonly TechnologyAnswer[]): TechnologyAnswer[] {
  return [...groupBy(all, ({ id }) => id).values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const own = [first, ...others];
    const insert = new Map(own.flatMap((one) => one.insert).map((one) => [`${one.ecosystem} ${one.name}`, one]));
    const snippets = new Map(own.flatMap((one) => one.snippets).map((one) => [`${one.kind} ${one.name}`, one]));
    return [{ ...first, insert: [...insert.values()], snippets: [...snippets.values()] }];
  });
}

/** Where a name lives that is written with its ecosystem. */
export const ecosystemOf = (identifier: string): Ecosystem | undefined =>
  ecosystems.find((one) => identifier.startsWith(`${one}:`));
