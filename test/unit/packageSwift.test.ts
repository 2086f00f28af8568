import assert from 'node:assert/strict';
import { packageSwift } from '../../server/src/core/files/packageSwift';
import { repositoryName } from '../../server/src/core/syntax/packageSwift';
import { text } from '../support/findings';
import { assertRead } from '../support/marks';
import { coveredIn, insertedIn, replacedIn, slotIn } from '../support/slots';

describe('Package.swift', () => {
  it('is read wherever a package is asked for', () => {
    assertRead(
      packageSwift,
      text`
      // swift-tools-version: 6.0
      import PackageDescription
      let package = Package(
        name: "shop",
        dependencies: [
          .package(url: "https://github.com/Alamofire/Alamofire.git", from: "5.10.0"), // HTTP
                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ swift github.com/alamofire/alamofire (dependencies)
                                                                             ^^^^^^ version 5.10.0
          .package(
            name: "Apollo",
            url: "git@github.com:apollographql/apollo-ios",
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ swift github.com/apollographql/apollo-ios (dependencies)
            .upToNextMajor(from: "1.0.0")
                                  ^^^^^ version 1.0.0
          ),
          .package(url: "https://a.b/c/d", exact: "1.2.3", traits: ["x"]),
                         ^^^^^^^^^^^^^^^ swift a.b/c/d (dependencies)
                                                   ^^^^^ version 1.2.3
          .package(url: "https://a.b/c/e", "1.0.0"..<"2.0.0"),
                         ^^^^^^^^^^^^^^^ swift a.b/c/e (dependencies)
          .package(url: "https://a.b/c/f", branch: "main"),
                         ^^^^^^^^^^^^^^^ swift a.b/c/f (dependencies)
          .package(url: "https://a.b/c/g", .revision("abc")),
                         ^^^^^^^^^^^^^^^ swift a.b/c/g (dependencies)
          .package(path: "../core"),
                          ^^^^^^^ swift ../core (dependencies, local)
          .package(url: "https://a.b/\\(name)/h", from: "1.0.0"),
                         ^^^^^^^^^^^^^^^^^^^^^ swift https://a.b/\\(name)/h (dependencies, expression)
          .package(id: "mona.LinkedList", from: "1.0.0"),
          /* .package(url: "https://a.b/c/i", from: "1.0.0") */
        ],
        targets: [
          .target(name: "shop", dependencies: [.product(name: "Alamofire", package: "Alamofire")]),
        ]
      )
      package.dependencies += [.package(url: "https://a.b/c/j", from: "1.0.0")]
                                              ^^^^^^^^^^^^^^^ swift a.b/c/j (dependencies)
                                                                       ^^^^^ version 1.0.0
      `.replaceAll('\\\\(', '\\('),
    );
  });

  it('half typed gives the rest', () => {
    assertRead(
      packageSwift,
      text`
      let package = Package(dependencies: [
        .package(url: "https://a.b/c/d"
                       ^^^^^^^^^^^^^^^ swift a.b/c/d (dependencies)
        .package(url: "https://a.b/c/
        .package(url: "https", from: "1.0.0"),
        .package(url: "https://a.b/c/e", from: "1.0.0),
                       ^^^^^^^^^^^^^^^ swift a.b/c/e (dependencies)
        .package(
        .package(url: "https://a.b/c/f", from: "1.0.0"),
                       ^^^^^^^^^^^^^^^ swift a.b/c/f (dependencies)
                                                ^^^^^ version 1.0.0
      `,
    );
  });

  it('knows a repository by all its addresses', () => {
    const same = [
      'https://github.com/Apple/swift-nio.git',
      'https://github.com/Apple/swift-nio/',
      'https://user:secret@GitHub.com/Apple/swift-nio',
      'http://github.com:443/Apple/swift-nio',
      'ssh://git@github.com/Apple/swift-nio.git',
      'git@github.com:Apple/swift-nio.git',
      'github.com/Apple/swift-nio',
    ];
    for (const url of same) assert.equal(repositoryName(url), 'github.com/apple/swift-nio', url);
    for (const url of ['', 'https', 'https://', 'https://github.com', 'https://github.com/', 'a b.c/d', 'a/b'])
      assert.equal(repositoryName(url), undefined, url);
  });

  const by = { name: 'x.y/z', version: '2.0.0' };
  const around = (line: string) =>
    `let package = Package(\n    dependencies: [\n        ${line}\n    ],\n    targets: []\n)\n`;

  it('changes address and version together', () => {
    const cases: [string, string][] = [
      ['from: "1.0.0"', 'from: "2.0.0"'],
      ['exact: "1.0.0"', 'exact: "2.0.0"'],
      ['.upToNextMinor(from: "1.0.0")', '.upToNextMinor(from: "2.0.0")'],
      ['"1.0.0"..<"2.0.0"', 'from: "2.0.0"'],
      ['"1.0.0" ... "2.0.0"', 'from: "2.0.0"'],
      ['branch: "main"', 'from: "2.0.0"'],
      ['.branch("main")', 'from: "2.0.0"'],
    ];
    const call = (url: string, version: string) => around(`.package(url: "${url}", ${version}),`);
    for (const [before, after] of cases)
      assert.equal(
        replacedIn(packageSwift, call('https://a.b/c', before), 'a.b/c', by),
        call('https://x.y/z.git', after),
      );
    assert.equal(
      replacedIn(packageSwift, around('.package(url: "https://a.b/c")'), 'a.b/c', by),
      around('.package(url: "https://x.y/z.git", from: "2.0.0")'),
    );
    assert.equal(
      replacedIn(packageSwift, call('git@a.b:c', 'branch: "main"'), 'a.b/c', { name: 'd.e/f' }),
      call('https://d.e/f.git', 'branch: "main"'),
    );
    assert.equal(replacedIn(packageSwift, call('https://a.b/c', '"1.0.0"..<\n"2.0.0"'), 'a.b/c', by), undefined);
  });

  it('asks for no package twice', () => {
    const both = (line: string) => around(`.package(url: "https://x.y/z", from: "1.0.0"),${line}`);
    const old = '.package(\n            url: "https://a.b/c", from: "1.0.0"\n        )';
    for (const line of [`\n        ${old},`, `\n        ${old}`])
      assert.equal(replacedIn(packageSwift, both(line), 'a.b/c', by), both(''));
    assert.equal(replacedIn(packageSwift, both(` ${old}`), 'a.b/c', by), both(' '));
    assert.equal(replacedIn(packageSwift, both('\n.package(url: "https://a.b/c"'), 'a.b/c', by), undefined);
  });

  it('takes packages at the end of the list', () => {
    const body = '.package(url: "https://x.y/z.git", from: "2.0.0"),';
    const inserted = (content: string) => insertedIn(packageSwift, content, { body });
    assert.equal(inserted(around('.package(path: "a")')), around(`.package(path: "a"),\n        ${body}`));
    assert.equal(inserted(around('.package(path: "a"), // b')), around(`.package(path: "a"),\n        ${body} // b`));
    const empty = 'let package = Package(\n    targets: [.target(dependencies: [])]\n)\n';
    assert.equal(inserted(empty), empty.replace('targets', `dependencies: [\n        ${body}\n    ],\n    targets`));
    assert.equal(
      inserted('Package(dependencies: [.package(path: "a")])'),
      `Package(dependencies: [.package(path: "a"),\n${body}\n])`,
    );
    assert.equal(inserted(''), `${body}\n`);
    assert.equal(inserted('let a = 1'), undefined);
    const manifest = '// swift-tools-version: 6.0\nlet package = Package()';
    assert.equal(insertedIn(packageSwift, '\n', { body: manifest }), `${manifest}\n`);
    assert.equal(insertedIn(packageSwift, around('.package(path: "a")'), { body: manifest }), undefined);
  });

  it('knows what a comment above a line covers', () => {
    const content = around('.package(\n            url: "https://a.b/c"),\n        .package(path: "a"),');
    assert.equal(
      coveredIn(packageSwift, content, '.package(\n'),
      '        .package(\n            url: "https://a.b/c")',
    );
    assert.equal(coveredIn(packageSwift, content, '.package(path'), '        .package(path: "a"),\n');
  });
});

describe('Completion in Package.swift', () => {
  const entry = { name: 'x.y/z', version: '2.0.0' };
  const around = (line: string) => `let package = Package(\n  dependencies: [\n    ${line}\n  ],\n  targets: []\n)\n`;
  const whole = around('.package(url: "https://x.y/z.git", from: "2.0.0"),');
  const completed = (marked: string, inserted: { name: string; version?: string } | string = entry) =>
    slotIn(packageSwift, marked, inserted);

  it('inserts addresses with their versions', () => {
    for (const typed of ['|', 'ht|', 'https://github.com/al|amo', 'alam|'])
      for (const version of ['', ', from: "1.0.0"', ', branch: "main"'])
        assert.equal(completed(around(`.package(url: "${typed}"${version}),`)), whole, typed + version);
    assert.equal(completed(around('.package(url: "https://gi|')), whole.replace('),', ''));
  });

  it('inserts versions', () => {
    for (const typed of ['|', '1.|', '1|.0.0'])
      assert.equal(
        completed(around(`.package(url: "https://x.y/z.git", from: "${typed}"),`), { name: '2.0.0' }),
        whole,
      );
    assert.equal(
      completed(around('.package(url: "https://x.y/z.git", from: "1|'), { name: '2.0.0' }),
      whole.replace('),', ''),
    );
  });

  it('inserts whole packages where nothing stands, with the comma that they need', () => {
    for (const typed of ['|', 'al|', 'al|am']) assert.equal(completed(around(typed)), whole, typed);
    assert.equal(
      completed(around('.package(path: "a")\n    |')),
      around('.package(path: "a"),\n    .package(url: "https://x.y/z.git", from: "2.0.0"),'),
    );
    assert.equal(completed(around('|'), '.package(path: "a"),'), around('.package(path: "a"),'));
    assert.equal(completed(around('|'), '// swift-tools-version: 6.0'), '');
    assert.equal(completed('sw|', '// swift-tools-version: 6.0\nimport A'), '// swift-tools-version: 6.0\nimport A');
  });

  it('is silent everywhere else', () => {
    const nowhere = [
      '.package(path: "|")',
      '.package(name: "|")',
      '.package(\n|\n)',
      '// |',
      '.package(url: "a", branch: "|")',
    ];
    for (const marked of [
      ...nowhere.map(around),
      'let a = "|"',
      'let a = 1\n|\n',
      'Package(targets: [.target(dependencies: [\n|\n])])',
    ])
      assert.equal(completed(marked), undefined, marked);
  });
});
