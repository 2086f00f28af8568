import { assistantTexts } from '../assistantTexts';
import { type Catalog, groupBy } from '../catalog/catalog';
import type { Verdict } from '../catalog/verdict';
import { enumerate, recommendationSentences, recommendedIds } from '../catalog/wording';
import { explainTexts } from '../explainTexts';
import {
  type Ecosystem,
  ecosystems,
  type Finding,
  type Recommendation,
  type RuleId,
  type Severity,
  type Snippet,
  type Span,
} from '../model';
import { softened } from '../policy/baseline';
import type { Policy } from '../policy/policy';
import { texts } from '../texts';
import {
  type Answer,
  isPositive,
  type Knows,
  type TechnologyAnswer,
  technologyAnswer,
  technologyLines,
} from './assistant';
import { check } from './diagnostics';
import type { Asked, Explanation } from './explain';
import { explainName, namesNear } from './explainName';
import { summaryOf } from './explainWording';

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

/**
 * What the stack says of a name.
 *
 * @param name an identifier (`npm:mysql2`, `mysql2`) or a technology
 */
export function verdictOnName(name: string, knows: Knows, policy: Policy): Answer<VerdictContent> {
  const { catalog } = knows;
  const explanations = explainName(name, catalog, policy);
  const verdicts = explanations.length
    ? distinct(explanations.map((one) => ofExplanation(one, knows)))
    : [unknown(name.trim(), catalog)];
  return answer({ subject: name.trim(), kind: null }, verdicts, 0, catalog);
}

/** A chart of several repositories is one name. */
const distinct = (all: readonly VerdictAnswer[]): VerdictAnswer[] => [
  ...new Map(all.map((one) => [`${one.identifier} ${one.message}`, one])).values(),
];

const unknown = (name: string, catalog: Catalog): VerdictAnswer => ({
  ...{ identifier: name, technology: null, opinion: 'unknown', severity: null, rule: null, recommended: [] },
  message: `${explainTexts[catalog.locale].unknownName(name, namesNear(name, catalog))}.`.replace(/\?\.$/, '?'),
});

function ofExplanation(explanation: Explanation, knows: Knows): VerdictAnswer {
  const { subject, steps, findings } = explanation;
  const [verdict] = steps.flatMap((step) => (step.kind === 'verdict' ? [step.verdict] : []));
  const rows = verdict?.rows ?? steps.flatMap((step) => (step.kind === 'row' ? [step.row] : []));
  const counted = findings.filter((finding) => !finding.suppression);
  const said = counted.map(({ message }) => message).join(' ');
  return {
    identifier: subject,
    technology: verdict?.technology.id ?? null,
    opinion: verdict?.kind ?? 'unknown',
    severity: counted[0]?.severity ?? null,
    rule: counted[0]?.rule ?? null,
    message: said || withoutFinding(explanation, verdict, rows, knows.catalog),
    recommended: recommendedBy(findings, rows, ecosystemOf(subject), knows),
  };
}

function withoutFinding(
  explanation: Explanation,
  verdict: Verdict | undefined,
  rows: readonly Recommendation[],
  catalog: Catalog,
): string {
  const words = texts[catalog.locale];
  const [excepted] = explanation.findings.flatMap(({ suppression }) => suppression ?? []);
  if (excepted) return words.exception.holds(excepted.reason);
  const components = enumerate(
    rows.map(({ component }) => component),
    words.or,
  );
  const opinion = [summaryOf(explanation, catalog), components && verdict ? words.forRole(components) : ''];
  const said = `${[`${explanation.subject}:`, ...opinion].filter(Boolean).join(' ')}.`;
  return [verdict ? said : '', recommendationSentences(rows, catalog)].filter(Boolean).join(' ');
}

/**
 * What a check says of a manifest, in the order of the text.
 *
 * @param placeOf turns a span of the text into lines and columns
 */
export function verdictOnManifest(
  subject: string,
  asked: Asked,
  placeOf: (span: Span) => Place,
  snippets: readonly Snippet[],
): Answer<VerdictContent> {
  const { source, catalog, neighbours, policy, known } = asked;
  const knows = { catalog, snippets };
  const all = softened(check(source, catalog, neighbours, policy), known);
  const counted = all.filter((finding) => !finding.suppression);
  const verdicts = counted.map((finding) => ({
    ...ofFinding(finding, source.kind.id, knows),
    place: placeOf(finding.span),
  }));
  return answer({ subject, kind: source.kind.id }, verdicts, all.length - counted.length, catalog);
}

function ofFinding(finding: Finding, kind: string, knows: Knows): VerdictAnswer {
  const { identifier, technology, severity, rule, message, recommended } = finding;
  const place = { ecosystem: ecosystemOf(identifier ?? ''), kinds: [kind] };
  return {
    identifier: identifier ?? technology ?? rule,
    ...{ technology, severity, rule, message, opinion: 'finding' as const },
    recommended: recommended.flatMap((id) => technologyAnswer(id, knows, place) ?? []),
  };
}

/** By the findings; where there are none, by the rows that name it. */
function recommendedBy(
  findings: readonly Finding[],
  rows: readonly Recommendation[],
  ecosystem: Ecosystem | undefined,
  knows: Knows,
): TechnologyAnswer[] {
  const named = findings.flatMap((finding) => finding.recommended);
  const ids = named.length ? named : idsOf(rows, knows.catalog);
  const place = ecosystem ? { ecosystem, kinds: kindsFor[ecosystem] ?? [] } : {};
  return [...new Set(ids)].flatMap((id) => technologyAnswer(id, knows, place) ?? []);
}

/** The kinds of files in which snippets take the place of a name; of the others there are no snippets. */
const kindsFor: Readonly<Partial<Record<Ecosystem, readonly string[]>>> = {
  npm: ['package-json'],
  'terraform-resource': ['terraform'],
  'terraform-provider': ['terraform'],
  'terraform-module': ['terraform'],
  helm: ['helm-chart', 'helm-values', 'terraform'],
  image: ['helm-values', 'helm-template'],
  'k8s-api': ['helm-template'],
};

const idsOf = (rows: readonly Recommendation[], catalog: Catalog) => recommendedIds(rows.filter(isPositive), catalog);

const ecosystemOf = (identifier: string): Ecosystem | undefined =>
  ecosystems.find((one) => identifier.startsWith(`${one}:`));

function answer(
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
