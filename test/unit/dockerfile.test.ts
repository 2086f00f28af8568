import assert from 'node:assert/strict';
import { dockerfile } from '../../server/src/core/files/dockerfile';
import { applied } from '../../server/src/core/fixes/changes';
import { completionsIn, offered } from '../support/completions';
import { sourceOf, text } from '../support/findings';
import { assertRead } from '../support/marks';

/** As wide as what they stand for, so that the marks stand under them. */
const [tag, base] = [`\${TAG}`, `\${BASE}`];

describe('Dockerfile', () => {
  it('is recognised by name, and by language where there is none', () => {
    const yes = [
      'Dockerfile',
      'a/Containerfile',
      'Dockerfile.dev',
      'Containerfile.prod',
      'web.Dockerfile',
      'web.dockerfile',
      'b/web.containerfile',
    ];
    const no = ['dockerfile.ts', 'Dockerfile.dockerignore', '.dockerignore', 'MyDockerfile', 'Dockerfiles/a.txt'];
    for (const path of yes) assert.ok(dockerfile.matches({ path, head: '' }), path);
    for (const path of no) assert.ok(!dockerfile.matches({ path, head: '' }), path);
    assert.ok(dockerfile.matches({ path: 'Untitled-1', languageId: 'dockerfile', head: '' }));
  });

  it('has the images of its stages, but no stage as an image', () => {
    assertRead(
      dockerfile,
      text`
      # syntax=docker/dockerfile:1
      FROM --platform=$BUILDPLATFORM docker.io/library/golang:1.22-alpine AS build
                                     ^^^^^^^^^^^^^^^^^^^^^^^^ image golang (image)
                                                              ^^^^^^^^^^^ version 1.22-alpine
      RUN go build
      from build as Test
      FROM scratch
      FROM quay.io/a/b@sha256:0123456789012345678901234567890123456789012345678901234567890123
           ^^^^^^^^^^^ image quay.io/a/b (image)
      FROM TEST
      FROM registry.acme.com:5000/x/y
           ^^^^^^^^^^^^^^^^^^^^^^^^^^ image registry.acme.com:5000/x/y (image)
      # FROM mysql`,
    );
  });

  it('has the images that files are copied from', () => {
    assertRead(
      dockerfile,
      text`
      FROM redis:7 AS cache
           ^^^^^ image redis (image)
                 ^ version 7
      COPY --chown=a --from=nginx:1 --link /a /b
                            ^^^^^ image nginx (image)
                                  ^ version 1
      COPY --from=cache /a /b
      COPY --from=0 /a /b
      ONBUILD COPY --from=mysql /a /b
                          ^^^^^ image mysql (image)
      RUN --mount=type=bind,from=a/b:2,target=/x --mount=type=cache,target=/y make
                                 ^^^ image a/b (image)
                                     ^ version 2
      ADD --from=$ARG /a /b
                 ^^^^ image $ARG (image, expression)
      RUN echo --from=kafka`,
    );
  });

  it('puts in the defaults of arguments, and finds the name where it is written', () => {
    assertRead(
      dockerfile,
      text`
      ARG TAG=16 BASE="mysql:8"
              ^^ version 16
                       ^^^^^ image mysql (image)
                             ^ version 8
      ARG REGISTRY=quay.io
      ARG NOTHING
      FROM postgres:${tag}
           ^^^^^^^^ image postgres (image)
      FROM postgres:${tag}-alpine
           ^^^^^^^^ image postgres (image)
      FROM ${base} AS one
      FROM $BASE AS two
      FROM $REGISTRY/a/b:1
           ^^^^^^^^^^^^^^^ image quay.io/a/b (image)
                         ^ version 1
      FROM $NOTHING/a/b
           ^^^^^^^^^^^^ image $NOTHING/a/b (image, expression)
      FROM redis:$NOTHING
           ^^^^^ image redis (image)
      ARG NOTHING=17
      FROM nginx:$NOTHING
           ^^^^^ image nginx (image)`,
    );
  });

  it('has defaults where an argument is used, and arguments of arguments', () => {
    const [fallback, unset] = [`\${IMAGE:-redis:7}`, `\${NO:+mysql}`];
    assertRead(
      dockerfile,
      text`
      ARG NAME=kafka
               ^^^^^ image kafka (image)
      ARG WHOLE=$NAME:3
                      ^ version 3
      ARG ROUND=$ROUND$ROUND
      FROM $WHOLE
      FROM ${fallback}
                    ^^^^^ image redis (image)
                          ^ version 7
      FROM ${unset}
           ^^^^^^^^^^^^ image ${unset} (image, expression)
      FROM $ROUND
           ^^^^^^ image $ROUND$ROUND (image, expression)`,
    );
  });

  it('goes on over escaped line ends, whatever the escape character', () => {
    assertRead(
      dockerfile,
      text`
      FROM \
        # the cache
        --platform=linux/amd64 \

        redis:7 \
        ^^^^^ image redis (image)
              ^ version 7
        AS cache
      FROM cache
      RUN echo \
        FROM mysql
      FROM ng\
      inx
      FROM nats\
           ^^^^ image nats (image)
        AS two`,
    );
    assertRead(
      dockerfile,
      text`
      # syntax=docker/dockerfile:1
      # Escape = ${'`'}
      RUN dir c:\
      FROM ${'`'}
        redis
        ^^^^^ image redis (image)
      # escape=\
      RUN a ${'`'}
      FROM mysql`,
    );
  });

  it('does not read what is written into files', () => {
    assertRead(
      dockerfile,
      text`
      RUN <<EOF cat && <<-"END" cat
      FROM mysql
      EOF
      FROM mongo
      	END
      COPY <<a /b
      FROM kafka
      a
      RUN cat <<<EOF
      FROM redis
           ^^^^^ image redis (image)
      RUN <<NEVER
      FROM nats
           ^^^^ image nats (image)`.replaceAll('\\t', '\t'),
    );
  });

  it('is understood while it is being typed', () => {
    for (const content of [
      '',
      'FROM',
      'FROM ',
      'FROM --',
      'FROM --platform',
      'COPY --from=',
      'ARG',
      'ARG =',
      '\\',
      'FROM \\',
    ])
      assert.deepEqual(dockerfile.read(content), [], content);
    assertRead(
      dockerfile,
      text`
      FROM redis:
           ^^^^^ image redis (image)
      FROM nginx AS
           ^^^^^ image nginx (image)
      FRO
      FROM Redis
      RUN --mount=from
      FROM ${'${'}a
           ^^^ image ${'${'}a (image, expression)`,
    );
  });

  it('names only places inside the text, whatever its line ends', () => {
    const content = '\ufeffARG A=redis:7\r\nFROM $A\r\nFROM \\\r\n mysql:8\r\n';
    const found = dockerfile.read(content).flatMap((one) => [one.nameSpan, one.version?.span]);
    assert.deepEqual(
      found.map((span) => span && content.slice(span.start, span.end)),
      ['redis', '7', 'mysql', '8'],
    );
  });

  it('has instructions that are excepted with all of their lines', () => {
    const content = 'ARG A\nFROM \\\n  mysql \\\n  AS a\nRUN b\n';
    const { start, end } = dockerfile.extent(content)(6);
    assert.equal(content.slice(start, end), 'FROM \\\n  mysql \\\n  AS a');
    assert.deepEqual(dockerfile.extent('# a\n\n')(4), { start: 4, end: 5 });
  });
});

describe('Fixes in a Dockerfile', () => {
  const replaced = (content: string) => {
    const source = sourceOf('Dockerfile', content);
    const [dependency] = source.dependencies;
    const edit = dependency && dockerfile.replace(source, dependency, { name: 'postgres', version: '17.6' });
    return edit ? applied(content, edit.changes) : 'no fix';
  };

  it('replace name, tag and digest where they are written', () => {
    const digest = '@sha256:0123456789012345678901234567890123456789012345678901234567890123';
    const cases: readonly (readonly [string, string])[] = [
      ['FROM mysql', 'FROM postgres:17.6'],
      [`FROM --platform=a mysql:8${digest} AS b`, 'FROM --platform=a postgres:17.6 AS b'],
      ['ARG A="mysql:8"\nFROM $A', 'ARG A="postgres:17.6"\nFROM $A'],
      ['ARG T=8\nFROM mysql:$T AS b', 'ARG T=17.6\nFROM postgres:$T AS b'],
      ['ARG T=8\nFROM mysql:$T\nFROM nats:$T', 'no fix'],
      ['ARG T=8\nFROM mysql:$T-slim', 'no fix'],
      [`ARG T=8\nFROM mysql:$T${digest}`, 'no fix'],
      ['ARG R=quay.io\nFROM $R/mysql:8', 'no fix'],
      ['FROM mysql:$T', 'no fix'],
    ];
    for (const [before, after] of cases) assert.equal(replaced(before), after, before);
  });
});

describe('Completion in a Dockerfile', () => {
  const completed = (marked: string) => {
    const all = completionsIn('Dockerfile', marked, offered.en);
    return all.find((one) => one.label === 'postgres')?.after ?? 'nothing';
  };

  it('inserts name and tag of an image', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['FROM |', 'FROM postgres:17.6'],
      ['FROM post|', 'FROM postgres:17.6'],
      ['FROM po|st:16 AS a', 'FROM postgres:17.6 AS a'],
      ['from --platform=$B post| as a', 'from --platform=$B postgres:17.6 as a'],
      ['FROM a\nCOPY --from=post| /a /b', 'FROM a\nCOPY --from=postgres:17.6 /a /b'],
      ['FROM a\nRUN --mount=from=po|,target=b', 'FROM a\nRUN --mount=from=postgres:17.6,target=b'],
      ['ARG A="post|"\nFROM $A', 'ARG A="postgres:17.6"\nFROM $A'],
      ['FROM \\\r\n  po|\r\n', 'FROM \\\r\n  postgres:17.6\r\n'],
    ];
    for (const [marked, after] of cases) assert.equal(completed(marked), after, marked);
  });

  it('is silent everywhere else', () => {
    const nowhere = [
      '|',
      'post|',
      '# FROM |',
      'FROM a AS |',
      'FROM --platform=|',
      'RUN post|',
      'COPY post|',
      'FRO|M',
      'ARG A=|',
    ];
    for (const marked of nowhere) assert.equal(completed(marked), 'nothing', marked);
  });
});
