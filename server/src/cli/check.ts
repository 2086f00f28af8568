import { readFileSync, statSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { URI } from 'vscode-uri';
import type { Catalog } from '../core/catalog/catalog';
import { check, isVendored } from '../core/features/diagnostics';
import { readSource } from '../core/files';
import type { Finding, Suppression } from '../core/model';
import { readNeighbours } from '../host/neighbours';
import { maxFileSize, nodeHost } from '../host/node';
import { type Place, placesIn } from './places';
import { walk } from './walk';

/** A finding with the file that it stands in and its place from line and column 1. */
export interface Located extends Finding, Place {
  /** Relative to the working directory, with `/`. */
  readonly file: string;
}

/** A finding that an exception covers. */
export interface Suppressed extends Located {
  readonly exception: Suppression;
}

export interface Report {
  /** How many files were of a kind that is read. */
  readonly files: number;
  readonly findings: readonly Located[];
  readonly suppressed: readonly Suppressed[];
}

/** Checks all files below some paths. */
export async function checkPaths(paths: readonly string[], catalog: Catalog, cwd: string): Promise<Report> {
  const findings: Located[] = [];
  let files = 0;
  for (const path of walk(paths, mayMatter)) {
    const text = readText(path);
    const shown = relative(cwd, path).split(sep).join('/');
    const found = text === undefined ? undefined : await checkFile(path, text, catalog);
    if (!found || text === undefined) continue;
    files++;
    const place = placesIn(text);
    for (const finding of found) findings.push({ ...finding, ...place(finding.span), file: shown });
  }
  return { files, findings, suppressed: [] };
}

/** Kinds are told by path and content; only names that no kind ever has are left out beforehand. */
const mayMatter = (name: string) => /\.(json|tf|tofu|ya?ml|tpl)$/i.test(name);

async function checkFile(path: string, text: string, catalog: Catalog): Promise<Finding[] | undefined> {
  const uri = URI.file(path);
  if (isVendored(uri.path)) return undefined;
  const source = readSource(uri.path, text);
  if (!source) return undefined;
  const neighbours = await readNeighbours(uri.toString(), source, nodeHost, () => false);
  return check(source, catalog, neighbours);
}

function readText(path: string): string | undefined {
  const info = statSync(path, { throwIfNoEntry: false });
  if (!info?.isFile() || info.size > maxFileSize) return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
