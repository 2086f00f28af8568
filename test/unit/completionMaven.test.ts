import assert from 'node:assert/strict';
import { catalogWith, completionsIn } from '../support/completions';

const plugin = 'org.jetbrains.kotlin.android:org.jetbrains.kotlin.android.gradle.plugin';
const library = 'org.jetbrains.kotlin:kotlin-stdlib';
const catalog = catalogWith(({ name }) => (name === plugin || name === library ? '2.4.0' : undefined));

const places: readonly (readonly [path: string, text: string])[] = [
  ['build.gradle', 'dependencies {\n  implementation "|"\n}'],
  ['build.gradle.kts', 'dependencies {\n  |\n}'],
  ['gradle/libs.versions.toml', '[libraries]\n|\n'],
  ['gradle/libs.versions.toml', '[libraries]\na = { module = "|" }\n'],
  ['pom.xml', '<project>\n  <dependencies>\n    |\n  </dependencies>\n</project>'],
  ['pom.xml', '<project><dependencies><dependency><artifactId>|</artifactId></dependency></dependencies></project>'],
];

describe('Completion of libraries', () => {
  for (const [path, marked] of places)
    it(`offers no plugin of Gradle: ${path} ${marked.trim().split('\n').at(-2) ?? ''}`, () => {
      assert.deepEqual(
        completionsIn(path, marked, catalog).map(({ label }) => label),
        [library],
      );
    });
});
