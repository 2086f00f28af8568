import assert from 'node:assert/strict';
import { cargo } from '../../server/src/core/files/cargo';
import { condaEnvironment } from '../../server/src/core/files/condaEnvironment';
import { goMod } from '../../server/src/core/files/goMod';
import { gradle } from '../../server/src/core/files/gradle';
import { packageSwift } from '../../server/src/core/files/packageSwift';
import { pipfile } from '../../server/src/core/files/pipfile';
import { pom } from '../../server/src/core/files/pom';
import { pubspec } from '../../server/src/core/files/pubspec';
import { pyproject } from '../../server/src/core/files/pyproject';
import { requirements } from '../../server/src/core/files/requirements';
import { setupCfg } from '../../server/src/core/files/setupCfg';
import { versionCatalog } from '../../server/src/core/files/versionCatalog';
import type { FileKind } from '../../server/src/core/model';
import { spansOf } from '../support/marks';

interface Sample {
  readonly kind: FileKind;
  /** Everything that the reader looks at. */
  readonly text: string;
  /** What somebody could write many times in a row. */
  readonly parts: readonly string[];
}

const samples: readonly Sample[] = [
  {
    kind: goMod,
    text: '\ufeffmodule a\nrequire "a.b/c" v1.0.0//d\r\nrequire (\n\t`a.b/d/v2` v2.0.0 // indirect\n\té.f/g v1\n)\nreplace a.b/c v1.0.0 => ../c\nreplace é.f/g => h.i/j v1\rretract [v1, v2]\n\0',
    parts: ['require (\n', 'require a v1\n', 'replace a => b v1\n', '"', '//', '=>', '(', ')\n', 'a '],
  },
  {
    kind: pubspec,
    text: '\ufeffdependencies:\r\n  a: ^1 # b\n  "b": \'1\'\n  c: {git: x, version: 1}\n  d:\n    path: ../d\n  e: "1\ndev_dependencies: {f: 1, g: {sdk: flutter}}\n\0',
    parts: ['dependencies:\n', '  a: 1\n', '  a:\n    hosted: {name: b}\n', '{', 'a: '],
  },
  {
    kind: packageSwift,
    text: '\ufefflet package = Package(\r\n  dependencies: [\n    .package(url: "https://a.b/é.git", from: "1"),\n    .package(url: "git@a.b:c", .exact("1")), /* d */\n    .package(path: "e"), .package(name: "f", url: "https://a.b/\\(g)", "1"..<"2")\n  ],\n  targets: [])\n\0',
    parts: [
      '.package(',
      '.package(url: "https://a.b/c", from: "1"),',
      'Package(dependencies: [',
      'dependencies: [',
      '"',
      '"\\(',
      '[',
      ']',
      '/*',
      'a: ',
      'a, ',
    ],
  },
  {
    kind: pom,
    text: '\ufeff<?xml?>\r\n<project a="b">\n<properties><a.b>1</a.b></properties><!-- c --><dependencies>\n<dependency><groupId>a</groupId><artifactId>é</artifactId><version>$\u007ba.b}</version></dependency>\n<dependency><groupId>a\n<artifactId> c </artifactId></dependency></dependencies>\n<build><plugins><plugin><artifactId>d</artifactId><version/></plugin></plugins></build></project>\n\0',
    parts: [
      '<a>',
      '</a>',
      '<a',
      '<a "',
      '<!--',
      '<![CDATA[',
      '<project><dependencies><dependency>',
      '<dependency><groupId>a</groupId><artifactId>b</artifactId></dependency>',
      '<groupId>',
      '<a><b></a>',
      '<',
      '>',
    ],
  },
  {
    kind: gradle,
    text: '\ufeffplugins {\r\n  id "a.b" version \'1\' }\ndependencies {\n  api("a:b:1"); api \'c:d:$e\' /* f */\n  api group: "g", name: "h",\n    version: "1"\n  api(kotlin("i")) { exclude group: "j" }\n  api """k\n"""\n}\n\0',
    parts: [
      'dependencies {\n',
      'api "a:b:1"\n',
      'api "a:b:1", ',
      "group: 'a', name: 'b', ",
      '"${',
      '"\\(',
      '{',
      '}',
      '(',
      '/*',
      '"""',
      "'",
      'a ',
      'a{',
    ],
  },
  {
    kind: cargo,
    text: '\ufeff[dependencies]\na = "1"\r\n"b\\u0041" = { package = "c", version = \'2\', features = ["d"] } # e\nf.version = "3"\n[target.\'cfg(g)\'.dependencies.h]\nversion = """4"""\ndefault-features = false\n[workspace.dependencies]\ni = {\n  path = "../i"\n}\n\0',
    parts: [
      '[dependencies]\n',
      '[dependencies]\na = "1"\n',
      'a = {',
      'a = [',
      'a = { version = "1" }\n',
      'a.',
      '"""',
      '"',
      '#',
    ],
  },
  {
    kind: pyproject,
    text: '\ufeff[project]\ndependencies = [\r\n  "a[b] >=1 ; c > \'d\'", # e\n  \'f\',\n  "\\u0041",\n  """g>1""",\n]\n[tool.poetry.dependencies]\nh = { version = "1", extras = ["i"] }\n"j.k" = "^2"\n[tool.poetry.group.l.dependencies.m]\nversion = "3"\nextras = []\n[dependency-groups]\nn = ["o==1"]\n[tool.uv.sources]\na = { path = "x" }\n\0',
    parts: ['dependencies = ["a>=1"]\n', '"a",', '"a[', '[tool.poetry.dependencies]\na = "1"\n', '[', '"'],
  },
  {
    kind: requirements,
    text: '\ufeff# a\nb==1 \\\r\n  --hash=c\n    # via -r d\ne[f] (>=1) ; g\nh @ ../i\r\nj  # via k\n-r l\nm @ https://n',
    parts: ['a==1\n', 'a==1 \\\n', '    # via\n', 'a[', 'a.', '-', ' ', '\\\n', 'a @ ('],
  },
  {
    kind: pipfile,
    text: '\ufeff[packages]\na = "*" # b\r\nc = { extras = ["d"], version = \'==1\' }\n[dev-packages]\n"e.f" = "1"\n\0',
    parts: ['[packages]\na = "1"\n', 'a = {', '"'],
  },
  {
    kind: setupCfg,
    text: '\ufeff# a\n[options]\r\ninstall_requires =\n    b>=1\r\n    c[d] ; e\n\n    # f\n  g\ntests_require = h\n  i\n[options.extras_require]\nj =\n\tk==1\n\0',
    parts: ['[options]\n', 'install_requires =\n  a\n', '  a\n', '['],
  },
  {
    kind: condaEnvironment,
    text: '\ufeffchannels: [a]\ndependencies:\n  - b=1=c # d\r\n  - "e::f >=1,<2"\n  - {g: h}\n  - pip:\n    - i[j]==1\n    - \'k\'\n\0',
    parts: ['  - a=1\n', '  - pip:\n    - a\n', 'a::', '- ', '['],
  },
  {
    kind: versionCatalog,
    text: '\ufeff[versions]\na = "1"\r\nb = { strictly = "2" }\n[libraries]\nc = "d.e:f:1" # g\nh = { module = \'i.j:k\', version.ref = "a" }\nl = { group = "m", name = "n", version = { ref = "a" } }\n[plugins]\no = "p:1"\n[libraries.q]\nmodule = "r:s"\nversion.ref = "b"\n\0',
    parts: ['[libraries]\na = "b:c:1"\n', 'a = { module = "b:c", version.ref = "a" }\n', 'a = "1"\n', ':', '"'],
  },
];

function assertInside(kind: FileKind, content: string): void {
  for (const { start, end } of kind.read(content).flatMap(spansOf)) {
    assert.ok(0 <= start && start <= end && end <= content.length, content);
    assert.doesNotMatch(content.slice(start, end), /[\r\n]/);
  }
}

const signs = [
  '"',
  "'",
  '(',
  ')',
  '{',
  '}',
  '[',
  ']',
  '/*',
  '*/',
  '//',
  '<',
  '>',
  '$',
  '\\',
  '\n',
  '\r',
  ':',
  ',',
  '\0',
];

describe('A manifest of any text', () => {
  for (const { kind, text, parts } of samples) {
    it(`has places inside the text, on one line, wherever it ends: ${kind.id}`, () => {
      for (let end = 0; end <= text.length; end++) assertInside(kind, text.slice(0, end));
      assertInside(kind, text.replaceAll('\n', '\r'));
    });

    it(`does so whatever is typed: ${kind.id}`, () => {
      for (let at = 0; at <= text.length; at++)
        for (const sign of signs) assertInside(kind, text.slice(0, at) + sign + text.slice(at));
    }).timeout(20_000);

    it(`can be edited everywhere: ${kind.id}`, () => {
      const source = { path: '', kind, text, dependencies: kind.read(text) };
      assert.ok(source.dependencies.length > 1);
      for (const dependency of source.dependencies) kind.replace(source, dependency, { name: 'a:b', version: '1' });
      for (let at = 0; at <= text.length; at++) {
        const cut = text.slice(0, at);
        for (const span of [kind.insert(cut, at, { body: 'a' })?.span, kind.extent(text)(at)]) {
          assert.ok(!span || (0 <= span.start && span.start <= span.end && span.end <= text.length));
        }
      }
    });

    for (const part of parts) {
      // Quadratic time would be minutes.
      it(`takes linear time on ${JSON.stringify(part)}, many times: ${kind.id}`, () => {
        for (const before of ['', text]) {
          const content = before + part.repeat(1_000_000 / Math.max(20, part.length));
          kind.read(content);
          kind.extent(content)(0);
          kind.insert(content, 0, { body: 'a' });
        }
      }).timeout(30_000);
    }
  }
});
