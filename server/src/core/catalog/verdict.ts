import type { Identifier, Lifecycle, Recommendation, Severity, Technology } from '../model';
import { ancestors, type Catalog } from './catalog';
import type { Recognition } from './recognise';
import { namedTechnologies } from './recommendation';

/** What the stack says of an identifier. */
export interface Verdict {
  /**
   * recommended: a row names it. not-recommended: a row recommends something else for its role, or puts it on hold.
   * assess: a row says to look at it first. unjudged: the document says nothing.
   */
  readonly kind: 'recommended' | 'not-recommended' | 'assess' | 'unjudged';
  /** What it is judged for are the roles that a configuration assigns to the file, and no others. */
  readonly isAssigned?: true;
  /** How loud a finding is; undefined where there is none to make. */
  readonly severity?: Severity;
  readonly identifier: Identifier;
  readonly technology: Technology;
  /** The rows that decide: those that name it, or those that recommend something else. */
  readonly rows: readonly Recommendation[];
  /** Why it is only a hint. */
  readonly relation?: 'compatible' | 'variant' | 'weak' | 'neutral' | 'elsewhere' | 'without';
  /** The companion that the row asks for and that this is known not to bring. */
  readonly without?: string;
  readonly lifecycle?: Lifecycle;
}

/** A dependency that is recognised, with what the stack says of it. */
export interface Use extends Recognition {
  readonly verdict: Verdict;
}

/** Judges an identifier by the document; the knowledge only relates. Undefined where its technology is not known. */
export function judge(identifier: Identifier, catalog: Catalog): Verdict | undefined {
  const known = verdicts.get(catalog) ?? new Map<Identifier, Verdict | undefined>();
  verdicts.set(catalog, known);
  if (!known.has(identifier)) known.set(identifier, judged(identifier, catalog));
  return known.get(identifier);
}

/** What the stack says of a technology, however a file names it. */
export const judgeTechnology = (id: string, catalog: Catalog): Verdict | undefined =>
  judged({ ecosystem: 'npm', name: id, speaks: [id], evidence: 'strong' }, catalog);

/** A catalog never changes, so neither does what it says of an identifier. */
const verdicts = new WeakMap<Catalog, Map<Identifier, Verdict | undefined>>();

function judged(identifier: Identifier, catalog: Catalog): Verdict | undefined {
  const technology = catalog.knowledge.technologies.get(identifier.speaks[0] ?? '');
  if (!technology) return undefined;
  const lifecycle = identifier.deprecated ?? technology.deprecated;
  const roles = assignedRoles(identifier, catalog);
  const meant: Identifier = roles.length ? { ...identifier, roles, evidence: 'strong' } : identifier;
  const opinion = opinionOf(meant, technology, catalog, roles);
  const isAssigned = roles.length ? { isAssigned: true as const } : {};
  return { identifier: meant, technology, ...isAssigned, ...opinion, ...(lifecycle ? { lifecycle } : {}) };
}

/** The roles that it fills in the files of a catalog because a configuration says so; a row must be for them. */
const assignedRoles = ({ whereAssigned = [] }: Identifier, { assigned = [], byRole }: Catalog) =>
  whereAssigned.filter((role) => assigned.includes(role) && byRole.has(role));

type Opinion = Omit<Verdict, 'identifier' | 'technology' | 'lifecycle' | 'isAssigned'>;

function opinionOf(
  identifier: Identifier,
  technology: Technology,
  catalog: Catalog,
  assigned: readonly string[],
): Opinion {
  const naming = identifier.speaks
    .flatMap((id) => rowsNaming(id, catalog))
    .filter((row) => !assigned.length || assigned.includes(row.role));
  const good = naming.filter(isPositive);
  const hold = rowsNaming(technology.id, catalog).filter((row) => row.ring === 'hold');
  if (hold.length)
    return { kind: 'not-recommended', rows: hold, ...(good.length ? elsewhere : { severity: 'warning' as const }) };
  if (good.length) return recommended(identifier, good, catalog);
  const assess = naming.filter((row) => row.ring === 'assess');
  if (assess.length) return { kind: 'assess', severity: 'information', rows: assess };
  const against = (identifier.roles ?? technology.roles)
    .flatMap((role) => catalog.byRole.get(role) ?? [])
    .filter(isPositive);
  const others = against.filter((row) => namedTechnologies(row.expression).length > 0);
  if (!others.length) return { kind: 'unjudged', rows: [] };
  return { kind: 'not-recommended', rows: others, ...loudness(identifier, technology, others, catalog) };
}

const elsewhere = { severity: 'hint', relation: 'elsewhere' } as const;
const isPositive = (row: Recommendation) => row.ring === 'adopt' || row.ring === 'trial';

/** Rows that name a technology, or what it is a variant of where the row names no variants. */
function rowsNaming(id: string, catalog: Catalog): Recommendation[] {
  const own = catalog.byTechnology.get(id) ?? [];
  const general = ancestors(catalog.knowledge.technologies, id).flatMap((parent) =>
    (catalog.byTechnology.get(parent) ?? []).filter((row) => !namesVariants(row, parent)),
  );
  return [...own, ...general];
}

const namesVariants = (row: Recommendation, technology: string) =>
  row.expression.allOf.flat().some((choice) => choice.technology === technology && choice.variants.length > 0);

function recommended(identifier: Identifier, rows: readonly Recommendation[], catalog: Catalog): Opinion {
  const asked = new Set(rows.flatMap((row) => row.expression.allOf.flat()).flatMap((choice) => choice.companions));
  const without = identifier.without?.find((id) => asked.has(id));
  const name = without && (catalog.knowledge.technologies.get(without)?.name ?? without);
  const unique = [...new Set(rows)];
  return name
    ? { kind: 'recommended', rows: unique, severity: 'hint', relation: 'without', without: name }
    : { kind: 'recommended', rows: unique };
}

function loudness(
  identifier: Identifier,
  technology: Technology,
  rows: readonly Recommendation[],
  catalog: Catalog,
): Partial<Opinion> {
  if (identifier.evidence === 'neutral') return { relation: 'neutral' };
  const related = relationTo(technology, rows, catalog);
  if (related) return { severity: 'hint', relation: related };
  return identifier.evidence === 'weak' ? { severity: 'hint', relation: 'weak' } : { severity: 'warning' };
}

/** Compatible with, or of one family with, something that the rows recommend. */
function relationTo(
  technology: Technology,
  rows: readonly Recommendation[],
  catalog: Catalog,
): 'compatible' | 'variant' | undefined {
  const all = catalog.knowledge.technologies;
  const line = (id: string) => [id, ...ancestors(all, id)];
  const named = rows.flatMap((row) => namedTechnologies(row.expression)).flatMap(line);
  const own = line(technology.id);
  if (own.some((id) => named.includes(id))) return 'variant';
  const spoken = own.flatMap((id) => all.get(id)?.compatibleWith ?? []).flatMap(line);
  return spoken.some((id) => named.includes(id)) ? 'compatible' : undefined;
}
