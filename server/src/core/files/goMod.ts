import { insertRequire, replaceModule } from '../fixes/goMod';
import type { Dependency, FileKind, Located, Scope } from '../model';
import { slashComment } from '../policy/comment';
import { bracketExtent } from '../policy/extent';
import { slotInGoMod } from '../slots/goMod';
import { type GoModLine, goModLines } from '../syntax/goMod';
import { moduleName } from '../syntax/goModule';

/**
 * Go's manifest. Only what the module itself imports is judged: `// indirect` is what others depend on. Tools are
 * required like everything else; `exclude` and `retract` name nothing that is built.
 */
export const goMod: FileKind = {
  id: 'go-mod',
  matches: ({ path }) => /(?:^|\/)go\.mod$/.test(path),
  read(text) {
    const lines = goModLines(text);
    const replacements = replacementsOf(lines);
    const found = lines.filter(isDirect).flatMap(({ words: [path, version] }) => {
      return path && version ? [dependencyOf(path, version, replacements)] : [];
    });
    return found.sort((one, other) => one.nameSpan.start - other.nameSpan.start);
  },
  replace: replaceModule,
  insert: insertRequire,
  extent: bracketExtent,
  comment: slashComment,
  slotAt: (text, offset) => slotInGoMod(text, offset, goMod.read),
};

const isDirect = ({ verb, comment }: GoModLine) => verb === 'require' && !/^indirect(?:;|\s|$)/.test(comment);

/** What is built in the place of a module. */
interface Replacement {
  readonly path: Located;
  readonly version: Located | undefined;
}

/** By the path that is replaced, with a blank and the version where only that version is. */
function replacementsOf(lines: readonly GoModLine[]): ReadonlyMap<string, Replacement> {
  const found = new Map<string, Replacement>();
  for (const { verb, words } of lines) {
    const arrow = verb === 'replace' ? words.findIndex(({ value }) => value === '=>') : -1;
    const [path, version] = words.slice(arrow + 1);
    const replaced = words.slice(0, arrow).map(({ value }) => value);
    if (arrow > 0 && path) found.set(replaced.join(' '), { path, version });
  }
  return found;
}

/** What is really built: the fork where there is one, a required module at whatever version else. */
function dependencyOf(path: Located, version: Located, replacements: ReadonlyMap<string, Replacement>): Dependency {
  const own = moduleOf(path, version, 'dependencies');
  const by = replacements.get(`${path.value} ${version.value}`) ?? replacements.get(path.value);
  if (!by || moduleName(by.path.value) === own.name) return own;
  return isLocal(by.path.value) ? { ...own, skipReason: 'local' } : moduleOf(by.path, by.version, 'replace');
}

const isLocal = (path: string) => /^(?:\.{1,2}(?:[\\/]|$)|\/|[A-Za-z]:[\\/])/.test(path);

const moduleOf = (path: Located, version: Located | undefined, scope: Scope): Dependency => ({
  ecosystem: 'golang',
  name: moduleName(path.value),
  nameSpan: path.span,
  scope,
  ...(version && { version }),
});
