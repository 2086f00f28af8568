import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { isRadarPage, radarPage } from '../../../../radar/page';
import type { Catalog } from '../../core/catalog/catalog';
import { radarOf } from '../../core/features/radar';
import { usesIn } from '../../core/features/uses';
import type { Radar, RadarPlace, RadarUses, Source } from '../../core/model';
import { configurationName } from '../../host/boundary';
import { openedFiles } from '../check';
import type { Context } from '../context';
import { readNeeded } from '../files';
import { type Guides, openGuides } from '../guides';
import type { ReportPageOptions } from '../options';
import { requireValid } from '../ownFiles';
import { placesIn } from '../places';
import { progressOn } from '../progress';
import { catalogFor } from '../stack';
import { writeWhole } from '../write';

/** How many places of a technology a report lists. */
const shownPlaces = 50;

/** Prints the stack in force as a page, with what the files below some paths use of it; the exit code. */
export async function runReport(
  paths: readonly string[],
  { config, output }: ReportPageOptions,
  context: Context,
): Promise<number> {
  const { cwd, print, texts } = context;
  const target = targetOf(output, context);
  const missing = paths.find((path) => !existsSync(resolve(cwd, path)));
  if (missing !== undefined) throw new Error(texts.problem.unreadable(missing, 'ENOENT'));
  const page = radarPage(await radarBelow(paths, openGuides({ ...context, config }), context), { sourceOf: hashOf });
  if (target) writeWhole(target, page, texts);
  else print(page.trimEnd());
  return 0;
}

/**
 * @throws where there is a file that is no report: it must be something else of the user's
 */
function targetOf(output: string | undefined, { cwd, texts }: Context): string | undefined {
  const target = output === undefined ? undefined : resolve(cwd, output);
  if (target && existsSync(target) && !isRadarPage(readNeeded(target, texts)))
    throw new Error(texts.problem.noRadarPage(output ?? target));
  return target;
}

/** The stack that governs the first of some paths, with the uses below all of them. */
async function radarBelow(paths: readonly string[], guides: Guides, context: Context): Promise<Radar> {
  const guide = await guides.of(resolve(context.cwd, paths[0] ?? '.', configurationName));
  const uses = guide && (await usesBelow(paths, guide.catalog, guides, context));
  requireValid(guides.readings, context.cwd);
  return radarOf(guide?.catalog ?? (await catalogFor(context)), uses);
}

const hashOf = (code: string) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`;

/** Files that another stack governs are not counted, and said. */
async function usesBelow(
  paths: readonly string[],
  catalog: Catalog,
  guides: Guides,
  { cwd, texts, terminal, environment, say }: Context,
): Promise<ReadonlyMap<string, RadarUses>> {
  const places = new Map<string, RadarPlace[]>();
  let elsewhere = 0;
  const progress = progressOn(terminal, environment, texts.progress);
  const files = openedFiles({ paths, cwd, guides, includes: () => true, progress: progress.report });
  for await (const { file, opened } of files) {
    if (opened.neighbours.isVendored) continue;
    if (opened.catalog !== catalog) elsewhere++;
    else addUses(opened.source, file, catalog, places);
  }
  progress.end();
  if (elsewhere) say(texts.otherStack(elsewhere));
  return new Map([...places].map(([id, all]) => [id, { count: all.length, places: all.slice(0, shownPlaces) }]));
}

function addUses(source: Source, file: string, catalog: Catalog, places: Map<string, RadarPlace[]>): void {
  const place = placesIn(source.text);
  for (const { technology, span } of usesIn(source, catalog)) {
    const all = places.get(technology) ?? [];
    all.push({ file, line: place(span).line });
    places.set(technology, all);
  }
}
