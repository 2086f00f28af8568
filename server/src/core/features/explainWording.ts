import type { Catalog } from '../catalog/catalog';
import { ringWords } from '../catalog/columns';
import type { Use } from '../catalog/verdict';
import { enumerate, lifecycleSentences } from '../catalog/wording';
import { explainTexts } from '../explainTexts';
import { ecosystems, type Identifier, type Recommendation } from '../model';
import { texts } from '../texts';
import type { Explanation } from './explain';
import type { Step } from './explainSteps';

/** An explanation in one word or two: `warning (not-recommended)`, `recommended`; empty for what gets no verdict. */
export function summaryOf({ findings, steps }: Explanation, { locale }: Catalog): string {
  const words = explainTexts[locale];
  const counted = findings.filter((finding) => !finding.suppression);
  if (counted.length) return counted.map(({ severity, rule }) => `${words.severity[severity]} (${rule})`).join(', ');
  return steps.flatMap((step) => (step.kind === 'verdict' ? [words.verdict[step.verdict.kind]] : [])).join(', ');
}

/** What each step of an explanation says, in the language of the catalog. */
export const stepTexts = ({ steps }: Explanation, catalog: Catalog): string[] =>
  steps.map((step) => stepText(step, catalog)).filter(Boolean);

function stepText(step: Step, catalog: Catalog): string {
  const words = explainTexts[catalog.locale];
  switch (step.kind) {
    case 'recognised':
      return recognisedText(step.use, catalog);
    case 'technology':
      return technologyText(step, catalog);
    case 'role':
      return words.role(step.role.name[catalog.locale]);
    case 'candidates':
      return step.technologies.length ? words.candidates(names(step.technologies, catalog)) : words.noCandidates;
    case 'evidence':
      return evidenceText(step.identifier, catalog);
    case 'roles':
      return rolesText(step, catalog);
    case 'row':
      return rowText(step.row, step.names, step.decides, catalog);
    case 'verdict':
      return verdictText(step, catalog);
    case 'lifecycle':
      return lifecycleSentences(step.use, catalog);
    case 'rule':
    case 'override':
    case 'exception':
    case 'result':
      return judgementText(step, catalog);
    case 'further':
      return words.further(words.severity.hint);
    case 'beside':
      return words.beside(enumerate(step.names, texts[catalog.locale].or));
    case 'skipped':
      return words.skipped[step.reason];
    case 'unknown':
    case 'vendored':
    case 'silent':
    case 'baseline':
      return words[step.kind];
  }
}

const nameOf = (id: string, { knowledge }: Catalog) => knowledge.technologies.get(id)?.name ?? id;
const names = (ids: readonly string[], catalog: Catalog) => ids.map((id) => nameOf(id, catalog)).join(', ');

/** `The resource aws_db_instance (where engine is mysql) is MySQL.` */
function recognisedText({ dependency, identifier, verdict }: Use, catalog: Catalog): string {
  const words = explainTexts[catalog.locale];
  const { or, named } = texts[catalog.locale];
  const isPattern = identifier.name.includes('*');
  const details = [
    ...(isPattern ? [words.pattern(identifier.name)] : []),
    ...Object.entries(identifier.where ?? {}).map(([path, values]) => words.attributes(path, enumerate(values, or))),
    ...Object.entries(identifier.exceptWhere ?? {}).map(([path, values]) =>
      words.exceptAttributes(path, enumerate(values, or)),
    ),
    ...(identifier.repositories ? [words.repositories(enumerate(identifier.repositories, or))] : []),
  ];
  const what = named[dependency.ecosystem](dependency.name);
  return words.recognised(details.length ? `${what} (${details.join('; ')})` : what, verdict.technology.name);
}

function technologyText({ technology, identifiers }: Extract<Step, { kind: 'technology' }>, catalog: Catalog): string {
  const words = explainTexts[catalog.locale];
  const { variantOf } = technology;
  const what = words.technology(technology.name, variantOf ? nameOf(variantOf, catalog) : '');
  const shown = [...new Set(identifiers.map(({ ecosystem, name }) => `${ecosystem}:${name}`))];
  // One of each ecosystem.
  const first = ecosystems.flatMap((one) => shown.find((name) => name.startsWith(`${one}:`)) ?? []);
  return `${what} ${shown.length ? words.identifiers(shown.length, first.join(', ')) : words.noIdentifiers}`;
}

function evidenceText({ evidence, speaks }: Identifier, catalog: Catalog): string {
  const words = explainTexts[catalog.locale];
  const serves = speaks.length > 1 ? [words.serves(names(speaks, catalog))] : [];
  return [words.evidence[evidence], ...serves].join(' ');
}

function rolesText({ roles, of }: Extract<Step, { kind: 'roles' }>, { knowledge, locale }: Catalog): string {
  const words = explainTexts[locale];
  if (!roles.length) return words.noRoles;
  const shown = roles.map((id) => knowledge.roles.get(id)?.name[locale] ?? id).join(', ');
  return { all: words.roles, name: words.rolesNarrowed, file: words.rolesAssigned }[of](shown);
}

/** `Line 29 of the stack: Relational Database | PostgreSQL (with Patroni) | adopt (decides)` */
function rowText(row: Recommendation, named: readonly string[], decides: boolean, catalog: Catalog): string {
  const words = explainTexts[catalog.locale];
  const ring = ringWords[catalog.locale][row.ring][0] ?? row.ring;
  const cells = [row.component, row.technology, ring].join(' | ');
  const notes = [...(named.length ? [words.rowNames(names(named, catalog))] : []), ...(decides ? [words.decides] : [])];
  return words.row(row.line + 1, cells) + (notes.length ? ` (${notes.join('; ')})` : '');
}

function verdictText(step: VerdictStep, catalog: Catalog): string {
  const { without, relation } = step.verdict;
  const words = explainTexts[catalog.locale];
  const softer =
    relation === 'compatible' || relation === 'variant'
      ? words[relation](names(step.relatives, catalog))
      : relation === 'without'
        ? words.without(without ?? '')
        : relation && words[relation];
  return [opinionText(step, catalog), softer].filter(Boolean).join(' ');
}

type VerdictStep = Extract<Step, { kind: 'verdict' }>;

function opinionText({ verdict, named }: VerdictStep, catalog: Catalog): string {
  const { kind, rows, identifier } = verdict;
  const words = explainTexts[catalog.locale];
  const { or } = texts[catalog.locale];
  if (kind === 'unjudged') return words.unjudged;
  if (kind === 'recommended') return words.recommended(names(named, catalog));
  if (kind === 'assess') return words.assess(names(named, catalog));
  if (rows.some((row) => row.ring === 'hold')) return words.hold(names(named, catalog));
  const served = identifier.speaks.map((id) => nameOf(id, catalog));
  const components = rows.map((row) => row.component);
  if (verdict.isAssigned) return words.notRecommendedHere(enumerate(components, or));
  return words.notRecommended(enumerate(components, or), enumerate(served, or));
}

function judgementText(
  step: Extract<Step, { kind: 'rule' | 'override' | 'exception' | 'result' }>,
  { locale }: Catalog,
): string {
  const words = explainTexts[locale];
  if (step.kind === 'rule') {
    const said = words.rule(step.finding.rule, words.severity[step.finding.severity]);
    return step.cappedIn ? `${said} ${words.capped(step.cappedIn)}` : said;
  }
  if (step.kind === 'override') {
    const { severity, of, name, glob } = step.override;
    const entry = `severity.${of}.${name}${glob ? ` ${words.pathsOf(glob)}` : ''}`;
    return words.override(entry, words.severity[severity], words.severity[step.from]);
  }
  if (step.kind === 'exception') {
    const { reason, expires } = step.exception;
    // A step is a line; YAML has room for reasons of several.
    const said = words.exception(reason.trim().replace(/\s*\n\s*/g, ' '), expires ? words.until(expires) : '');
    return step.state === 'counts' ? said : `${said} ${words[step.state]}`;
  }
  if (step.severity === 'suppressed' || step.severity === 'off') return words[step.severity];
  return words.result(words.severity[step.severity]);
}
