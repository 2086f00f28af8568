import assert from 'node:assert/strict';
import { DockerfileParser, type From } from 'dockerfile-ast';
import { scanDockerfile, type Word } from '../../server/src/core/syntax/dockerfile';
import { text } from '../support/findings';

/** As that parser has them: the instructions with the lines that they are on, and what stages are built from. */
function theirs(content: string): string[] {
  const parsed = DockerfileParser.parse(content);
  return parsed.getInstructions().map((one) => {
    const { start, end } = one.getRange();
    const keyword = one.getKeyword();
    return [`${start.line}-${end.line}`, keyword, ...(keyword === 'FROM' ? wordsOf(one as From) : [])].join(' ');
  });
}

const wordsOf = (from: From) =>
  [...from.getFlags().map(String), from.getImage(), from.getBuildStage()].filter((word) => word);

function ours(content: string): string[] {
  const lineOf = (offset: number) => content.slice(0, offset).split('\n').length - 1;
  return scanDockerfile(content).map(({ keyword, flags, words, start, end }) => {
    const last = content.slice(start, end).trimEnd().length;
    const [image, , stage] = words;
    const said = keyword === 'FROM' ? [...flags, image, stage].map((word) => word && checked(content, word)) : [];
    return [`${lineOf(start)}-${lineOf(start + last)}`, keyword, ...said.filter((word) => word)].join(' ');
  });
}

function checked(content: string, { text: word, start, end }: Word): string {
  assert.equal(content.slice(start, end), word);
  return word;
}

const files: Readonly<Record<string, string>> = {
  'a service': text`
    # syntax=docker/dockerfile:1

    ARG VERSION=1.22
    FROM --platform=$BUILDPLATFORM golang:$VERSION-alpine AS build
    WORKDIR /src
    COPY go.mod go.sum ./
    RUN --mount=type=cache,target=/root/.cache \
        go mod download && \
        # a comment in between
        go build -o /bin/app ./cmd

    FROM gcr.io/distroless/static@sha256:0123456789012345678901234567890123456789012345678901234567890123
    COPY --from=build /bin/app /app
    COPY --from=busybox:1.36 /bin/busybox /bin/
    USER nonroot
    ENTRYPOINT ["/app"]`,
  'odd layout': text`
      from   node:22   As   Deps
    	RUN npm ci
    FROM \
      --platform=linux/arm64 \

      nginx

    ENV A=b \
        C="d e"
    LABEL x="a \\ b"
    CMD echo "\\"
    MAINTAINER somebody`,
  'another escape character': text`
    # escape=${'`'}
    FROM mcr.microsoft.com/windows/servercore:ltsc2022
    RUN dir c:\\
    RUN powershell -Command ${'`'}
        Get-Item c:\\
    COPY a.txt c:\\`,
  'texts in the file': text`
    FROM python:3.13
    RUN <<EOF
    FROM mysql
    EOF
    COPY <<a <<"b" /etc/
    FROM one
    a
    FROM two
    b
    FROM redis`,
};

describe('Our reader of Dockerfiles and dockerfile-ast', () => {
  for (const [name, content] of Object.entries(files)) {
    it(`agree on ${name}, with line ends of all systems`, () => {
      assert.deepEqual(ours(content), theirs(content));
      const windows = content.replaceAll('\n', '\r\n');
      assert.deepEqual(ours(windows), theirs(windows));
    });
  }
});
