import type { Catalog } from '../catalog/catalog';
import { candidates } from '../catalog/recognise';
import { judge, judgeTechnology, type Verdict } from '../catalog/verdict';
import { ecosystems, type Recommendation } from '../model';
import { enforcingRow } from './exceptions';

/** The enforced row that is against a technology, however a file names it. */
export const enforcingTechnology = (id: string, catalog: Catalog): Recommendation | undefined =>
  enforcesAny(catalog) ? enforcing(judgeTechnology(id, catalog), catalog) : undefined;

/** The enforced row that is against what an identifier, as `npm:mysql2`, may be. */
export function enforcingIdentifier(identifier: string, catalog: Catalog): Recommendation | undefined {
  const ecosystem = ecosystems.find((one) => identifier.startsWith(`${one}:`));
  const found = ecosystem && { ecosystem, name: identifier.slice(ecosystem.length + 1) };
  const rows = found && candidates(found, catalog.knowledge).map((one) => enforcing(judge(one, catalog), catalog));
  return rows?.find((row) => row !== undefined);
}

/** Most stacks enforce nothing. */
const enforcesAny = ({ recommendations }: Catalog) => recommendations.some((row) => row.isEnforced);

function enforcing(verdict: Verdict | undefined, catalog: Catalog): Recommendation | undefined {
  if (!verdict?.severity && !verdict?.lifecycle) return undefined;
  return enforcingRow(verdict.rows[0]?.role ?? verdict.technology.roles[0] ?? null, catalog);
}
