import assert from 'node:assert/strict';
import { compose } from '../../server/src/core/files/compose';
import { applied } from '../../server/src/core/fixes/changes';
import { completionsIn, offered } from '../support/completions';
import { sourceOf, text } from '../support/findings';
import { assertRead } from '../support/marks';

/** A variable with its default, and one without. */
const [image, tag, unset] = [`\${IMAGE:-postgres:16}`, `\${TAG-8}`, `\${IMAGE}`];

describe('Compose', () => {
  it('is recognised by name and content', () => {
    const yes = [
      'compose.yaml',
      'a/compose.yml',
      'docker-compose.yml',
      'docker-compose.prod.yaml',
      'docker-compose-dev.yml',
      'compose.override.yaml',
      'prod.compose.yml',
    ];
    const no = ['decompose.yaml', 'compose.json', 'composer.yaml', 'compose/a.yaml'];
    for (const path of yes) assert.ok(compose.matches({ path, head: 'name: a\nservices:\n  a:' }), path);
    for (const path of no) assert.ok(!compose.matches({ path, head: 'services:' }), path);
    assert.ok(!compose.matches({ path: 'compose.prod.yaml', head: 'a:\n  services: b' }));
    assert.ok(compose.matches({ path: 'compose.yaml', head: '' }));
  });

  it('has the images of services, but none that is built', () => {
    assertRead(
      compose,
      text`
      name: shop
      x-cache: &cache
        image: redis:7
               ^^^^^ image redis (image)
                     ^ version 7
      x-labels: { image: { image: mysql } }
      services:
        db: { image: "docker.io/library/mysql:8@sha256:0123456789012345678901234567890123456789012345678901234567890123" }
                      ^^^^^^^^^^^^^^^^^^^^^^^ image mysql (image)
                                              ^ version 8
        cache:
          <<: *cache
        web:
          build: .
          image: acme/nginx
        worker:
          build: { context: . }
        queue:
          image: &queue 'rabbitmq' # the queue
                         ^^^^^^^^ image rabbitmq (image)
          environment: { image: kafka }
        other:
          image: *queue
      volumes:
        image: mongo`,
    );
  });

  it('has the defaults of variables', () => {
    assertRead(
      compose,
      text`
      services:
        a:
          image: ${image}
                          ^^^^^^^^ image postgres (image)
                                   ^^ version 16
        b: { image: "mysql:${tag}" }
                     ^^^^^ image mysql (image)
                                 ^ version 8
        c:
          image: ${unset}
                 ^^^^^^^^ image ${unset} (image, expression)
        d:
          image: mongo:${unset}
                 ^^^^^ image mongo (image)`,
    );
  });

  it('is understood while it is being typed', () => {
    assertRead(
      compose,
      text`
      services:
        a:
          image:
        b:
          image: redis:
                 ^^^^^ image redis (image)
        c:
          image: "mysql
        d:
          ima
          image: nats
                 ^^^^ image nats (image)
        e
      services`,
    );
    for (const content of ['', 'services:', 'services: image', 'services: [image: a]', 'services:\n- image: a'])
      assert.deepEqual(compose.read(content), [], content);
  });

  it('takes another image, and a service', () => {
    const replaced = (written: string) => {
      const content = `services:\n  db:\n    image: ${written}\n`;
      const source = sourceOf('compose.yaml', content);
      const [dependency] = source.dependencies;
      const edit = dependency && compose.replace(source, dependency, { name: 'postgres', version: '17.6' });
      return edit ? applied(content, edit.changes).split('image: ')[1]?.trim() : 'no fix';
    };
    assert.equal(replaced('mysql:8'), 'postgres:17.6');
    assert.equal(replaced('"mysql"'), '"postgres:17.6"');
    assert.equal(replaced(`mysql:${tag}`), `postgres:\${TAG-17.6}`);
    assert.equal(replaced(image), `\${IMAGE:-postgres:17.6}`);
    assert.equal(replaced(unset), 'no fix');
    const content = 'services:\n  a:\n    command: |\n      b\n\nvolumes:\n';
    const change = compose.insert(content, 0, { body: 'c:\n  image: d' });
    assert.equal(
      applied(content, change ? [change] : []),
      'services:\n  a:\n    command: |\n      b\n  c:\n    image: d\n\nvolumes:\n',
    );
  });

  it('completes images', () => {
    const completed = (line: string) =>
      completionsIn('compose.yaml', `services:\n  db:\n    ${line}\n`, offered.en).find(
        (one) => one.label === 'postgres',
      )?.after ?? 'nothing';
    for (const [typed, after] of [
      ['image: |', 'image: postgres:17.6'],
      ['image: post|gres:16', 'image: postgres:17.6'],
      ['image: "po|"', 'image: "postgres:17.6"'],
    ] as const)
      assert.equal(completed(typed), `services:\n  db:\n    ${after}\n`);
    for (const typed of ['|', 'command: |', 'environment: { image: | }', '# image: |'])
      assert.equal(completed(typed), 'nothing', typed);
  });
});
