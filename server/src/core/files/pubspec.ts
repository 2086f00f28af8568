import { insertEntry, replaceEntry } from '../fixes/pubspec';
import type { Dependency, FileKind, Located, Scope } from '../model';
import { hashComment } from '../policy/comment';
import { indentedExtent } from '../policy/extent';
import { slotInPubspec } from '../slots/pubspec';
import { childOf, children, type Entry, literal, scalar, scanYaml } from '../syntax/yaml';

const maps: ReadonlyMap<string, Scope> = new Map([
  ['dependencies', 'dependencies'],
  ['dev_dependencies', 'devDependencies'],
]);

/** The manifest of Dart and Flutter. `dependency_overrides` steers what others depend on and is left alone. */
export const pubspec: FileKind = {
  id: 'pubspec',
  matches: ({ path }) => /(?:^|\/)pubspec\.yaml$/.test(path),
  read(text) {
    const entries = scanYaml(text);
    return children(entries).flatMap((map) => {
      const scope = maps.get(map.key ?? '');
      return scope ? children(entries, map).flatMap((entry) => dependencyOf(entries, entry, scope) ?? []) : [];
    });
  },
  replace: replaceEntry,
  insert: insertEntry,
  extent: indentedExtent,
  comment: hashComment,
  slotAt: (text, offset) => slotInPubspec(text, offset, pubspec.read),
};

/** A package without a constraint is one of any version. */
function dependencyOf(entries: readonly Entry[], entry: Entry, scope: Scope): Dependency | undefined {
  const isIn = (place: string) => childOf(entries, place, entry) !== undefined;
  const sdk = scalar(entries, 'sdk', entry)?.value;
  // Of what comes with an SDK only the framework itself says something.
  if (!entry.key || (isIn('sdk') && (sdk !== 'flutter' || entry.key !== 'flutter'))) return undefined;
  const version = literal(entry) ?? scalar(entries, 'version', entry);
  return {
    ecosystem: 'pub',
    name: hostedName(entries, entry)?.value ?? entry.key,
    nameSpan: entry.keySpan,
    scope,
    ...(version?.value && { version }),
    ...(isIn('path') && { skipReason: 'local' as const }),
  };
}

/** What a server of one's own calls the package. */
function hostedName(entries: readonly Entry[], entry: Entry): Located | undefined {
  const hosted = childOf(entries, 'hosted', entry);
  return hosted && scalar(entries, 'name', hosted);
}
