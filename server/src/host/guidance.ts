import { URI, Utils } from 'vscode-uri';
import type { OwnText, OwnTexts } from '../core/guidance/guidance';
import { packageNamedBy } from '../core/guidance/sharedStack';
import type { Configuration } from '../core/policy/configuration';
import { isInside, isReallyInside, leadsOutside, type Place, readInside } from './boundary';
import type { Host } from './host';

/** The paths that a configuration names, before the rest of it is understood. */
export type PathsIn = (text: string) => Pick<Configuration, 'stack' | 'baseline'>;

/** Reads a configuration and all that it leads to; what is outside of the boundary is as if it were not there. */
export async function readOwnTexts(place: Place, host: Host, pathsIn: PathsIn): Promise<OwnTexts> {
  const { configuration: uri, boundary } = place;
  const text = await readInside(uri, boundary, host);
  const { stack, baseline } = pathsIn(text ?? '');
  const folder = Utils.dirname(URI.parse(uri)).toString();
  const read = async (target: string): Promise<OwnText> => ({
    uri: target,
    text: await readInside(target, boundary, host),
  });
  const specifier = stack && packageNamedBy(stack.value);
  const shared = specifier === undefined ? undefined : await sharedStack(specifier, folder, boundary, host);
  const document = stack && (shared?.document ?? resolved(folder, stack.value));
  const directories = [folder, ...(shared ? [shared.folder] : [])];
  const technologies = (await Promise.all(directories.map((one) => technologiesIn(one, boundary, host)))).flat();
  const known = baseline && resolved(folder, baseline.value);
  return {
    configuration: { uri, text },
    ...(document ? { document: await read(document) } : {}),
    ...(known ? { baseline: { ...(await read(known)), isOutside: await leadsOutside(known, boundary, host) } } : {}),
    technologies: await Promise.all(technologies.map(read)),
    signs: specifier === undefined ? [] : installations(folder, boundary),
  };
}

/** An absolute path stays one, and is inside of the boundary or refused. Windows writes `\\`, which means the same. */
function resolved(folder: string, path: string): string {
  const base = URI.parse(folder);
  const written = path.replaceAll('\\', '/').replace(/^\/+/, '/');
  const isAbsolute = /^(\/|[A-Za-z]:)/.test(written);
  return (isAbsolute ? base.with({ path: URI.file(written).path }) : Utils.joinPath(base, written)).toString();
}

/** `@acme/stack` is its `stack.md`, or what `stackGuidance` in its package.json names; `@acme/stack/x.md` is that file. */
async function sharedStack(specifier: string, start: string, boundary: string, host: Host) {
  const [, name, path = ''] = /^((?:@[\w~-][\w.~-]*\/)?[\w~-][\w.~-]*)(?:\/(.*))?$/.exec(specifier) ?? [];
  if (!name) return undefined;
  for (const modules of modulesAbove(start, boundary)) {
    const folder = Utils.joinPath(modules, name);
    const manifest = await readInside(Utils.joinPath(folder, 'package.json').toString(), boundary, host);
    if (manifest === undefined) continue;
    const document = resolved(folder.toString(), path || (entryOf(manifest) ?? 'stack.md'));
    // A package names what it brings along.
    return isInside(document, folder.toString()) ? { folder: folder.toString(), document } : undefined;
  }
  return undefined;
}

/** Where Node looks for packages. */
function modulesAbove(start: string, boundary: string): URI[] {
  const found: URI[] = [];
  for (let at = URI.parse(start); isInside(at.toString(), boundary); at = Utils.dirname(at)) {
    found.push(Utils.joinPath(at, 'node_modules'));
    if (Utils.dirname(at).path === at.path) break;
  }
  return found;
}

/** What npm, pnpm, Yarn and Yarn 1 write into `node_modules` when they have installed packages. */
export const installed = ['.package-lock.json', '.modules.yaml', '.yarn-state.yml', '.yarn-integrity'];

const installations = (start: string, boundary: string): string[] =>
  modulesAbove(start, boundary).flatMap((modules) => installed.map((name) => Utils.joinPath(modules, name).toString()));

function entryOf(manifest: string): string | undefined {
  try {
    const { stackGuidance } = JSON.parse(manifest);
    return typeof stackGuidance === 'string' ? stackGuidance : undefined;
  } catch {
    return undefined;
  }
}

/** `.stack-guidance/roles.yaml` and `.stack-guidance/technologies/*.yaml` beside a configuration. */
async function technologiesIn(folder: string, boundary: string, host: Host): Promise<string[]> {
  const own = Utils.joinPath(URI.parse(folder), '.stack-guidance');
  const directory = Utils.joinPath(own, 'technologies');
  const list = async (uri: URI) =>
    (await isReallyInside(uri.toString(), boundary, host)) ? host.list(uri.toString()) : [];
  const names = (await list(directory)).filter((name) => /\.ya?ml$/.test(name)).sort();
  const roles = (await list(own)).filter((name) => /^roles\.ya?ml$/.test(name));
  return [
    ...roles.map((name) => Utils.joinPath(own, name)),
    ...names.map((name) => Utils.joinPath(directory, name)),
  ].map((uri) => uri.toString());
}
