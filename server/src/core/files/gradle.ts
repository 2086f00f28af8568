import { insertInGradle, replaceInGradle } from '../fixes/gradle';
import type { Dependency, FileKind, Scope } from '../model';
import { slashComment } from '../policy/comment';
import { bracketExtent } from '../policy/extent';
import { slotInGradle } from '../slots/gradle';
import { coordinatesOf, isBlock, type Named, pluginOf } from '../syntax/gradle';
import { type Block, type Statement, statementsOf } from '../syntax/script';

/**
 * Build scripts of Gradle, in Groovy or Kotlin. A plugin is the artifact that Gradle itself looks for under its id.
 * Aliases of a version catalog and projects of the same build say nothing here.
 */
export const gradle: FileKind = {
  id: 'gradle',
  matches: ({ path }) => /\.gradle(?:\.kts)?$/.test(path),
  read: (text) => statementsOf(text).flatMap(readStatement),
  replace: replaceInGradle,
  insert: insertInGradle,
  extent: bracketExtent,
  comment: slashComment,
  slotAt: (text, offset) => slotInGradle(text, offset, gradle.read),
};

function readStatement(statement: Statement): Dependency[] {
  if (isBlock(statement.block, 'dependencies')) {
    const scope = scopeOf(statement);
    return coordinatesOf(statement.tokens).map((one) => dependencyOf(one, scope));
  }
  const plugin = pluginOf(statement);
  return plugin ? [dependencyOf(plugin, 'devDependencies')] : [];
}

const dependencyOf = ({ name, span, version }: Named, scope: Scope): Dependency => ({
  ecosystem: 'maven',
  name,
  nameSpan: span,
  scope,
  ...(version && { version }),
});

/** What only tests or the build itself need. */
const forDevelopment = /^test|Test|^(?:classpath|annotationProcessor|kapt|ksp|detektPlugins)$/;

function scopeOf({ tokens: [first, , second], block }: Statement): Scope {
  const configuration = first?.value === 'add' ? second?.value : first?.value;
  const isDev = forDevelopment.test(configuration ?? '') || isInTests(block);
  return isDev ? 'devDependencies' : 'dependencies';
}

/** Words before a brace that are looked at; there are four in `val commonTest by getting`. */
const longestHeader = 10;

/** `commonTest { dependencies { … } }` in builds for several platforms. */
const isInTests = (block: Block | undefined) =>
  [block, block?.parent].some((one) =>
    one?.header.slice(0, longestHeader).some(({ value }) => /^test$|Test$/.test(value)),
  );
