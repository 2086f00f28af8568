import assert from 'node:assert/strict';
import { fileKindOf } from '../../server/src/core/files';
import { gitlabCi } from '../../server/src/core/files/gitlabCi';
import { applied } from '../../server/src/core/fixes/changes';
import { completionsIn, offered } from '../support/completions';
import { sourceOf, text } from '../support/findings';
import { assertRead } from '../support/marks';

/** As wide as what it stands for. */
const host = `\${CI_SERVER_HOST}`;

describe('GitLab CI', () => {
  it('is recognised by name, and what it includes by content', () => {
    const files: readonly (readonly [path: string, head: string, matches: boolean])[] = [
      ['.gitlab-ci.yml', '', true],
      ['a/.gitlab-ci.yaml', '', true],
      ['ci/deploy.gitlab-ci.yml', '', true],
      ['.gitlab-ci.deploy.yml', '', true],
      ['.gitlab/ci/test.yml', 'test:\n  script: a', true],
      ['.gitlab/ci.yml', 'include:\n- local: a', true],
      ['.gitlab/templates/test.yml', '.test:\n  extends: .a\n  name: "{{ a }}"', true],
      ['.gitlab/agents/a/config.yaml', 'ci_access:\n  projects: []', false],
      ['gitlab-ci.md', '', false],
    ];
    for (const [path, head, matches] of files)
      assert.equal(fileKindOf({ path, head })?.id === 'gitlab-ci', matches, path);
  });

  it('has the images of the pipeline and of its jobs', () => {
    assertRead(
      gitlabCi,
      text`
      image: ruby:3.3
      ^^^^^^^^^^^^^^^ file .gitlab-ci.yml (file)
             ^^^^ image ruby (image)
                  ^^^ version 3.3
      services: [redis, { name: "mysql:8", alias: db }]
                 ^^^^^ image redis (image)
                                 ^^^^^ image mysql (image)
                                       ^ version 8
      default:
        image:
          name: docker.io/library/node:22
                ^^^^^^^^^^^^^^^^^^^^^^ image node (image)
                                       ^^ version 22
          entrypoint: [""]
      variables:
        image: mongo
        services: [mongo]
      test:
        image: $CI_REGISTRY_IMAGE/test
               ^^^^^^^^^^^^^^^^^^^^^^^ image $CI_REGISTRY_IMAGE/test (image, expression)
        services:
          - postgres:$VERSION
            ^^^^^^^^ image postgres (image)
          - name: nats
                  ^^^^ image nats (image)
            alias: image
        variables: { image: kafka }
        script:
          - image: echo
      .hidden: { image: golang }
                        ^^^^^^ image golang (image)`,
    );
  });

  it('has the values of variables, where they are written', () => {
    assertRead(
      gitlabCi,
      text`
      variables:
      ^^^^^^^^^^ file .gitlab-ci.yml (file)
        DB: mysql:8
            ^^^^^ image mysql (image)
                  ^ version 8
        TAG: { value: "22", description: a }
                       ^^ version 22
        OTHER: nats
      a: { image: $DB }
      b:
        image: $DB
        services: ["node:$TAG", redis:$UNKNOWN]
                    ^^^^ image node (image)
                                ^^^^^ image redis (image)`,
    );
  });

  it('has what it includes', () => {
    assertRead(
      gitlabCi,
      text`
      include:
      ^^^^^^^^ file .gitlab-ci.yml (file)
        - template: Security/SAST.gitlab-ci.yml
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ gitlab-include Security/SAST.gitlab-ci.yml (include)
        - component: gitlab.com/Components/sast/sast@2.0
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ gitlab-include gitlab.com/components/sast/sast (include)
                                                     ^^^ version 2.0
        - component: $CI_SERVER_FQDN/components/sast/sast@~latest
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ gitlab-include gitlab.com/components/sast/sast (include)
                                                          ^^^^^^^ version ~latest
        - component: ${host}/a/b
                     ^^^^^^^^^^^^^^^^^^^^^ gitlab-include gitlab.com/a/b (include)
        - { project: Acme/Pipelines, ref: v2, file: [/a.yml] }
                     ^^^^^^^^^^^^^^ gitlab-include acme/pipelines (include)
                                          ^^ version v2
        - project: $GROUP/pipelines
                   ^^^^^^^^^^^^^^^^ gitlab-include $group/pipelines (include, expression)
        - local: /ci/a.yml
        - remote: https://acme.example/a.yml
        - /ci/b.yml`,
    );
    assertRead(
      gitlabCi,
      text`
      include:
      ^^^^^^^^ file .gitlab-ci.yml (file)
        template: Auto-DevOps.gitlab-ci.yml
                  ^^^^^^^^^^^^^^^^^^^^^^^^^ gitlab-include Auto-DevOps.gitlab-ci.yml (include)`,
    );
  });

  it('is understood while it is being typed', () => {
    assertRead(
      gitlabCi,
      text`
      include:
      ^^^^^^^^ file .gitlab-ci.yml (file)
        - component: gitlab.com/a/b@
                     ^^^^^^^^^^^^^^ gitlab-include gitlab.com/a/b (include)
        - template:
        - temp
        - project: "a/b
      image:
      services:
        -
        - redis:
      test:
        image: "ruby
        services: [post
                   ^^^^ image post (image)
      other:
        image: nats
               ^^^^ image nats (image)`,
    );
    assert.deepEqual(gitlabCi.read(''), []);
    assert.deepEqual(gitlabCi.read('# a'), []);
  });

  it('takes another image', () => {
    const replaced = (content: string, by: string) => {
      const source = sourceOf('.gitlab-ci.yml', content);
      const [dependency] = source.dependencies;
      const edit = dependency && gitlabCi.replace(source, dependency, { name: by, version: '17' });
      return edit ? applied(content, edit.changes) : 'no fix';
    };
    assert.equal(replaced('services:\n- mysql:8\n', 'postgres'), 'services:\n- postgres:17\n');
    assert.equal(replaced('services:\n- mysql:$V\n', 'postgres'), 'no fix');
    assert.equal(
      replaced('variables: { V: "8" }\nimage: mysql:$V\n', 'postgres'),
      'variables: { V: "17" }\nimage: postgres:$V\n',
    );
    assert.equal(replaced('include:\n  component: a/b/c@1\n', 'd/e/f'), 'include:\n  component: d/e/f@17\n');
    assert.equal(replaced('include:\n  template: a\n', 'b'), 'include:\n  template: b\n');
  });

  it('completes images, in lists too', () => {
    const completed = (marked: string) =>
      completionsIn('.gitlab-ci.yml', marked, offered.en).find((one) => one.label === 'postgres')?.after ?? 'nothing';
    for (const [before, after] of [
      ['image: po|\n', 'image: postgres:17.6\n'],
      ['services:\n  - |\n', 'services:\n  - postgres:17.6\n'],
      ['a:\n  services:\n  - pos|t:16\n', 'a:\n  services:\n  - postgres:17.6\n'],
      ['a:\n  services:\n  - "po|"\n', 'a:\n  services:\n  - "postgres:17.6"\n'],
      ['a:\n  services:\n  - name: po|\n', 'a:\n  services:\n  - name: postgres:17.6\n'],
    ] as const)
      assert.equal(completed(before), after, before);
    for (const nowhere of ['script:\n- po|\n', 'variables:\n  image: po|\n', 'a:\n  services:\n  - name:|\n', '- po|'])
      assert.equal(completed(nowhere), 'nothing', nowhere);
  });
});
