import assert from 'node:assert/strict';
import { pom } from '../../server/src/core/files/pom';
import { text } from '../support/findings';
import { assertRead } from '../support/marks';
import { coveredIn, insertedIn, replacedIn, slotIn } from '../support/slots';

/** A placeholder of Maven. */
const $ = (name: string) => `$\u007b${name}}`;

describe('pom.xml', () => {
  it('is read in dependencies and plugins', () => {
    assertRead(
      pom,
      text`
      <?xml version="1.0"?>
      <project xmlns="http://maven.apache.org/POM/4.0.0">
        <parent><groupId>a</groupId><artifactId>b</artifactId><version>1</version></parent>
        <dependencies>
          <!-- <dependency><groupId>a</groupId><artifactId>b</artifactId></dependency> -->
          <dependency>
            <groupId>redis.clients</groupId>
            <artifactId>jedis</artifactId>
                        ^^^^^ maven redis.clients:jedis (dependencies)
            <version>5.2.0</version>
                     ^^^^^ version 5.2.0
            <exclusions><exclusion><groupId>x</groupId><artifactId>y</artifactId></exclusion></exclusions>
          </dependency>
          <dependency><artifactId> junit </artifactId><groupId>junit</groupId><scope>test</scope></dependency>
                                   ^^^^^ maven junit:junit (devDependencies)
          <dependency><artifactId>alone</artifactId></dependency>
        </dependencies>
        <dependencyManagement><dependencies>
          <dependency><groupId>a.b</groupId><artifactId>bom</artifactId><type>pom</type><scope>import</scope></dependency>
                                                        ^^^ maven a.b:bom (dependencies)
        </dependencies></dependencyManagement>
        <build><plugins>
          <plugin>
            <artifactId>maven-enforcer-plugin</artifactId>
                        ^^^^^^^^^^^^^^^^^^^^^ maven org.apache.maven.plugins:maven-enforcer-plugin (devDependencies)
            <configuration><dependencies><dependency><groupId>a</groupId><artifactId>b</artifactId></dependency></dependencies></configuration>
            <dependencies><dependency><groupId>a</groupId><artifactId>c</artifactId></dependency></dependencies>
                                                                      ^ maven a:c (devDependencies)
          </plugin>
        </plugins></build>
        <profiles><profile><dependencies>
          <dependency><groupId>a</groupId><artifactId>d</artifactId></dependency>
                                                      ^ maven a:d (dependencies)
        </dependencies></profile></profiles>
      </project>
      `,
    );
  });

  it('knows the properties of the project', () => {
    assertRead(
      pom,
      text`
      <project>
        <properties><jedis.version>5.2.0</jedis.version><other>${$('jedis.version')}</other></properties>
        <dependencies>
          <dependency><groupId>a</groupId><artifactId>b</artifactId><version>${$('jedis.version')}</version></dependency>
                                                      ^ maven a:b (dependencies)
                                                                             ^^^^^^^^^^^^^^^^ version 5.2.0
          <dependency><groupId>a</groupId><artifactId>c</artifactId><version>${$('other')}</version></dependency>
                                                      ^ maven a:c (dependencies)
          <dependency><groupId>a</groupId><artifactId>d</artifactId><version>${$('revision')}</version></dependency>
                                                      ^ maven a:d (dependencies)
          <dependency><groupId>${$('project.groupId')}</groupId><artifactId>e</artifactId></dependency>
                                                                       ^ maven ${$('project.groupId')}:e (dependencies, expression)
        </dependencies>
      </project>
      `,
    );
  });

  it('half typed gives the rest', () => {
    assertRead(
      pom,
      text`
      <project>
        <dependencies>
          <dependency>
            <groupId>a</groupId>
            <artifactId>b
                        ^ maven a:b (dependencies)
            <version>1</version>
                     ^ version 1
          <dependency>
            <groupId>a
            <artifactId
          </dependency>
          <dep
          <dependency>
            <groupId>a</groupId>
            <artifactId>c</artifactId>
                        ^ maven a:c (dependencies)
            <version>1</vers
                     ^ version 1
          </dependency>
      `,
    );
  });

  const by = { name: 'x.y:z', version: '2.0' };
  const around = (inside: string) =>
    `<project>\n  <dependencies>\n    <dependency>${inside}</dependency>\n  </dependencies>\n</project>\n`;

  it('changes group, artifact and version together', () => {
    const group = (name: string) => `<groupId>${name}</groupId>`;
    const artifact = (name: string) => `<artifactId>${name}</artifactId>`;
    const version = (name: string) => `<version>${name}</version>`;
    const cases: [string, string][] = [
      [version('1') + group('a') + artifact('b'), version('2.0') + group('x.y') + artifact('z')],
      [group('a') + artifact('b') + version($('v')), group('x.y') + artifact('z') + version('2.0')],
      [group('a') + artifact('b'), group('x.y') + artifact('z') + version('2.0')],
      [
        `\n      ${group('a')}\n      ${artifact('b')}\n    `,
        `\n      ${group('x.y')}\n      ${artifact('z')}\n      ${version('2.0')}\n    `,
      ],
    ];
    for (const [before, after] of cases) assert.equal(replacedIn(pom, around(before), 'a:b', by), around(after));
    assert.equal(
      replacedIn(pom, around(group('a') + artifact('b') + version('1')), 'a:b', { name: 'c:d' }),
      around(group('c') + artifact('d') + version('1')),
    );
    const plugin = (inside: string) =>
      `<project><build><plugins><plugin>${inside}</plugin></plugins></build></project>`;
    assert.equal(
      replacedIn(pom, plugin(artifact('b')), 'org.apache.maven.plugins:b', { name: 'c:d' }),
      plugin(group('c') + artifact('d')),
    );
  });

  it('writes no dependency twice', () => {
    const list = (inside: string) => `<project>\n  <dependencies>\n${inside}  </dependencies>\n</project>\n`;
    const dependency = (group: string, name: string) =>
      `    <dependency>\n      <groupId>${group}</groupId>\n      <artifactId>${name}</artifactId>\n    </dependency>\n`;
    const other = dependency('x.y', 'z');
    assert.equal(replacedIn(pom, list(dependency('a', 'b') + other), 'a:b', by), list(other));
  });

  it('takes dependencies at the end of the list', () => {
    const body = '<dependency>\n  <groupId>a</groupId>\n</dependency>';
    const added = (indent: string) =>
      body
        .split('\n')
        .map((line) => `${indent}${line}\n`)
        .join('');
    const inserted = (content: string) => insertedIn(pom, content, { body });
    const list = (more: string) =>
      `<project>\n  <dependencies>\n    <dependency/>\n${more}  </dependencies>\n</project>\n`;
    assert.equal(inserted(list('')), list(added('    ')));
    const empty = (more: string) => `<project>\n  <name>a</name>\n${more}</project>\n`;
    assert.equal(inserted(empty('')), empty(`  <dependencies>\n${added('    ')}  </dependencies>\n`));
    assert.equal(
      inserted('<project><dependencies></dependencies></project>'),
      `<project><dependencies>\n${added('  ')}</dependencies></project>`,
    );
  });

  it('knows what a comment above a line covers', () => {
    const content = around('\n      <groupId>a</groupId>\n    ');
    assert.equal(
      coveredIn(pom, content, '<dependency>'),
      '    <dependency>\n      <groupId>a</groupId>\n    </dependency>',
    );
    assert.equal(coveredIn(pom, content, '<groupId>'), '      <groupId>a</groupId>\n');
  });
});

describe('Completion in pom.xml', () => {
  const entry = { name: 'x.y:z', version: '2.0' };
  const around = (...lines: string[]) =>
    [
      '<project>',
      '  <dependencies>',
      ...lines.map((line) => `    ${line}`),
      '  </dependencies>',
      '</project>',
      '',
    ].join('\n');
  const dependency = (...lines: string[]) =>
    around('<dependency>', ...lines.map((line) => `  ${line}`), '</dependency>');
  const whole = ['<groupId>x.y</groupId>', '<artifactId>z</artifactId>', '<version>2.0</version>'];

  it('inserts artifacts with what belongs to them', () => {
    for (const typed of ['|', 'j|', 'j|edis', ' j| ']) {
      const artifact = `<artifactId>${typed}</artifactId>`;
      for (const lines of [
        [artifact],
        ['<groupId>a</groupId>', artifact],
        ['<groupId></groupId>', artifact, '<version>1</version>'],
      ])
        assert.equal(
          slotIn(pom, dependency(...lines), entry)?.replace(/> (.*) </, '>$1<'),
          dependency(...whole),
          typed,
        );
    }
    assert.equal(
      slotIn(pom, dependency('<groupId>a</groupId>', '<artifactId>je|', '<version>1</version>'), entry),
      dependency('<groupId>x.y</groupId>', '<artifactId>z</artifactId>', '<version>2.0</version>'),
    );
  });

  it('inserts versions', () => {
    for (const typed of ['|', '1.|', '1|.0'])
      assert.equal(
        slotIn(pom, dependency(...whole.slice(0, 2), `<version>${typed}</version>`), { name: '2.0' }),
        dependency(...whole),
      );
  });

  it('inserts whole dependencies where nothing stands', () => {
    for (const typed of ['|', 'jed|', 'jed|is']) assert.equal(slotIn(pom, around(typed), entry), dependency(...whole));
    const body = '<dependency>\n  <groupId>a</groupId>\n</dependency>';
    assert.equal(slotIn(pom, around('|'), body), dependency('<groupId>a</groupId>'));
  });

  it('is silent everywhere else', () => {
    const nowhere = [
      '<project>\n|\n</project>',
      '|',
      around('<!--', '|', '-->'),
      dependency('|'),
      dependency('<groupId>|</groupId>'),
    ];
    for (const marked of [...nowhere, dependency('<version/>|'), dependency('<artifactId>a</artifactId>|')])
      assert.equal(slotIn(pom, marked, entry), undefined, marked);
    assert.equal(slotIn(pom, dependency(...whole.slice(0, 2), '<version>$|</version>'), entry), undefined);
    const plugin = '<project><build><plugins><plugin><artifactId>|</artifactId></plugin></plugins></build></project>';
    assert.equal(slotIn(pom, plugin, entry), undefined);
  });
});
