import type { Catalog } from '../catalog/catalog';
import type { Use } from '../catalog/verdict';
import { type Target, targetsOf } from '../fixes/targets';
import type { Edit, Finding, Fix, Source, Span } from '../model';
import { type Neighbours, usesOf } from '../rules/rule';
import { texts } from '../texts';
import { check } from './diagnostics';

/** A finding with the edits that answer it, best first. */
export interface Answer {
  readonly finding: Finding;
  readonly fixes: readonly Fix[];
}

/** The fixes of the findings that touch a range. */
export function codeActions(source: Source, range: Span, catalog: Catalog, neighbours?: Neighbours): Answer[] {
  const findings = check(source, catalog, neighbours).filter(
    ({ span }) => span.start <= range.end && range.start <= span.end,
  );
  const uses = findings.length ? usesOf(source, catalog) : [];
  return findings.map((finding) => {
    const use = uses.find(
      ({ span, verdict }) => span.start === finding.span.start && verdict.technology.id === finding.technology,
    );
    return { finding, fixes: use ? fixesOf(source, use, finding, catalog) : [] };
  });
}

function fixesOf(source: Source, use: Use, finding: Finding, catalog: Catalog): Fix[] {
  if (finding.rule === 'missing-companion') return [];
  return targetsOf(use, catalog).flatMap((target) => {
    const edit = source.kind.replace(source, use.dependency, target.replacement);
    if (!edit?.changes.length) return [];
    return [
      { title: titleOf(use, target, edit, catalog), changes: edit.changes, isPreferred: target.moved === 'drop-in' },
    ];
  });
}

/** `Replace with pg (PostgreSQL)`, and in brackets what the developer has to know. */
function titleOf(
  { dependency, verdict }: Use,
  { technology, replacement, moved }: Target,
  edit: Edit,
  catalog: Catalog,
): string {
  const words = texts[catalog.locale].fix;
  const asAttribute = Object.values(replacement.attributes ?? {})[0];
  const name = asAttribute ?? replacement.name;
  const isPlain = name.toLowerCase() === technology.name.toLowerCase() || moved;
  const place = moved && replacement.repository && name === dependency.name ? replacement.repository : name;
  const notes = [
    ...(edit.removed?.length ? [words.removed(edit.removed.join(', '))] : []),
    ...(moved ? [] : statefulNotes({ dependency, verdict }, catalog)),
    ...(moved && dependency.ecosystem === 'terraform-provider'
      ? [words.replaceProvider(dependency.name, replacement.name)]
      : []),
  ];
  const title = isPlain ? words.replace(place) : words.replace(`${place} (${technology.name})`);
  return notes.length ? `${title} — ${notes.join('; ')}` : title;
}

/** What holds data is not moved by an edit. Packages are only clients: their code has to follow, which is no surprise. */
function statefulNotes({ dependency, verdict }: Pick<Use, 'dependency' | 'verdict'>, catalog: Catalog): string[] {
  const words = texts[catalog.locale].fix;
  const isStateful = verdict.technology.roles.some((role) => catalog.knowledge.roles.get(role)?.stateful);
  if (!isStateful || dependency.ecosystem === 'npm' || dependency.ecosystem === 'terraform-provider') return [];
  return dependency.ecosystem.startsWith('terraform') || dependency.ecosystem === 'helm'
    ? [words.newResource]
    : [words.notMigrated];
}
