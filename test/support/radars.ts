import type { Catalog } from '../../server/src/core/catalog/catalog';
import { radarOf } from '../../server/src/core/features/radar';
import { usesIn } from '../../server/src/core/features/uses';
import { readSource } from '../../server/src/core/files';
import type { Radar, RadarEntry, RadarRing } from '../../server/src/core/model';

/** Uses of technologies by id, without places. */
export const used = (counts: Readonly<Record<string, number>>) =>
  new Map(Object.entries(counts).map(([id, count]) => [id, { count, places: [] }]));

/** `Section: adopt Kafka ×3` for each entry of a radar. */
export const shown = ({ sections, entries }: Radar): string[] =>
  entries.map(
    ({ section, ring, name, uses }) => `${sections[section]}: ${ring} ${name}${uses.count ? ` ×${uses.count}` : ''}`,
  );

/** The radar of a catalog, with what some files use. */
export function radarUsing(catalog: Catalog, files: Readonly<Record<string, string>>): Radar {
  const uses = new Map<string, { count: number; places: { file: string; line: number }[] }>();
  for (const [file, text] of Object.entries(files)) {
    const source = readSource(file, text);
    for (const { technology } of source ? usesIn(source, catalog) : []) {
      const { count, places } = uses.get(technology) ?? { count: 0, places: [] };
      uses.set(technology, { count: count + 1, places });
    }
  }
  return radarOf(catalog, uses);
}

const rings = ['adopt', 'trial', 'assess', 'hold', 'outside'] as const satisfies readonly RadarRing[];

/**
 * A radar of invented technologies: for each section, how many of them are in each ring. Every third is in use, each
 * a different number of times.
 */
export function inventedRadar(...sections: readonly (readonly number[])[]): Radar {
  const entries = sections.flatMap((counts, section) =>
    counts.flatMap((count, ring) =>
      Array.from({ length: count }, (_, at) => inventedEntry(section, rings[ring] ?? 'outside', at)),
    ),
  );
  return {
    ...{ title: 'Invented', locale: 'en', isCounted: true },
    sections: sections.map((_, at) => `Section ${at + 1}`),
    entries: entries.map((entry, at) => ({ ...entry, number: at + 1 })),
  };
}

const inventedEntry = (section: number, ring: RadarRing, at: number): Omit<RadarEntry, 'number'> => ({
  ...{ technology: `t-${section}-${ring}-${at}`, name: `T ${section} ${ring} ${at}`, homepage: '', section, ring },
  ...{ isRecommended: ring === 'adopt' || ring === 'trial', rows: [] },
  uses: { count: at % 3 ? 0 : at + 1, places: [] },
});
