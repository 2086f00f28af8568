import assert from 'node:assert/strict';
import { gradle } from '../../server/src/core/files/gradle';
import { text } from '../support/findings';
import { assertRead } from '../support/marks';
import { coveredIn, insertedIn, replacedIn, slotIn } from '../support/slots';

describe('build.gradle', () => {
  it('is read in Groovy', () => {
    assertRead(
      gradle,
      text`
      dependencies {
        implementation 'redis.clients:jedis:5.2.0' // why
                        ^^^^^^^^^^^^^^^^^^^ maven redis.clients:jedis (dependencies)
                                            ^^^^^ version 5.2.0
        api "io.lettuce:lettuce-core:$lettuce", 'a.b:c'
             ^^^^^^^^^^^^^^^^^^^^^^^ maven io.lettuce:lettuce-core (dependencies)
                                                 ^^^^^ maven a.b:c (dependencies)
        testImplementation group: 'org.junit', name: 'junit', version: '5'
                                                      ^^^^^ maven org.junit:junit (devDependencies)
                                                                        ^ version 5
        runtimeOnly('mysql:mysql-connector-java:8.0.33@jar') {
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ maven mysql:mysql-connector-java (dependencies)
                                                ^^^^^^ version 8.0.33
          exclude group: 'x.y', module: 'z'
        }
        implementation platform("a.b:bom:\${versions.get("a:b")}")
                                 ^^^^^^^ maven a.b:bom (dependencies)
        implementation "a.b:\${artifact}:1.0", "$group:c:1.0"
        implementation project(':core'), files('libs/a:b.jar'), libs.jedis
        // implementation 'x:y:1'
        /* implementation 'x:y:1' */
        constraints { implementation('x:y:1') }
        exclude(dependency('x:y:1'))
        if (isFast) {
          api 'a.b:fast:1'
               ^^^^^^^^ maven a.b:fast (dependencies)
                        ^ version 1
        } else { api 'a.b:slow:1' }
                      ^^^^^^^^ maven a.b:slow (dependencies)
                               ^ version 1
      }
      description = 'x:y:1'
      `.replaceAll('\\$', '$'),
    );
  });

  it('is read in Kotlin', () => {
    assertRead(
      gradle,
      text`
      buildscript { dependencies { classpath("com.android.tools.build:gradle:8.7.0") } }
                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ maven com.android.tools.build:gradle (devDependencies)
                                                                             ^^^^^ version 8.7.0
      dependencies {
        implementation(kotlin("stdlib"))
                               ^^^^^^ maven org.jetbrains.kotlin:kotlin-stdlib (dependencies)
        implementation(
          platform("a.b:bom:1.0")
                    ^^^^^^^ maven a.b:bom (dependencies)
                            ^^^ version 1.0
        )
        "testImplementation"("a.b:c:1.0")
                              ^^^^^ maven a.b:c (devDependencies)
                                    ^^^ version 1.0
        add("kapt", "a.b:d:1.0")
                     ^^^^^ maven a.b:d (devDependencies)
                           ^^^ version 1.0
        implementation(group = "a.b", name = "e", version = v)
                                              ^ maven a.b:e (dependencies)
        implementation("a.b:f") { because("x:y"); version { strictly("1") } }
                        ^^^^^ maven a.b:f (dependencies)
      }
      kotlin {
        sourceSets {
          commonMain.dependencies { implementation("io.ktor:ktor-client:3.0.0") }
                                                    ^^^^^^^^^^^^^^^^^^^ maven io.ktor:ktor-client (dependencies)
                                                                        ^^^^^ version 3.0.0
          val commonTest by getting {
            dependencies { implementation("a.b:g:1") }
                                           ^^^^^ maven a.b:g (devDependencies)
                                                 ^ version 1
          }
        }
      }
      `,
    );
  });

  it('names plugins by the artifact that Gradle looks for', () => {
    assertRead(
      gradle,
      text`
      plugins {
        id("com.android.application") version "8.7.0" apply false
            ^^^^^^^^^^^^^^^^^^^^^^^ maven com.android.application:com.android.application.gradle.plugin (devDependencies)
                                               ^^^^^ version 8.7.0
        id 'org.jetbrains.kotlin.android'
            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ maven org.jetbrains.kotlin.android:org.jetbrains.kotlin.android.gradle.plugin (devDependencies)
        kotlin("jvm") version "$kotlin"
                ^^^ maven org.jetbrains.kotlin.jvm:org.jetbrains.kotlin.jvm.gradle.plugin (devDependencies)
        alias(libs.plugins.kotlin)
        application
      }
      apply plugin: 'kotlin-android'
                     ^^^^^^^^^^^^^^ maven org.jetbrains.kotlin.android:org.jetbrains.kotlin.android.gradle.plugin (devDependencies)
      apply(plugin = "a.b")
                      ^^^ maven a.b:a.b.gradle.plugin (devDependencies)
      apply from: 'other.gradle'
      `,
    );
  });

  it('half typed gives the rest', () => {
    assertRead(
      gradle,
      text`
      plugins {
        id("a.b
      dependencies {
        implementation("a.b:c:1)
        implementation(
        api("a.b:d:1")
             ^^^^^ maven a.b:d (dependencies)
                   ^ version 1
        implementation 'a.b:
        testImplementation "a.b:e:1"
                            ^^^^^ maven a.b:e (devDependencies)
                                  ^ version 1
      `,
    );
  });

  const by = { name: 'x.y:z', version: '2.0' };
  const around = (line: string) => `dependencies {\n    ${line}\n    api 'c:d:1'\n}\n`;

  it('changes name and version together, however they are written', () => {
    const cases: [string, string | undefined][] = [
      ['implementation("a:b:1.0")', 'implementation("x.y:z:2.0")'],
      ["api 'a:b:1.0', 'e:f:1'", "api 'x.y:z:2.0', 'e:f:1'"],
      ['implementation("a:b")', 'implementation("x.y:z:2.0")'],
      ['implementation "a:b:$v"', 'implementation "x.y:z:2.0"'],
      [`implementation "a:b:$\{v}"`, 'implementation "x.y:z:2.0"'],
      ['implementation "a:b:1@aar"', 'implementation "x.y:z:2.0@aar"'],
      ['implementation("a:b:" + v)', undefined],
      ["api group: 'a', name: 'b', version: '1'", "api group: 'x.y', name: 'z', version: '2.0'"],
      ['api(name = "b", group = "a", version = "$v")', 'api(name = "z", group = "x.y", version = "2.0")'],
      ["api group: 'a', name: 'b'", undefined],
    ];
    for (const [before, after] of cases)
      assert.equal(replacedIn(gradle, around(before), 'a:b', by), after && around(after), before);
    assert.equal(replacedIn(gradle, around('api "a:b:$v"'), 'a:b', { name: 'x:y' }), around('api "x:y:$v"'));
    assert.equal(replacedIn(gradle, around('api kotlin("a")'), 'org.jetbrains.kotlin:kotlin-a', by), undefined);
  });

  it('writes no line twice', () => {
    const both = (line: string) => around(`${line}api 'x.y:z:1'`);
    for (const line of ["api 'a:b:1' // why\n    ", 'implementation("a:b")\n    '])
      assert.equal(replacedIn(gradle, both(line), 'a:b', by), both(''), line);
    assert.equal(replacedIn(gradle, both("api 'a:b:1', 'c:d:1'\n"), 'a:b', by), both("api 'x.y:z:2.0', 'c:d:1'\n"));
    assert.equal(replacedIn(gradle, both('api("a:b:1") {\n}\n'), 'a:b', by), both('api("x.y:z:2.0") {\n}\n'));
  });

  it('changes plugins to plugins only', () => {
    const plugins = (line: string) => `plugins {\n    ${line}\n}\n`;
    const plugin = { name: 'x.y:x.y.gradle.plugin', version: '2.0' };
    const replaced = (line: string, to = plugin) => replacedIn(gradle, plugins(line), 'a.b:a.b.gradle.plugin', to);
    assert.equal(replaced('id("a.b") version "1.0"'), plugins('id("x.y") version "2.0"'));
    assert.equal(replaced('id("a.b") version "1.0"', by), undefined);
    assert.equal(replaced('id("a.b")'), undefined);
  });

  it('takes lines at the end of the dependencies, and blocks after everything', () => {
    const lines = 'api("a:b:1")\napi("a:c:1")';
    const inserted = (content: string, body = lines) => insertedIn(gradle, content, { body });
    const added = '    api("a:b:1")\n    api("a:c:1")\n';
    assert.equal(inserted(around('x "{"')), around('x "{"').replace('}\n', `${added}}\n`));
    assert.equal(inserted("dependencies { api 'c:d:1' }"), `dependencies { api 'c:d:1' \n${added}}`);
    assert.equal(inserted('plugins {\n}\n'), `plugins {\n}\n\ndependencies {\n${added}}\n`);
    assert.equal(inserted(''), `dependencies {\n${added}}\n`);
    const block = 'android {\n    compileSdk = 35\n}';
    assert.equal(inserted(around('x'), block), `${around('x')}\n${block}\n`);
  });

  it('knows what a comment above a line covers', () => {
    const content = around('api("a:b:1") {\n    }\n    api("c:d:1")');
    assert.equal(coveredIn(gradle, content, 'api("a'), '    api("a:b:1") {\n    }');
    assert.equal(coveredIn(gradle, content, 'api("c'), '    api("c:d:1")\n');
    assert.equal(coveredIn(gradle, content, 'dep'), content.trimEnd());
  });
});

describe('Completion in build.gradle', () => {
  const entry = { name: 'x.y:z', version: '2.0' };
  const around = (line: string) => `dependencies {\n    api("a:b:1")\n    ${line}\n    api("c:d:1")\n}\n`;
  const completed = (marked: string, inserted: typeof entry | string = entry) => slotIn(gradle, marked, inserted);

  it('inserts artifacts with their versions in strings', () => {
    for (const typed of ['|', 'x.|', 'x|.y', 'x.y:|', 'o|.ld:name:1.0'])
      for (const quote of ['"', "'"])
        assert.equal(
          completed(around(`implementation(${quote}${typed}${quote})`)),
          around(`implementation(${quote}x.y:z:2.0${quote})`),
          typed,
        );
    assert.equal(completed(around("testImplementation 'x|")), around("testImplementation 'x.y:z:2.0'"));
    assert.equal(completed(around('implementation platform("|")')), around('implementation platform("x.y:z:2.0")'));
  });

  it('inserts versions', () => {
    for (const typed of ['|', '1|.0', '1.0|"'])
      assert.equal(
        slotIn(gradle, around(`api("x:y:${typed.replace('"', '')}")`), { name: '3' }),
        around('api("x:y:3")'),
        typed,
      );
    assert.equal(slotIn(gradle, around('api "x:y:|'), { name: '3' }), around('api "x:y:3"'));
  });

  it('inserts lines and blocks where nothing stands', () => {
    for (const typed of ['|', 'kaf|', 'implementation|'])
      assert.equal(completed(around(typed)), around('implementation("x.y:z:2.0")'), typed);
    assert.equal(completed(around('|'), 'api("a:b:1")\napi("a:c:1")'), around('api("a:b:1")\n    api("a:c:1")'));
    assert.equal(completed(around('|'), 'android {\n}'), '');
    assert.equal(completed(`${around('x')}\nandr|`, 'android {\n}'), `${around('x')}\nandroid {\n}`);
    assert.equal(completed('|', 'api("a:b:1")'), '');
  });

  it('inserts a whole script where nothing else stands: its plugins come first', () => {
    const script = 'plugins {\n    java\n}\n\njava {\n}';
    assert.equal(completed('plug|', script), script);
    assert.equal(completed(`${around('x')}\nplug|`, script), '');
    assert.equal(insertedIn(gradle, '// build\n', { body: script }), `// build\n\n${script}\n`);
    assert.equal(insertedIn(gradle, around('x'), { body: script }), undefined);
  });

  it('is silent everywhere else', () => {
    const nowhere = ['// |', 'api(project(":|"))', 'api(libs.|)', 'api("a:$|")', 'api("a:b:1") { |', 'api("a:b:1") |'];
    for (const marked of [...nowhere.map(around), 'description = "|"', '/* | */', 'android {\n  |\n}', 'x("|")'])
      assert.equal(completed(marked), undefined, marked);
  });
});
