import { join, resolve } from 'node:path';
import { URI } from 'vscode-uri';
import type { Catalog } from '../core/catalog/catalog';
import { kindNamed } from '../core/files';
import { configurationName } from '../host/boundary';
import { readNeighbours } from '../host/neighbours';
import { type Opened, openFile } from './check';
import type { Context } from './context';
import { shownFrom } from './files';
import { type Guide, type Guides, openGuides } from './guides';
import { placesIn } from './places';
import { openVicinity } from './vicinity';

/** The stack in force where the command line was started. */
export const catalogFor = async (context: Context): Promise<Catalog> => (await guideFor(context)).catalog;

/**
 * Stack and policy in force where the command line was started, for what stands in no file.
 *
 * @throws where the configuration is not valid
 */
export async function guideFor(context: Context): Promise<Guide> {
  const guide = await guideOf(join(context.cwd, configurationName), openGuides(context), context);
  return { ...guide, policy: { ...guide.policy, path: '' } };
}

/**
 * A file with what it is judged by; undefined where it is not of our kinds.
 *
 * @throws where its configuration is not valid
 */
export async function openFor(path: string, context: Context): Promise<Opened | undefined> {
  const guides = openGuides(context);
  await guideOf(path, guides, context);
  return openFile(path, guides);
}

/**
 * The same for a text that may stand in no file (yet).
 *
 * @param path where it stands or will stand, or the id of a kind of file
 * @throws where its configuration is not valid
 */
export async function openTextFor(path: string, text: string, context: Context): Promise<Opened | undefined> {
  const guides = openGuides(context);
  const uri = URI.file(resolve(context.cwd, path));
  const kind = kindNamed(path, text);
  if (!kind) return undefined;
  const guide = await guideOf(uri.fsPath, guides, context);
  const source = { path: uri.path, kind, text, dependencies: kind.read(text) };
  const neighbours = await readNeighbours(
    uri.toString(),
    source,
    openVicinity(guides.disk),
    (one) => one === guides.folder,
  );
  return { source, neighbours, ...guide };
}

async function guideOf(path: string, guides: Guides, context: Context): Promise<Guide> {
  const guide = await guides.of(path);
  if (guide) return guide;
  throw new Error(firstProblem(guides, context));
}

/** `.stack-guidance.yaml:3: …` */
function firstProblem({ readings }: Guides, { cwd }: Context): string {
  const files = [...readings.values()].flatMap((reading) => reading.files);
  const wrong = files.flatMap(({ uri, text, findings }) =>
    findings
      .filter(({ severity }) => severity === 'error')
      .map(({ span, message }) => `${shownFrom(cwd, URI.parse(uri).fsPath)}:${placesIn(text)(span).line}: ${message}`),
  );
  return wrong[0] ?? configurationName;
}
