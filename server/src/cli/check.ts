import { resolve } from 'node:path';
import { check, isVendored } from '../core/features/diagnostics';
import { mayBeManifest } from '../core/files';
import type { Finding, Source, Suppression } from '../core/model';
import { fingerprintsOf } from '../core/policy/baseline';
import type { Neighbours } from '../core/rules/rule';
import { configurationName } from '../host/boundary';
import { alone, readNeighbours, standsAlone } from '../host/neighbours';
import { isBelow, shownFrom, slashed, uriOf } from './files';
import type { Guide, Guides } from './guides';
import { ownFindings, requireValid } from './ownFiles';
import { placesIn } from './places';
import { type Report, type Reported, reportedOf, type Suppressed } from './report';
import { type Unused, watchUnused } from './unused';
import { openVicinity } from './vicinity';
import { walk } from './walk';

/** What is checked, and what of it is said. */
export interface Inspection {
  readonly paths: readonly string[];
  readonly guides: Guides;
  readonly cwd: string;
  /** Whether a file is checked. `path` is absolute, `file` as it is reported. */
  includes(path: string, file: string): boolean;
  /** Whether findings that a configuration's baseline knows are reported. */
  readonly reportsKnown: boolean;
  /** Everything below the paths is checked: neither a shard nor what is new. */
  readonly isWhole: boolean;
  /** Called before each file. */
  progress(done: number): void;
}

/** Which files are read, and by what they are judged. */
type Reading = Pick<Inspection, 'paths' | 'cwd' | 'guides' | 'includes' | 'progress'>;

/** A file that was read, with what stands around it. */
export interface Opened extends Guide {
  readonly source: Source;
  readonly neighbours: Neighbours;
}

/**
 * Checks all files below some paths.
 *
 * @throws where a configuration is not valid
 */
export async function inspect(inspection: Inspection): Promise<Report> {
  const findings: Reported[] = [];
  const suppressed: Suppressed[] = [];
  let files = 0;
  const unused = watchUnused(inspection);
  for await (const { file, opened } of openedFiles(inspection)) {
    files++;
    const judged = check(opened.source, opened.catalog, opened.neighbours, opened.policy);
    const found = reported([...judged, ...unused.see(opened, judged)], file, opened.source.text);
    for (const [finding, exception] of found) {
      if (exception) suppressed.push({ ...finding, exception });
      else if (inspection.reportsKnown || !opened.known?.has(finding.fingerprint)) findings.push(finding);
    }
  }
  requireValid(inspection.guides.readings, inspection.cwd);
  findings.push(...aboutOwnFiles(inspection, unused));
  return { files, findings, suppressed };
}

/** What is wrong with documents and configurations, where they are among what is checked. */
function aboutOwnFiles({ guides, cwd, paths, includes }: Inspection, unused: Unused): Reported[] {
  const found = ownFindings(guides.readings, cwd, unused.of);
  const isChecked = (path: string) => paths.some((one) => isBelow(resolve(cwd, one), path));
  return found.flatMap(({ path, finding }) => (isChecked(path) && includes(path, finding.file) ? [finding] : []));
}

/** Reads a few files ahead: no more than one large file is held at a time. */
export async function* openedFiles({ paths, cwd, guides, includes, progress }: Reading) {
  const vicinity = openVicinity(guides.disk);
  // A broken configuration is told even where there is nothing to check.
  for (const path of paths) await guides.of(resolve(cwd, path, configurationName));
  const chosen = filtered(walk(paths, mayBeManifest, guides.disk), (path) => includes(path, shownFrom(cwd, path)));
  let done = 0;
  for (let ahead = vicinity.readAhead(chosen); ahead.length; ahead = vicinity.readAhead(chosen)) {
    for (const path of ahead) {
      progress(done++);
      const opened = await openFile(path, guides, vicinity);
      if (opened) yield { file: shownFrom(cwd, path), opened };
    }
  }
}

function* filtered<One>(all: Iterable<One>, isWanted: (one: One) => boolean): Generator<One, void, void> {
  for (const one of all) if (isWanted(one)) yield one;
}

/** A file of a kind of ours; undefined where it is not, or nobody's to change. */
export async function openFile(
  path: string,
  guides: Guides,
  vicinity = openVicinity(guides.disk),
): Promise<Opened | undefined> {
  const source = isVendored(slashed(path)) ? undefined : vicinity.open(path);
  const guide = source && (await guides.of(path));
  if (!source || !guide) return undefined;
  if (standsAlone(source.path, source)) return { source, neighbours: alone, ...guide };
  const uri = uriOf(path);
  const neighbours = await readNeighbours(uri, source, vicinity, (one) => one === guides.folder);
  return { source, neighbours, ...guide };
}

/** Findings of one file with the exceptions that cover them. */
function reported(found: readonly Finding[], file: string, text: string): [Reported, Suppression | undefined][] {
  if (!found.length) return [];
  const place = placesIn(text);
  const names = fingerprintsOf(found);
  return found.map((one, at) => [reportedOf(one, file, names[at] ?? '', place(one.span)), one.suppression]);
}
