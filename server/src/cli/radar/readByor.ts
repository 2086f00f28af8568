import { parse } from 'csv-parse/sync';
import { fold } from '../../core/catalog/names';
import { firstText, isObject, type Json } from './json';
import type { Radar } from './radar';

/**
 * Reads the rows of a Build Your Own Radar: `name, ring, quadrant, isNew, status, description`, in any order and
 * any case. What says what is new (`isNew`, `status`) is not looked at.
 *
 * The shape: https://github.com/thoughtworks/build-your-own-radar, README.md, "Setting up your data".
 *
 * @returns undefined where a value is no list of such rows
 */
export function readByorRows(value: unknown): Radar | undefined {
  if (!Array.isArray(value) || !value.length) return undefined;
  const rows = value.filter(isObject).map(folded);
  if (!rows.some((row) => nameIn(row) && 'ring' in row && 'quadrant' in row)) return undefined;
  const blips = rows.map((row) => ({
    ...{ name: nameIn(row), quadrant: firstText(row.quadrant) },
    ...{ ring: firstText(row.ring), description: firstText(row.description) },
  }));
  const named = blips.filter((blip) => blip.name);
  return { rings: [...new Set(named.map((blip) => blip.ring).filter(Boolean))], blips: named };
}

const nameIn = (row: Json) => firstText(row.name, row.title);
const folded = (row: Json): Json => Object.fromEntries(Object.entries(row).map(([key, value]) => [fold(key), value]));

/** The same from CSV with a header; commas, semicolons or tabs, as the header has them. */
export function readByorCsv(text: string): Radar | undefined {
  const header = text.trimStart().split('\n', 1)[0] ?? '';
  if (!/ring/i.test(header)) return undefined;
  try {
    return readByorRows(
      parse(text, {
        ...{ columns: true, bom: true, trim: true, delimiter: delimiterOf(header) },
        ...{ skip_empty_lines: true, relax_column_count: true, relax_quotes: true },
      }),
    );
  } catch {
    return undefined;
  }
}

function delimiterOf(header: string): string {
  const count = (sign: string) => header.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
