import { type Catalog, groupBy } from '../../core/catalog/catalog';
import { ringWords } from '../../core/catalog/columns';
import { fold } from '../../core/catalog/names';
import { namedTechnologies, parseRecommendation } from '../../core/catalog/recommendation';
import type { Expression, Ring } from '../../core/model';
import { asMarkdown, beginningOf, plainText } from './cell';
import { type Blip, type Radar, type RingReading, readRings } from './radar';
import { radarTexts } from './texts';

/** A stack document made of a radar, and what whoever asked for it should know. */
export interface Imported {
  readonly markdown: string;
  readonly notes: readonly string[];
}

/** A blip for which there is a row. */
interface Row {
  readonly blip: Blip;
  readonly ring: Ring;
  readonly technology: string;
  readonly role: string;
  /** How many roles there were to choose from. */
  readonly roles: number;
}

/**
 * Writes a radar as a stack document: a section for each quadrant, a row for each technology that is known. The
 * component is a role that it fills: the one for which the stack in force names it, else the one that the quadrant
 * is called, else its first. All other blips stand in a list at the end, so that the document is valid.
 */
export function stackFrom(radar: Radar, catalog: Catalog): Imported {
  const rings = readRings(radar);
  const read = radar.blips.map((blip) => ({ blip, row: rowOf(blip, rings, catalog) }));
  const rows = firstOfEach(read.flatMap(({ row }) => row ?? []));
  const kept = new Set(rows.map((row) => row.blip));
  const others = radar.blips.filter((blip) => !kept.has(blip));
  return { markdown: documentOf(radar, rows, others, catalog), notes: notesOn(rows, others, rings, catalog) };
}

function rowOf(blip: Blip, rings: ReadonlyMap<string, RingReading>, catalog: Catalog): Row | undefined {
  const { lexicon } = catalog.knowledge;
  const known = lexicon.technologies.get(fold(blip.name));
  const expression = parseRecommendation(blip.name, lexicon);
  const technology = known ?? namedTechnologies(expression)[0];
  const ring = rings.get(blip.ring)?.ring;
  if (!technology || !ring || (!known && (expression.unknown.length || (ring === 'hold' && isQualified(expression)))))
    return undefined;
  const roles = rolesOf(technology, blip.quadrant, catalog);
  const [role] = roles;
  return role ? { blip, ring, technology, role, roles: roles.length } : undefined;
}

/** `Python 2` on hold says nothing of Python. */
const isQualified = ({ allOf, qualifiers }: Expression) =>
  qualifiers.length > 0 || allOf.flat().some((choice) => choice.qualifiers.length > 0);

function rolesOf(id: string, quadrant: string, { byTechnology, knowledge }: Catalog): string[] {
  const named = (byTechnology.get(id) ?? []).map((row) => row.role);
  const own = knowledge.technologies.get(id)?.roles ?? [];
  const meant = own.filter((role) => role === knowledge.roleNames.get(fold(quadrant)));
  return [...new Set([...named, ...meant, ...own])];
}

/** One row for a technology in a role: two might contradict each other. */
const firstOfEach = (rows: readonly Row[]): Row[] =>
  [...groupBy(rows, ({ technology, role }) => `${technology} ${role}`).values()].flatMap((same) => same.slice(0, 1));

function documentOf(radar: Radar, rows: readonly Row[], others: readonly Blip[], catalog: Catalog): string {
  const words = radarTexts[catalog.locale];
  const quadrants = new Set(radar.blips.map((blip) => blip.quadrant));
  const sections = [...quadrants].map((name) => {
    const own = rows.filter((row) => row.blip.quadrant === name);
    return own.length ? [`## ${titleOf(name) || words.title}`, tableOf(own, catalog)].join('\n\n') : '';
  });
  const list = others.map((blip) => itemOf(blip)).join('\n');
  const rest = others.length ? [`## ${words.others}`, words.othersWhy, list] : [];
  return [`# ${titleOf(radar.title ?? '') || words.title}`, ...sections, ...rest].filter(Boolean).join('\n\n');
}

const titleOf = (text: string) => asMarkdown(plainText(text)).replace(/#/g, '\\#');

function tableOf(rows: readonly Row[], { knowledge, locale }: Catalog): string {
  const { columns } = radarTexts[locale];
  const lines = rows.map(({ blip, ring, role }) => [
    asMarkdown(knowledge.roles.get(role)?.name[locale] ?? role),
    asMarkdown(blip.name.replace(/\s+/g, ' ')),
    ringWords[locale][ring][0] ?? ring,
    justificationOf(blip),
  ]);
  return [columns, columns.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Every message about the row has it: what is longer belongs elsewhere. */
const longestJustification = 240;
const justificationOf = ({ description }: Blip) =>
  asMarkdown(beginningOf(plainText(description), longestJustification));

function itemOf(blip: Blip): string {
  const place = [blip.quadrant, blip.ring].filter(Boolean).map((text) => asMarkdown(plainText(text)));
  const said = justificationOf(blip);
  const where = place.length ? ` (${place.join(', ')})` : '';
  return `- **${asMarkdown(plainText(blip.name) || blip.name.trim())}**${where}${said ? `: ${said}` : ''}`;
}

function notesOn(
  rows: readonly Row[],
  others: readonly Blip[],
  rings: ReadonlyMap<string, RingReading>,
  { knowledge, locale }: Catalog,
): string[] {
  const words = radarTexts[locale];
  const guessed = [...rings].filter(([, { isGuess }]) => isGuess);
  const chosen = rows.filter((row) => row.roles > 1);
  const names = chosen.map(({ blip, role }) => `${blip.name} (${knowledge.roles.get(role)?.name[locale] ?? role})`);
  return [
    ...guessed.map(([name, { ring }]) => words.ringGuessed(name, ringWords[locale][ring][0] ?? ring)),
    ...(names.length ? [words.roleChosen(names)] : []),
    ...(others.length ? [words.notRecognised(others.length)] : []),
  ];
}
