import type { Catalog } from '../catalog/catalog';
import type { Use } from '../catalog/verdict';
import type { Edit } from '../model';
import { texts } from '../texts';
import type { Target } from './targets';

/** `Replace with pg (PostgreSQL)`, and behind a dash what the developer has to know. */
export function fixTitle(use: Use, target: Target, edit: Edit, catalog: Catalog): string {
  const words = texts[catalog.locale].fix;
  const name = nameOf(use, target);
  const isPlain = target.moved || name.toLowerCase() === target.technology.name.toLowerCase();
  const title = words.replace(isPlain ? name : `${name} (${target.technology.name})`);
  const notes = notesOf(use, target, edit, catalog);
  return notes.length ? `${title} — ${notes.join('; ')}` : title;
}

/** The value of the attribute that changes, the repository of a chart that moved, else the name, as it is renamed to. */
function nameOf({ dependency }: Use, { replacement, moved }: Target): string {
  const [attribute] = Object.values(replacement.attributes ?? {});
  if (attribute) return attribute;
  const isSameName = replacement.name === dependency.name;
  const name = (moved && isSameName && replacement.repository) || replacement.name;
  // Another version of the same thing is worth a look.
  return moved && replacement.version ? `${name} ${replacement.version}` : name;
}

function notesOf(use: Use, { replacement, moved }: Target, { removed }: Edit, catalog: Catalog): string[] {
  const words = texts[catalog.locale].fix;
  const { dependency } = use;
  const isProvider = dependency.ecosystem === 'terraform-provider';
  return [
    ...(removed?.length ? [words.removed(removed.join(', '))] : []),
    ...(moved ? [] : statefulNotes(use, catalog)),
    ...(moved && isProvider ? [words.replaceProvider(dependency.name, replacement.name)] : []),
  ];
}

/** What holds data is not moved by an edit. Packages are only clients: that their code has to follow is no surprise. */
function statefulNotes({ dependency, verdict }: Use, { knowledge, locale }: Catalog): string[] {
  const words = texts[locale].fix;
  const isStateful = verdict.technology.roles.some((role) => knowledge.roles.get(role)?.stateful);
  if (!isStateful) return [];
  switch (dependency.ecosystem) {
    case 'image':
      return [words.notMigrated];
    case 'helm':
    case 'terraform-resource':
    case 'terraform-module':
      return [words.newResource];
    default:
      return [];
  }
}
