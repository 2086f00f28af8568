import assert from 'node:assert/strict';
import { versionCatalog } from '../../server/src/core/files/versionCatalog';
import { applied } from '../../server/src/core/fixes/changes';
import type { Replacement } from '../../server/src/core/model';
import { sourceOf, text } from '../support/findings';
import { assertRead } from '../support/marks';
import { slotIn } from '../support/slots';

describe('libs.versions.toml', () => {
  it('has libraries and plugins with the versions that they refer to', () => {
    assertRead(
      versionCatalog,
      text`
      [versions]
      ktor = "3.1.0"
              ^^^^^ version 3.1.0
              ^^^^^ version 3.1.0
      kotlin = { strictly = "2.1.0", prefer = "2.0.0" }
                             ^^^^^ version 2.1.0
      unused = "1"
      [libraries]
      ktor-client = { module = "io.ktor:ktor-client-core", version.ref = "ktor" }
                                ^^^^^^^^^^^^^^^^^^^^^^^^ maven io.ktor:ktor-client-core (dependencies)
      ktor-server = { group = "io.ktor", name = "ktor-server", version = { ref = "ktor" } }
                                                 ^^^^^^^^^^^ maven io.ktor:ktor-server (dependencies)
      jedis = "redis.clients:jedis:6.0.0" # cache
               ^^^^^^^^^^^^^^^^^^^ maven redis.clients:jedis (dependencies)
                                   ^^^^^ version 6.0.0
      boot = { module = "org.springframework.boot:spring-boot" }
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ maven org.springframework.boot:spring-boot (dependencies)
      [libraries.kafka]
      module = 'org.apache.kafka:kafka-clients'
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ maven org.apache.kafka:kafka-clients (dependencies)
      version = "4.1.0"
                 ^^^^^ version 4.1.0
      [bundles]
      all = ["jedis", "kafka"]
      [plugins]
      jvm = { id = "org.jetbrains.kotlin.jvm", version.ref = "kotlin" }
                    ^^^^^^^^^^^^^^^^^^^^^^^^ maven org.jetbrains.kotlin.jvm:org.jetbrains.kotlin.jvm.gradle.plugin (devDependencies)
      a = "b.c:1.0"
           ^^^ maven b.c:b.c.gradle.plugin (devDependencies)
               ^^^ version 1.0`,
    );
  });

  it('half typed gives the rest', () => {
    assertRead(
      versionCatalog,
      text`
      [libraries]
      a = "
      b = { module = "x.y" }
      c = { group = "x.y" }
      d = { module = "x.y:z", version.ref = "none" }
                      ^^^^^ maven x.y:z (dependencies)
      e = { module = "x.y:z
      f =
      g = "x.y:z:"
           ^^^^^ maven x.y:z (dependencies)
      [plugins]
      h = { id = ""`,
    );
  });

  const replaced = (content: string, by: Replacement = { name: 'x.y:new', version: '9' }) => {
    const source = sourceOf('gradle/libs.versions.toml', content);
    const edit = source.dependencies[0] && versionCatalog.replace(source, source.dependencies[0], by);
    return edit && applied(content, edit.changes);
  };

  it('takes another artifact in the place of one, under its alias', () => {
    const library = (value: string) => `[libraries]\na = ${value} # why\n`;
    const cases: [string, string | undefined][] = [
      ['"g:a:1"', '"x.y:new:9"'],
      ['{ module = "g:a", version = "1" }', '{ module = "x.y:new", version = "9" }'],
      ['{ group = "g", name = "a", version = "1" }', '{ group = "x.y", name = "new", version = "9" }'],
      ['{ module = "g:a" }', undefined],
    ];
    for (const [before, after] of cases) assert.equal(replaced(library(before)), after && library(after), before);
    assert.equal(replaced(library('{ module = "g:a" }'), { name: 'x.y:new' }), library('{ module = "x.y:new" }'));
    assert.equal(replaced('[plugins]\na = "b.c:1"\n'), undefined);
    assert.equal(replaced('[plugins]\na = "b:1"\n', { name: 'c.d:c.d.gradle.plugin' }), '[plugins]\na = "c.d:1"\n');
  });

  it('changes a version that is referred to only where nothing else refers to it', () => {
    const content = (version: string, name: string, own: string) =>
      `[versions]\nv = "${version}"\n[libraries]\na = { module = "${name}", ${own} }\n`;
    assert.equal(replaced(content('1', 'g:a', 'version.ref = "v"')), content('9', 'x.y:new', 'version.ref = "v"'));
    const other = 'b = { module = "g:b", version.ref = "v" }\n';
    for (const reference of ['version.ref = "v"', 'version = { ref = "v" }'])
      assert.equal(replaced(content('1', 'g:a', reference) + other), content('1', 'x.y:new', 'version = "9"') + other);
  });

  it('takes lines of snippets at the end of its libraries', () => {
    const content = '[libraries]\na = "b:c:1"\n\n[plugins]\n';
    const change = versionCatalog.insert(content, 0, { body: 'd = "e:f:1"' });
    assert.equal(change && applied(content, [change]), '[libraries]\na = "b:c:1"\nd = "e:f:1"\n\n[plugins]\n');
  });

  describe('completion', () => {
    const library = (line: string) => `[libraries]\na = "b:c:1"\n${line}\n`;
    const completed = (line: string) => slotIn(versionCatalog, library(line), { name: 'x.y:z.w', version: '9' });
    const version = (marked: string) => slotIn(versionCatalog, marked, { name: '9' });

    it('inserts artifacts under an alias', () => {
      for (const typed of ['|', 'z|', 'z| = ""', 'message bus|'])
        assert.equal(completed(typed), library('z-w = { module = "x.y:z.w", version = "9" }'), typed);
    });

    it('inserts artifacts in their places', () => {
      for (const typed of ['|', '"|"', '"x|', '"x.y:|"', '"x|.y:z"', '"x.y:z|:1"'])
        assert.equal(completed(`b = ${typed}`), library('b = "x.y:z.w:9"'), typed);
      for (const typed of ['|', '"x|"', '"x.y:|z"'])
        assert.equal(
          completed(`b = { module = ${typed}, version = "1" }`),
          library('b = { module = "x.y:z.w", version = "1" }'),
          typed,
        );
    });

    it('inserts versions', () => {
      assert.equal(version(library('b = "x.y:z:|1"')), library('b = "x.y:z:9"'));
      for (const typed of ['|', '"1|"', '"|'])
        assert.equal(
          version(library(`b = { module = "x:y", version = ${typed} }`)),
          library('b = { module = "x:y", version = "9" }'),
        );
      const referred = (value: string) =>
        `[versions]\nv = ${value}\n[libraries]\na = { module = "b:c", version.ref = "v" }\n`;
      assert.equal(version(referred('"1|"')), referred('"9"'));
    });

    it('is silent everywhere else', () => {
      for (const marked of [
        '|',
        '[versions]\n|',
        '[versions]\na = "|"',
        '[plugins]\n|',
        '[plugins]\na = "|"',
        '[bundles]\na = ["|"]',
      ])
        assert.equal(slotIn(versionCatalog, marked, { name: 'x:y' }), undefined, marked);
      for (const line of ['# |', 'a = { group = "|" }', 'a = { | }', 'a = { version.ref = "|" }'])
        assert.equal(completed(line), undefined, line);
    });
  });
});
