import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { groupBy } from '../core/catalog/catalog';
import { type Baseline, formatBaseline, readBaseline } from '../core/policy/baseline';
import { leadsOutside, lookWith, placeOf } from '../host/boundary';
import { nodeHost } from '../host/node';
import { isBelow, readNeeded, shownFrom, uriOf } from './files';
import type { Report, Reported } from './report';
import type { TextsOfCli } from './texts';
import { writeWhole } from './write';

export const defaultBaseline = '.stack-guidance-baseline.json';

/** A baseline on the disk. */
export interface BaselineFile {
  /** As the user has written it. */
  readonly name: string;
  readonly cwd: string;
  readonly texts: TextsOfCli;
}

/**
 * Tells what a baseline knows.
 *
 * @throws where there is no baseline
 */
export function knownIn(file: BaselineFile): (finding: Reported) => boolean {
  const baseline = read(file);
  return (finding) => baseline.get(pathOf(finding, file))?.has(finding.fingerprint) ?? false;
}

/**
 * Writes what is known from now on. Files that are not below the checked paths keep what they had; what was fixed in
 * the others is no longer there.
 *
 * @throws where the file is there and is no baseline: it must be something else of the user's
 */
export function writeBaseline({ findings }: Report, checked: readonly string[], file: BaselineFile): void {
  const target = resolve(file.cwd, file.name);
  const before: Baseline = existsSync(target) ? read(file) : new Map();
  const isChecked = (path: string) =>
    checked.some((one) => isBelow(resolve(file.cwd, one), resolve(dirname(target), path)));
  const kept = [...before].filter(([path]) => !isChecked(path));
  const found = groupBy(findings, (finding) => pathOf(finding, file));
  const now = [...found].map(([path, ones]) => [path, new Set(ones.map((one) => one.fingerprint))] as const);
  writeWhole(target, formatBaseline(new Map([...kept, ...now])), file.texts);
}

/**
 * Nobody has chosen the default name: as one that a configuration names, it must not lead out of the repository.
 *
 * @throws where it does
 */
export async function requireInside({ name, cwd, texts }: BaselineFile): Promise<void> {
  const target = resolve(cwd, name);
  if (target !== resolve(cwd, defaultBaseline)) return;
  const uri = uriOf(target);
  const { boundary } = await placeOf(uri, lookWith(nodeHost));
  if (await leadsOutside(uri, boundary, nodeHost)) throw new Error(texts.problem.noBaseline(name));
}

/** From the folder of the baseline, wherever the check was started. */
const pathOf = (finding: Reported, { name, cwd }: BaselineFile) =>
  shownFrom(dirname(resolve(cwd, name)), resolve(cwd, finding.file));

function read({ name, cwd, texts }: BaselineFile): Baseline {
  const path = resolve(cwd, name);
  const baseline = isEndless(path) ? undefined : readBaseline(readNeeded(path, texts));
  if (!baseline) throw new Error(texts.problem.noBaseline(name));
  return baseline;
}

/** A device or a pipe: to read it may never end. What is wrong with a directory is said by who reads it. */
function isEndless(path: string): boolean {
  const info = statSync(path, { throwIfNoEntry: false });
  return info !== undefined && !info.isFile() && !info.isDirectory();
}
