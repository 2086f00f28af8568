import { allIdentifiers, type Catalog, groupBy, type KnowledgeIndex } from '../catalog/catalog';
import { fold } from '../catalog/names';
import { mentions } from '../catalog/recommendation';
import type { StackDocument, StackRow } from '../catalog/stackDocument';
import { escaped, siteLink } from '../markdown';
import { ecosystems, type Identifier, type Locale, type Span, type Technology } from '../model';
import { placeIn } from '../syntax/markdownCell';
import { type TextsOfCore, texts } from '../texts';
import type { Hover } from './hover';
import { roleName } from './stackDocumentFindings';

/**
 * How the technology at an offset of a stack document is recognised, or what can fill the role of the component there;
 * undefined elsewhere and for names that are not known.
 *
 * @param _text the document as written; spans are UTF-16 offsets into it
 */
export function documentHover(
  _text: string,
  offset: number,
  document: StackDocument,
  catalog: Catalog,
): Hover | undefined {
  const row = document.rows.find(
    ({ component, technology }) => contains(component.span, offset) || contains(technology.span, offset),
  );
  if (!row) return undefined;
  return contains(row.component.span, offset) ? componentHover(row, catalog) : technologyHover(row, offset, catalog);
}

const contains = (span: Span, offset: number) => span.start <= offset && offset <= span.end;

function componentHover({ component }: StackRow, catalog: Catalog): Hover | undefined {
  const role = catalog.knowledge.roleNames.get(fold(component.value));
  return role === undefined ? undefined : { span: placeIn(component), markdown: roleMarkdown(role, catalog) };
}

function technologyHover({ technology: cell }: StackRow, offset: number, catalog: Catalog): Hover | undefined {
  const found = mentions(cell.value, catalog.knowledge.lexicon).map(({ id, at }) => ({
    id,
    span: placeIn(cell, at.span),
  }));
  // At the sign between two names the offset is at the end of the one and before the other.
  const named = found.findLast(({ span }) => contains(span, offset));
  const technology = named && catalog.knowledge.technologies.get(named.id);
  return technology && { span: named.span, markdown: technologyMarkdown(technology, catalog) };
}

/** **Relational database** (`relational-database`) and what is known for it. */
function roleMarkdown(role: string, { knowledge, locale }: Catalog): string {
  const words = texts[locale].document;
  const fillers = [...knowledge.technologies.values()].filter((one) => one.roles.includes(role) && !one.deprecated);
  const names = fillers.map((one) => escaped(one.name));
  const known = names.length ? labelled(words.fillers, listed(names, 12, words), locale) : words.noFillers;
  return `**${escaped(roleName(role, knowledge, locale))}** (${codeSpan(role)})\n\n${known}`;
}

function technologyMarkdown(technology: Technology, { knowledge, locale }: Catalog): string {
  const words = texts[locale].document;
  const roles = technology.roles.map((id) => `${escaped(roleName(id, knowledge, locale))} (${codeSpan(id)})`);
  const variants = [...knowledge.technologies.values()].filter((one) => one.variantOf === technology.id);
  const names = variants.map((one) => escaped(one.name));
  const recognised = identifierLines(technology.id, knowledge, locale);
  return [
    `**${escaped(technology.name)}** (${codeSpan(technology.id)})`,
    roles.length ? labelled(words.roles, roles.join(', '), locale) : '',
    recognised.length ? [labelled(words.recognised, '', locale), ...recognised].join('\n') : words.notRecognised,
    names.length ? labelled(words.variants, listed(names, 6, words), locale) : '',
    siteLink(technology.homepage),
  ]
    .filter(Boolean)
    .join('\n\n');
}

/** A list item for each ecosystem: `npm packages: pg, postgres and 13 more`. */
function identifierLines(id: string, knowledge: KnowledgeIndex, locale: Locale): string[] {
  const words = texts[locale].document;
  const all = allIdentifiers(knowledge).filter(({ speaks }) => speaks.includes(id));
  const byEcosystem = groupBy(
    [...all].sort((one, other) => remoteness(one, id) - remoteness(other, id)),
    (one) => one.ecosystem,
  );
  return ecosystems.flatMap((ecosystem) => {
    const names = [...new Set((byEcosystem.get(ecosystem) ?? []).map(identifierText))];
    return names.length ? [`- ${labelled(words.ecosystems[ecosystem], listed(names, 5, words), locale)}`] : [];
  });
}

/** Its own living names first, then those that serve others as well, then the dead. */
const remoteness = ({ speaks, evidence, deprecated }: Identifier, id: string) =>
  (deprecated ? 4 : 0) + (speaks[0] === id ? 0 : 2) + (evidence === 'strong' ? 0 : 1);

/** The name, and the first of the values that its attributes must have. */
function identifierText({ name, where = {} }: Identifier): string {
  const conditions = Object.entries(where).map(([path, values]) => codeSpan(`${path} = ${values[0] ?? ''}`));
  return conditions.length ? `${codeSpan(name)} (${conditions.join(', ')})` : codeSpan(name);
}

function listed(items: readonly string[], most: number, { andMore }: TextsOfCore['document']): string {
  const shown = items.slice(0, most).join(', ');
  return items.length > most ? `${shown} ${andMore(items.length - most)}` : shown;
}

const labelled = (label: string, text: string, locale: Locale) =>
  `${label}${locale === 'fr' ? ' :' : ':'} ${text}`.trimEnd();

/** Nothing but a backtick ends a code span. */
const codeSpan = (text: string) => `\`${text.replace(/[\s`]+/g, ' ')}\``;
