import { insertInTable } from '../fixes/toml';
import { replaceArtifact } from '../fixes/versionCatalog';
import type { FileKind } from '../model';
import { hashComment } from '../policy/comment';
import { tomlExtent } from '../policy/extent';
import { slotInVersionCatalog } from '../slots/versionCatalog';
import { artifactsOf } from '../syntax/versionCatalog';

/** Gradle's catalogs of versions: the libraries and plugins that build scripts have by an alias. */
export const versionCatalog: FileKind = {
  id: 'version-catalog',
  matches: ({ path }) => /\.versions\.toml$/.test(path),
  read: (text) =>
    artifactsOf(text).map(({ name, nameSpan, version, isPlugin }) => ({
      ecosystem: 'maven',
      name,
      nameSpan,
      scope: isPlugin ? 'devDependencies' : 'dependencies',
      ...(version && { version }),
    })),
  replace: replaceArtifact,
  insert: (text, _near, { body }) => insertInTable(text, ['libraries'], body),
  extent: tomlExtent,
  comment: hashComment,
  slotAt: (text, offset) => slotInVersionCatalog(text, offset, versionCatalog.read),
};
