import type { Catalog } from '../catalog/catalog';
import type { Verdict } from '../catalog/verdict';
import { enumerate, recommendationSentences, recommendedIds } from '../catalog/wording';
import { explainTexts } from '../explainTexts';
import type { Ecosystem, Finding, Recommendation } from '../model';
import type { Policy } from '../policy/policy';
import { texts } from '../texts';
import { type Answer, isPositive, type Knows, type TechnologyAnswer, technologyAnswer } from './assistant';
import { ecosystemOf, type VerdictAnswer, type VerdictContent, verdictsAnswer } from './assistantVerdict';
import type { Explanation } from './explain';
import { explainName, namesNear } from './explainName';
import { summaryOf } from './explainWording';

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
  return verdictsAnswer({ subject: name.trim(), kind: null }, verdicts, 0, catalog);
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
  cargo: ['cargo'],
  golang: ['go-mod'],
  pypi: ['python-requirements', 'pyproject', 'pipfile', 'setup-cfg'],
  conda: ['conda-environment'],
  pub: ['pubspec'],
  maven: ['gradle', 'version-catalog', 'pom'],
  swift: ['package-swift'],
  'github-action': ['github-actions'],
  'gitlab-include': ['gitlab-ci'],
};

const idsOf = (rows: readonly Recommendation[], catalog: Catalog) => recommendedIds(rows.filter(isPositive), catalog);
