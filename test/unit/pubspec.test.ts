import assert from 'node:assert/strict';
import { pubspec } from '../../server/src/core/files/pubspec';
import { text } from '../support/findings';
import { assertRead } from '../support/marks';
import { insertedIn, replacedIn, slotIn } from '../support/slots';

describe('pubspec.yaml', () => {
  it('is read in dependencies and dev_dependencies', () => {
    assertRead(
      pubspec,
      text`
      name: shop
      environment:
        sdk: ^3.5.0
      dependencies:
        dio: ^5.7.0 # HTTP
        ^^^ pub dio (dependencies)
             ^^^^^^ version ^5.7.0
        "http": '>=1.0.0 <2.0.0'
         ^^^^ pub http (dependencies)
                 ^^^^^^^^^^^^^^ version >=1.0.0 <2.0.0
        path:
        ^^^^ pub path (dependencies)
      dev_dependencies:
        test: any
        ^^^^ pub test (devDependencies)
              ^^^ version any
      dependency_overrides:
        redis: 3.0.0
      flutter:
        uses-material-design: true
      `,
    );
  });

  it('knows where packages come from', () => {
    assertRead(
      pubspec,
      text`
      dependencies:
        flutter:
        ^^^^^^^ pub flutter (dependencies)
          sdk: flutter
        flutter_localizations:
          sdk: flutter
        own: { path: ../own }
        ^^^ pub own (dependencies, local)
        kittens:
        ^^^^^^^ pub kittens (dependencies)
          git:
            url: https://github.com/munificent/kittens.git
            ref: main
        ours:
        ^^^^ pub transmogrify (dependencies)
          hosted: { name: transmogrify, url: https://pub.example.com }
          version: ^1.4.0
                   ^^^^^^ version ^1.4.0
      dev_dependencies:
        flutter_test: { sdk: flutter }
      `,
    );
  });

  it('half typed gives the rest', () => {
    assertRead(
      pubspec,
      text`
      dependencies:
        dio: ^5.7.0
        ^^^ pub dio (dependencies)
             ^^^^^^ version ^5.7.0
        htt
        redis: "^3
        ^^^^^ pub redis (dependencies)
        bloc: ^9.0.0
        ^^^^ pub bloc (dependencies)
              ^^^^^^ version ^9.0.0
      `,
    );
  });

  const by = { name: 'b', version: '^2.0.0' };
  const replaced = (content: string) => replacedIn(pubspec, content, 'a', by);
  const around = (line: string) => `dependencies:\n  ${line}\n  c: 1.0.0\n`;

  it('changes name and constraint together', () => {
    assert.equal(replaced(around('a: ^1.0.0 # why')), around('b: ^2.0.0 # why'));
    assert.equal(replaced(around('"a": "1.0.0"')), around('"b": "^2.0.0"'));
    assert.equal(replaced(around('a:')), around('b: ^2.0.0'));
    assert.equal(replaced('dependencies: {a: 1.0.0}'), 'dependencies: {b: ^2.0.0}');
    assert.equal(replaced('dependencies:\n  a: 1.0.0\n  b: 1.0.0\n'), 'dependencies:\n  b: 1.0.0\n');
    for (const line of ['a: {git: x}', 'a:\n    hosted: https://x\n    version: 1.0.0'])
      assert.equal(replaced(around(line)), undefined);
  });

  it('takes snippets at the end of the map that they belong in', () => {
    const body = 'x: ^1.0.0\ny: ^1.0.0';
    const inserted = (content: string) => insertedIn(pubspec, content, { body });
    assert.equal(inserted(around('a:\n    sdk: d')), `${around('a:\n    sdk: d')}  x: ^1.0.0\n  y: ^1.0.0\n`);
    assert.equal(inserted('dependencies:\n'), 'dependencies:\n  x: ^1.0.0\n  y: ^1.0.0\n');
    assert.equal(inserted('dependencies:\n    a: 1'), 'dependencies:\n    a: 1\n    x: ^1.0.0\n    y: ^1.0.0');
    assert.equal(inserted('name: a\n'), 'name: a\n\ndependencies:\n  x: ^1.0.0\n  y: ^1.0.0\n');
    assert.equal(
      insertedIn(pubspec, 'dev_dependencies:\n  a: 1\n', { body: 'x: 1', scope: 'devDependencies' }),
      'dev_dependencies:\n  a: 1\n  x: 1\n',
    );
  });
});

describe('Completion in pubspec.yaml', () => {
  const entry = { name: 'dio', version: '^5.7.0' };
  const around = (line: string) => `name: a\ndependencies:\n  b: 1.0.0\n  ${line}\n  c: 1.0.0\n`;

  it('inserts packages with their constraints', () => {
    for (const typed of ['|', 'd|', 'd|i', 'dio|'])
      assert.equal(slotIn(pubspec, around(typed), entry), around('dio: ^5.7.0'), typed);
    assert.equal(slotIn(pubspec, around('ht|tp: ^1.0.0'), entry), around('dio: ^1.0.0'));
    assert.equal(slotIn(pubspec, 'dev_dependencies:\n  |', entry), 'dev_dependencies:\n  dio: ^5.7.0');
  });

  it('inserts constraints', () => {
    const version = { name: '^5.7.0' };
    for (const typed of ['|', '^|', '^4.|0.0'])
      assert.equal(slotIn(pubspec, around(`dio: ${typed}`), version), around('dio: ^5.7.0'), typed);
    for (const typed of ['"|"', '"^4|'])
      assert.equal(slotIn(pubspec, around(`dio: ${typed}`), version), around('dio: "^5.7.0"'), typed);
    assert.equal(slotIn(pubspec, around('dio: |'), { name: '>=1.0.0' }), around('dio: ">=1.0.0"'));
  });

  it('inserts the lines of snippets', () => {
    assert.equal(slotIn(pubspec, around('di|'), 'x: 1\ny:\n  sdk: a'), around('x: 1\n  y:\n    sdk: a'));
  });

  it('is silent everywhere else', () => {
    const nowhere = ['|', 'name: |', 'dependencies: |', 'flutter:\n  |', around('# d|'), around('dio: 1 # |')];
    for (const marked of [...nowhere, around('own:\n    path: |'), around('own:\n    |')])
      assert.equal(slotIn(pubspec, marked, entry), undefined, marked);
  });
});
