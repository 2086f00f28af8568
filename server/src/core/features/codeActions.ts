import type { Catalog } from '../catalog/catalog';
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

/** The fixes of the findings that touch a range. */
export function codeActions(
  source: Source,
  range: Span,
  catalog: Catalog,
  snippets: readonly Snippet[],
  neighbours?: Neighbours,
  policy?: Policy,
): Answer[] {
  const touched = ({ span, suppression }: Finding) =>
    !suppression && span.start <= range.end && range.start <= span.end;
  const findings = check(source, catalog, neighbours, policy).filter(touched);
  const uses = findings.length ? usesOf(source, catalog) : [];
  return findings.map((finding) => {
    const use = uses.find(({ span, verdict }) => isAt(finding, span) && verdict.technology.id === finding.technology);
    const exception = exceptingOf(source, finding, catalog);
    const fixes = use ? fixesOf(source, use, finding, catalog, snippets) : [];
    return { finding, fixes, ...(exception ? { exception } : {}) };
  });
}

const isAt = (finding: Finding, span: Span) => finding.span.start === span.start;

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
