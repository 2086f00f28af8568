import { keepLast } from '../keepLast';
import type { Dependency, Edit, Replacement, Source, TextChange } from '../model';
import { pluginId } from '../syntax/gradle';
import { type Artifact, artifactsOf } from '../syntax/versionCatalog';
import { rewrite } from './changes';

/** Name and version under the same alias; a version that others refer to stays as it is, and theirs. */
export function replaceArtifact({ text }: Source, { nameSpan }: Dependency, by: Replacement): Edit | undefined {
  const artifact = artifactsIn(text).find((one) => one.nameSpan.start === nameSpan.start);
  const names = artifact && renamed(text, artifact, by.name);
  if (!artifact || !names) return undefined;
  const { version, isShared, reference } = artifact;
  if (!by.version) return { changes: names };
  if (isShared && reference) return { changes: [...names, { span: reference, text: `version = "${by.version}"` }] };
  return version && { changes: [...names, ...rewrite(text, version, by.version)] };
}

/** Asked for each of many findings. */
const artifactsIn = keepLast(artifactsOf);

function renamed(text: string, { nameSpan, group, isPlugin }: Artifact, name: string): TextChange[] | undefined {
  const id = pluginId(name);
  if (isPlugin) return id === undefined ? undefined : rewrite(text, nameSpan, id);
  if (!group) return rewrite(text, nameSpan, name);
  const [newGroup, newName] = name.split(':');
  return newName ? [...rewrite(text, group, newGroup), ...rewrite(text, nameSpan, newName)] : undefined;
}
