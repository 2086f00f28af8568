import { URI } from 'vscode-uri';
import type { Catalog } from '../core/catalog/catalog';
import { check, isVendored } from '../core/features/diagnostics';
import { readSource } from '../core/files';
import type { Finding, Source } from '../core/model';
import { fingerprintsOf } from '../core/policy/baseline';
import { dayOf, type Policy, unconfigured } from '../core/policy/policy';
import type { Neighbours } from '../core/rules/rule';
import { readNeighbours } from '../host/neighbours';
import { nodeHost } from '../host/node';
import { readIfText, shownFrom } from './files';
import { placesIn } from './places';
import type { Report, Reported, Suppressed } from './report';
import { walk } from './walk';

/** What is checked, and what of it is said. */
export interface Inspection {
  readonly paths: readonly string[];
  readonly catalog: Catalog;
  readonly cwd: string;
  /** Whether a file is checked. `path` is absolute, `file` as it is reported. */
  includes(path: string, file: string): boolean;
  /** Called before each file. */
  progress(done: number, all: number): void;
}

/** A file that was read, with what stands around it. */
export interface Opened {
  readonly source: Source;
  readonly neighbours: Neighbours;
  readonly policy: Policy;
}

/** Checks all files below some paths. */
export async function inspect(inspection: Inspection): Promise<Report> {
  const findings: Reported[] = [];
  const suppressed: Suppressed[] = [];
  let files = 0;
  for await (const { file, opened } of openedFiles(inspection)) {
    files++;
    const found = check(opened.source, inspection.catalog, opened.neighbours, opened.policy);
    for (const { exception, ...finding } of reported(found, file, opened.source.text)) {
      if (exception) suppressed.push({ ...finding, exception });
      else findings.push(finding);
    }
  }
  return { files, findings, suppressed };
}

/** Reads one after the other: no more than one large file is held at a time. */
async function* openedFiles({ paths, cwd, includes, progress }: Inspection) {
  const listed = walk(paths, mayMatter).map((path) => ({ path, file: shownFrom(cwd, path) }));
  const chosen = listed.filter(({ path, file }) => includes(path, file));
  for (const [done, { path, file }] of chosen.entries()) {
    progress(done, chosen.length);
    const opened = await openFile(path);
    if (opened) yield { file, opened };
  }
}

/** Kinds are told by path and content; only names that no kind ever has are left out beforehand. */
const mayMatter = (name: string) => /\.(json|tf|tofu|ya?ml|tpl)$/i.test(name);

/** A file of a kind of ours; undefined where it is not, or nobody's to change. */
export async function openFile(path: string): Promise<Opened | undefined> {
  const uri = URI.file(path);
  const text = isVendored(uri.path) ? undefined : readIfText(path)?.text;
  const source = text === undefined ? undefined : readSource(uri.path, text);
  if (!source) return undefined;
  const neighbours = await readNeighbours(uri.toString(), source, nodeHost, () => false);
  return { source, neighbours, policy: unconfigured(source.path, dayOf(new Date())) };
}

function reported(found: readonly Finding[], file: string, text: string) {
  const place = placesIn(text);
  const names = fingerprintsOf(found);
  return found.map(({ rule, severity, message, technology, role, recommended, span, suppression }, at) => ({
    ...{ file, rule, severity, message, technology, role, recommended, fingerprint: names[at] ?? '' },
    ...place(span),
    exception: suppression,
  }));
}
