import assert from 'node:assert/strict';
import { githubActions } from '../../server/src/core/files/githubActions';
import { applied } from '../../server/src/core/fixes/changes';
import { completionsIn, offered } from '../support/completions';
import { sourceOf, text } from '../support/findings';
import { assertRead } from '../support/marks';
import { slotIn } from '../support/slots';

/** As wide as what they stand for. */
const [matrix, tag] = [`\${{ matrix.image }}`, `\${{ matrix.tag }}`];
const path = '.github/workflows/ci.yml';

describe('Workflows of GitHub', () => {
  it('are recognised by their folder, and actions by content', () => {
    const files: readonly (readonly [path: string, head: string, matches: boolean])[] = [
      [path, '', true],
      ['a/.github/workflows/b.yaml', '', true],
      ['.github/workflows/a/b.yml', '', false],
      ['.github/dependabot.yml', '', false],
      ['action.yml', 'name: a\nruns:\n  using: composite', true],
      ['a/action.yaml', '"runs":', true],
      ['action.yml', 'steps:\n  runs: a', false],
      ['myaction.yml', 'runs:', false],
    ];
    for (const [path, head, matches] of files)
      assert.equal(githubActions.matches({ path, head }), matches, path + head);
  });

  it('have the actions of steps, and the repositories of workflows that they call', () => {
    assertRead(
      githubActions,
      text`
      name: CI # the pipeline
      ^^^^^^^^^^^^^^^^^^^^^^^ file .github/workflows (file)
      on: { push: { uses: a/b@v1 } }
      jobs:
        build:
          runs-on: ubuntu-24.04
          steps:
            - uses: actions/checkout@v4
                    ^^^^^^^^^^^^^^^^ github-action actions/checkout (action)
                                     ^^ version v4
            - name: Scan
              uses: "GitHub/CodeQL-Action/init@0123456" # v3
                     ^^^^^^^^^^^^^^^^^^^^^^^^^ github-action github/codeql-action/init (action)
                                               ^^^^^^^ version 0123456
              with: { uses: a/b@v1 }
            - uses: ./local/action
                    ^^^^^^^^^^^^^^ github-action ./local/action (action, local)
            - uses: docker://ghcr.io/a/b:1
                             ^^^^^^^^^^^ image ghcr.io/a/b (image)
                                         ^ version 1
            - run: |
                uses: a/b@v1
        call:
          uses: acme/shared/.github/workflows/test.yml@main
                ^^^^^^^^^^^ github-action acme/shared (action)
                                                       ^^^^ version main
        own:
          uses: ./.github/workflows/test.yml
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ github-action ./.github/workflows/test.yml (action, local)`,
    );
  });

  it('have the images of containers and services', () => {
    assertRead(
      githubActions,
      text`
      on: push
      ^^^^^^^^ file .github/workflows (file)
      jobs:
        one:
          container: node:22
                     ^^^^ image node (image)
                          ^^ version 22
          services:
            db: { image: "postgres:16" }
                          ^^^^^^^^ image postgres (image)
                                   ^^ version 16
            cache:
              image: redis:${tag}
                     ^^^^^ image redis (image)
              options: { image: mysql }
        two:
          container:
            image: docker.io/library/mysql
                   ^^^^^^^^^^^^^^^^^^^^^^^ image mysql (image)
          env: { image: mongo }
        three:
          container: ${matrix}
                     ^^^^^^^^^^^^^^^^^^^ image ${matrix} (image, expression)`,
    );
  });

  it('are read like the actions that are put together from others', () => {
    assertRead(
      githubActions,
      text`
      name: Set up
      runs:
        using: composite
        steps:
          - uses: actions/cache/restore@v4
                  ^^^^^^^^^^^^^^^^^^^^^ github-action actions/cache/restore (action)
                                        ^^ version v4`,
    );
    assertRead(
      githubActions,
      text`
      runs:
        using: docker
        image: docker://alpine:3
                        ^^^^^^ image alpine (image)
                               ^ version 3`,
    );
    assert.deepEqual(githubActions.read('runs: { using: docker, image: Dockerfile }'), []);
  });

  it('are understood while they are being typed', () => {
    assertRead(
      githubActions,
      text`
      jobs:
      ^^^^^ file .github/workflows (file)
        a:
          steps:
            - uses:
            - uses: actions
            - uses: "actions/checkout@v4
            - uses: actions/cache@
                    ^^^^^^^^^^^^^ github-action actions/cache (action)
            - use
            -
            - uses: a/b
                    ^^^ github-action a/b (action)
          container:
          services:
            a`,
    );
    assert.deepEqual(githubActions.read('name: a'), []);
  });

  it('take another action or image', () => {
    const replaced = (line: string, by = { name: 'a/b', version: 'v2' }) => {
      const content = `jobs:\n  a:\n    steps:\n    - ${line}\n`;
      const source = sourceOf(path, content);
      const [dependency] = source.dependencies;
      const edit = dependency && githubActions.replace(source, dependency, by);
      return edit ? applied(content, edit.changes).split('- ')[1]?.trim() : 'no fix';
    };
    assert.equal(replaced('uses: c/d@v1'), 'uses: a/b@v2');
    assert.equal(replaced('uses: "c/d@0123456" # v1.2.3'), 'uses: "a/b@v2"');
    assert.equal(replaced('uses: c/d@v1 # the others'), 'uses: a/b@v2 # the others');
    assert.equal(replaced('uses: c/d'), 'no fix');
    assert.equal(replaced('uses: docker://mysql:8', { name: 'postgres', version: '17' }), 'uses: docker://postgres:17');
    const content = 'jobs:\n  a:\n    uses: b/c/.github/workflows/d.yml@main\n';
    const source = sourceOf(path, content);
    const [called] = source.dependencies;
    assert.equal(called && githubActions.replace(source, called, { name: 'a/b' }), undefined);
  });

  it('take a job', () => {
    const content = 'on: push\njobs:\n  a:\n    steps:\n      - run: |\n          b\n';
    const change = githubActions.insert(content, 0, { body: 'c:\n  steps: []' });
    assert.equal(applied(content, change ? [change] : []), `${content}  c:\n    steps: []\n`);
  });

  it('are excepted as a whole by a comment at the top', () => {
    const content = '# a\n\non: push\njobs:\n  a:\n    b\n';
    assert.deepEqual(githubActions.extent(content)(5), { start: 0, end: content.indexOf('jobs') });
    assert.deepEqual(githubActions.extent(content)(content.indexOf('  a')), {
      start: content.indexOf('  a'),
      end: content.length,
    });
  });
});

describe('Completion in workflows', () => {
  it('inserts an action with its version', () => {
    const step = (line: string) => `jobs:\n  a:\n    steps:\n      - ${line}\n`;
    for (const typed of ['uses: |', 'uses: do|', 'uses: docker/lo|gin-action@v1', 'uses: docker/login-action@|'])
      assert.equal(
        slotIn(githubActions, step(typed), { name: 'docker/login-action', version: 'v3' }),
        step('uses: docker/login-action@v3'),
        typed,
      );
    assert.equal(slotIn(githubActions, step('uses: "|"'), { name: 'a/b' }), step('uses: "a/b"'));
    for (const typed of ['|', 'run: |', '# uses: |', 'with: { uses: | }'])
      assert.equal(slotIn(githubActions, step(typed), { name: 'a/b' }), undefined, typed);
  });

  it('inserts images', () => {
    const job = (line: string) => `jobs:\n  a:\n    ${line}\n`;
    const completed = (marked: string) =>
      completionsIn(path, marked, offered.en).find((one) => one.label === 'postgres')?.after ?? 'nothing';
    assert.equal(completed(job('container: po|')), job('container: postgres:17.6'));
    assert.equal(completed(job('services: { db: { image: po| } }')), job('services: { db: { image: postgres:17.6 } }'));
    assert.equal(completed(job('env: { image: po| }')), 'nothing');
    assert.equal(completed(job('uses: post|')), 'nothing');
  });
});
