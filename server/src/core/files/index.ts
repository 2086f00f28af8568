import type { FileKind, FileName, Source } from '../model';
import { cargo } from './cargo';
import { chart } from './chart';
import { compose } from './compose';
import { condaEnvironment } from './condaEnvironment';
import { deno } from './deno';
import { dockerfile } from './dockerfile';
import { githubActions } from './githubActions';
import { gitlabCi } from './gitlabCi';
import { goMod } from './goMod';
import { gradle } from './gradle';
import { helmfile } from './helmfile';
import { kubernetes } from './kubernetes';
import { kustomize } from './kustomize';
import { packageJson } from './packageJson';
import { packageSwift } from './packageSwift';
import { readInParts } from './parts';
import { pipfile } from './pipfile';
import { pnpmWorkspace } from './pnpmWorkspace';
import { pom } from './pom';
import { presenceKinds } from './presence';
import { pubspec } from './pubspec';
import { pyproject } from './pyproject';
import { requirements } from './requirements';
import { setupCfg } from './setupCfg';
import { templates } from './templates';
import { terraform } from './terraform';
import { terraformJson } from './terraformJson';
import { terragrunt } from './terragrunt';
import { values } from './values';
import { versionCatalog } from './versionCatalog';

/** All kinds of files; the first that matches reads the file. */
export const fileKinds: readonly FileKind[] = [
  packageJson,
  terraform,
  terraformJson,
  chart,
  githubActions,
  gitlabCi,
  values,
  templates,
  dockerfile,
  compose,
  pnpmWorkspace,
  deno,
  goMod,
  pubspec,
  gradle,
  pom,
  packageSwift,
  cargo,
  kustomize,
  helmfile,
  terragrunt,
  ...presenceKinds,
  requirements,
  pyproject,
  condaEnvironment,
  pipfile,
  setupCfg,
  versionCatalog,
  kubernetes,
];

/**
 * Whether any kind may read a file of this name (without its folders): kinds are told by path and content, only names
 * that none ever has are left out. A test holds it against the kinds.
 */
export const mayBeManifest = (name: string): boolean => endings.test(name) || names.test(name);

const endingsOfManifests =
  'json jsonc tf tofu hcl yaml yml tpl gotmpl toml txt in cfg mod gradle kts xml swift nomad jmx [Dd]ockerfile [Cc]ontainerfile [Jj]enkinsfile'.split(
    ' ',
  );
const beginningsOfManifests = 'Dockerfile Containerfile Jenkinsfile Pipfile Kustomization rust-toolchain'.split(' ');
const endings = new RegExp(`\\.(?:${endingsOfManifests.join('|')})$`);
const names = new RegExp(`^(?:${beginningsOfManifests.join('|')})(?:[.-]|$)|^(?:MLproject|sst\\.config\\.ts)$`);

/** The same as globs of names, for programs that are to look at nothing else. */
export const manifestGlobs: readonly string[] = [
  ...endingsOfManifests.map((ending) => `*.${ending}`),
  ...beginningsOfManifests.map((name) => `${name}*`),
  ...['MLproject', 'sst.config.ts'],
];

/** The kind of a file, or undefined where it is none of ours. */
export const fileKindOf = (file: FileName): FileKind | undefined => fileKinds.find((kind) => kind.matches(file));

/** The kind of that id, or that a file of that path has; undefined where there is none. */
export const kindNamed = (name: string, text = ''): FileKind | undefined =>
  fileKinds.find(({ id }) => id === name) ?? fileKindOf({ path: name.replaceAll('\\', '/'), head: headOf(text) });

const headOf = (text: string) => text.slice(0, 4096);

/**
 * Reads a text as its kind; undefined where the file is none of ours. Never throws on the text.
 *
 * @param before an earlier version of the text as it was read, whose unchanged parts need not be read again
 */
export function readSource(path: string, text: string, languageId?: string, before?: Source): Source | undefined {
  const kind = fileKindOf({ path, head: headOf(text), ...(languageId ? { languageId } : {}) });
  if (!kind) return undefined;
  const known = before?.kind === kind ? before : undefined;
  if (!kind.parts || text.length < longText)
    return { path, kind, text, dependencies: (known && kind.reread?.(known, text)) ?? kind.read(text) };
  return { path, kind, text, ...readInParts(kind.parts, text, known?.parts) };
}

/** To read a shorter one whole takes no time that anybody feels. */
const longText = 8000;
