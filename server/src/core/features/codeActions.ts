import { type Catalog, groupBy } from '../catalog/catalog';
import type { Use } from '../catalog/verdict';
import { companionFixes, insertingFixes } from '../fixes/beside';
import { type Target, targetsOf } from '../fixes/targets';
import { fixTitle } from '../fixes/titles';
import type { Finding, Fix, Snippet, Source, Span } from '../model';
import { type Excepting, exceptingOf } from '../policy/excepting';
import type { Policy } from '../policy/policy';
import { type Neighbours, usesOf } from '../rules/rule';
import { check } from './diagnostics';

/** A finding with the edits that answer it, best first. */
export interface Answer {
  readonly finding: Finding;
  readonly fixes: readonly Fix[];
  /** How it can be excepted instead; left out where no exception counts. Nothing applies that by itself. */
  readonly exception?: Excepting;
}

/** More than anybody chooses from: an editor asks for all of a file where all of it is selected. */
const mostAnswers = 100;

/** The fixes of the findings that touch a range, the first of them where there are many. */
export function codeActions(
  source: Source,
  range: Span,
  catalog: Catalog,
  snippets: readonly Snippet[],
  neighbours?: Neighbours,
  policy?: Policy,
): Answer[] {
  const touched = ({ span }: Finding) => span.start <= range.end && range.start <= span.end;
  const counted = countedIn(source, catalog, neighbours, policy);
  const findings = counted.filter(touched).slice(0, mostAnswers);
  const useOf = usesBy(source, findings, catalog);
  return findings.map((finding) => {
    const use = useOf(finding);
    const exception = exceptingOf(source, finding, catalog);
    const fixes = use ? fixesOf(source, use, finding, catalog, snippets) : [];
    return { finding, fixes, ...(exception ? { exception } : {}) };
  });
}

/** All findings of a file, each with the drop-in replacements that answer it alone: what may be applied without a look. */
export function dropInFixes(source: Source, catalog: Catalog, neighbours?: Neighbours, policy?: Policy): Answer[] {
  const findings = countedIn(source, catalog, neighbours, policy);
  const useOf = usesBy(source, findings, catalog);
  return findings.map((finding) => {
    const use = finding.rule === 'missing-companion' ? undefined : useOf(finding);
    const targets = use ? targetsOf(use, catalog).filter(({ moved }) => moved === 'drop-in') : [];
    return { finding, fixes: targets.flatMap((target) => (use ? replacingFix(source, use, target, catalog) : [])) };
  });
}

const countedIn = (...asked: Parameters<typeof check>) => check(...asked).filter(({ suppression }) => !suppression);

/** The use that each finding is of. */
function usesBy(source: Source, findings: readonly Finding[], catalog: Catalog): (finding: Finding) => Use | undefined {
  const placeOf = ({ start }: Span, technology: string | null) => `${start} ${technology}`;
  const uses = findings.length ? usesOf(source, catalog) : [];
  const places = groupBy(uses, ({ span, verdict }) => placeOf(span, verdict.technology.id));
  return ({ span, technology }) => places.get(placeOf(span, technology))?.[0];
}

function fixesOf(source: Source, use: Use, finding: Finding, catalog: Catalog, snippets: readonly Snippet[]): Fix[] {
  if (finding.rule === 'missing-companion') return companionFixes(source, use, finding, catalog, snippets);
  const targets = targetsOf(use, catalog);
  const replacing = targets.flatMap((target) => replacingFix(source, use, target, catalog));
  const replaced = replacing.length ? targets.map((target) => target.technology.id) : [];
  const rest = finding.recommended.filter((id) => !replaced.includes(id));
  return [...replacing, ...insertingFixes(source, use, rest, catalog, snippets)];
}

function replacingFix(source: Source, use: Use, target: Target, catalog: Catalog): Fix[] {
  const edit = source.kind.replace(source, use.dependency, target.replacement);
  if (!edit?.changes.length) return [];
  const title = fixTitle(use, target, edit, catalog);
  return [{ title, changes: edit.changes, isPreferred: target.moved === 'drop-in' }];
}
