import assert from 'node:assert/strict';
import type { Catalog } from '../../server/src/core/catalog/catalog';
import { completion, completionMarkdown } from '../../server/src/core/features/completion';
import { check } from '../../server/src/core/features/diagnostics';
import { applied } from '../../server/src/core/fixes/changes';
import type { Slot, Span } from '../../server/src/core/model';
import { choices } from '../../server/src/core/slots/choices';
import { bundled, bundledCatalogs } from '../support/bundled';
import { catalogWith, cursorIn } from '../support/completions';
import { sourceOf } from '../support/findings';

/** Everything that the knowledge base knows could be inserted: the worst case for what must not be. */
const everything = { en: catalogWith(() => '1.0.0', 'en'), fr: catalogWith(() => '1.0.0', 'fr') };

const samples: readonly [string, string][] = [
  [
    'package.json',
    '\ufeff{ // a\r\n\t"dependencies": {\r\n\t\t"pg": "8", "re\\"act": "\\u0041",\n\t\t"po": ""\n\t\tpost\n\t\t"é\n\t},\n  "devDependencies": { "vue": , "x": [1, { "a": null }] /* b */ } }\0',
  ],
  [
    'main.tf',
    '# a\npost\nterraform {\n  required_providers {\n    a = { source = "keycloak/keycloak", version = "1" }\n  }\n}\nresource "aws_db_instance" "a" {\r\n  engine = "postgres" # b\r\n  x = "a%{b["c"]}d"\r\n  y = <<-EOT\r\n    engine = "z"\r\n  EOT\r\n}\nresource "helm_release" "b" {\n  chart = "kong\n  version = \n}\n/* c */ module "m" { source = "a/b/c" }\n\0',
  ],
  ['main.tf.json', '{ "resource": { "aws_db_instance": { "a": { "engine": "mysql" } } } }'],
  [
    'Chart.yaml',
    'apiVersion: v2\nname: a\ndescription: >-\n  b\ndependencies:\n  - name: "kong"\r\n    version: 1.0.0 # c\r\n  - { name: redis, version: "1", repository: x }\n  - name: \'tr\n  - \n  po\n\t- name: d\nx: {{ .y }}\n',
  ],
  [
    'values.yaml',
    '\ufeffimage:\n  registry: docker.io\n  repository: postgres\n  tag: "1"\nsidecarImage: a/b:{{ .c }}\n\nkong\nlist:\n  - image: \'x\n  - {image: y, tag: z}\ntext: |\n  image: no\r\nend: "a\n  b"\n',
  ],
  [
    'templates/a.yaml',
    '{{- if .Values.a -}}\napiVersion: apps/v1\nkind: A\nspec:\n  image: "{{ .Values.image }}"\n  image: postgres:{{ .Values.tag | default "1" }}\n---\n\nkong\n{{- end }}\n',
  ],
  [
    'pubspec.yaml',
    'name: a\ndependencies:\n  b: ^1.0.0 # c\r\n  "d": "1"\n  e:\n    path: ../e\n  htt\n  f: {git: x, version: 1}\n\ndev_dependencies:\n  g: \'1\n  \n\0',
  ],
  [
    'build.gradle',
    'plugins {\n  id("a.b") version "1"\n}\ndependencies {\n  api("a:b:1") // c\r\n  kaf\n  api \'a:b\n  api group: "a", name: \'b\', version: "$c"\n  implementation(platform("d:e:$\u007bf("g")}")) {\n    exclude group: "h" /* i */\n  }\n\n}\nandr\n\0',
  ],
  [
    'pom.xml',
    '<project>\n  <dependencies>\n    <dependency>\r\n      <groupId>a</groupId>\n      <artifactId>b</artifactId> <version/>\n    </dependency>\n    kaf\n    <dependency><groupId>c</groupId><artifactId>d\n    <version>1</version></dependency>\n    <!-- e\n f\n -->\n  </dependencies>\n  <build><plugins><plugin><artifactId></artifactId></plugin></plugins></build>\n</project>\0',
  ],
  [
    'Package.swift',
    'let package = Package(\r\n  name: "a",\n  dependencies: [\n    .package(url: "https://a.b/c.git", from: "1"), // d\n    .package(url: "https://a.b/d", .upToNextMajor(from: "1"))\n    al\n    .package(url: "ht\n    .package(path: "../e"),\n    .package(url: "https://a.b/f",\n      "1"..<"2") /* g */\n  ],\n  targets: [.target(dependencies: ["h"])])\n\0',
  ],
  [
    'go.mod',
    'module a\n\nrequire a.b/c/v2 v2.0.0 // d\r\nrequire (\n\t"a.b/d" v1.0.0\n\tgith\n\tx.y/z v0.1.0 // indirect\n)\nreplace a.b/d => ../d\n\0',
  ],
  [
    'Cargo.toml',
    '\ufeff[package]\nname = "a"\n[dependencies]\r\npost\ntokio = "1" # c\nweb = { package = "wa", version = "0", features = [\n  "d"\n] }\nopen = "\nq.workspace = true\n[target.\'cfg(unix)\'.dev-dependencies]\n"x" = \'1\'\n[dependencies.y]\nversion = """1"""\n[dependencies.z\n\0',
  ],
  [
    'Dockerfile',
    '\ufeff# escape=`\r\nARG A=16 B="redis:$A"\r\nFROM --platform=$P `\r\n # b\r\n\r\n postgres:$A AS One\nFROM \nCOPY --from=nginx:1 a b\nRUN --mount=from=a/b,c <<-E "\n\tFROM x\n\tE\nFROM\0',
  ],
  [
    'compose.yaml',
    '\ufeffname: a\nservices:\n  db:\r\n    image: "postgres:16" # b\n  c: { image: x, build: y }\n  d:\n    image: \'mysql\n    command:\n    - image: z\n  e:\n    image: \n\0',
  ],
  [
    '.github/workflows/a.yml',
    '# a\non: push\njobs:\r\n  a:\n    container: "node:22"\n    services: { db: { image: redis } }\n    steps:\n      - uses: actions/checkout@v4 # v4.1\n      - uses: \n      - run: |\n          uses: a/b\n  b:\n    uses: a/b/.github/workflows/c.yml@main\n\0',
  ],
  [
    '.gitlab-ci.yml',
    'image: ruby:3\ninclude:\n  - component: $CI_SERVER_FQDN/a/b@1\n  - template: A.gitlab-ci.yml\n  - { project: c/d, ref: v1 }\ntest:\n  image: { name: "a/b:1" }\n  services:\n  - \n  - redis:7\r\n  - name: x\n  - "\n\0',
  ],
  [
    'pnpm-workspace.yaml',
    'packages: [a]\ncatalog:\r\n  "@a/b": ^1.0.0 # c\n  react: "1\n  vu\n  \n  \'d\': npm:e@1\ncatalogs:\n  old:\n    vue: 2\n    \n\0',
  ],
  [
    'deno.jsonc',
    '\ufeff{ // a\r\n "imports": { "a": "npm:pg@8", "b": "jsr:@b/c", "d": "", "e": "np\n "f": "npm:@g/h@^1/i" },\n "scopes": { "x": { "y": "npm:z" } } }\0',
  ],
  [
    'kustomization.yaml',
    "images:\r\n- name: a\n  newTag: \"1\n- { newName: b/c, newTag: '2' }\nhelmCharts:\n- name: d # e\n  repo: https://f\n  version: 1\n\0",
  ],
  [
    'helmfile.yaml',
    'repositories:\n- name: a\n  url: https://b\nreleases:\r\n- chart: a/c\n  version: "1\n- chart: {{ .d }}\n- { chart: oci://e/f/g, version: 1 }\n\0',
  ],
  [
    'terragrunt.hcl',
    'terraform {\r\n  source = "tfr:///a/b/c//d?version=1.0.0"\n}\ninputs = {\n  engine = "mysql"\n  x = "\n}\n\0',
  ],
  ['Jenkinsfile', '\ufeff // a\r\npipeline {\n}\n'],
  [
    'pyproject.toml',
    '\ufeff[project]\r\ndependencies = [\r\n  "Flask[a]>=3,<4; b > \'c\'", # d\n  post\n  \'x~=1\'\n  "y @ https://z",\n  "open>=\n]\noptional-dependencies.e = ["f", g]\n[tool.poetry.dependencies]\npython = "^3"\npy\n"h.i" = { version = \'1\', extras = ["j"] }\nk = "\n[dependency-groups\n\0',
  ],
  [
    'requirements.txt',
    '# a\nFlask==3.0 \\\r\n  --hash=b\npost\nx[y, z] >= 1,<2 ; a == "b" # c\n-r d.txt\n\ne (>=1)\nf @ https://g\né\n\0',
  ],
  ['Pipfile', '[packages]\na = "*" # b\r\npo\nc = { extras = ["d"], version = \'==1\' }\ne = "\n[dev-packages]\n\n\0'],
  [
    'setup.cfg',
    '[metadata]\nname = a\n[options]\ninstall_requires =\n    b>=1\r\n    po\n    c[d] >= 1; e\n    \n  # f\ntests_require =\n\tg\n\0',
  ],
  [
    'environment.yml',
    'channels: [a]\ndependencies:\n  - python=3.12 # b\r\n  - "c::numpy >=1,<2"\n  - nu\n  - \n  - pip:\n      - Flask==3\n      - \'djan\n  - [d]\nx: |\n  - y\n\0',
  ],
  [
    'gradle/libs.versions.toml',
    '[versions]\na = "1"\r\nb = { strictly = "2" }\n[libraries]\nc = "d.e:f:1" # g\npost\nh = { module = "i.j:k", version.ref = "a" }\nl = { group = "m", name = "n", version = "3" }\no = "p.q:\n[plugins]\nr = { id = "s", version.ref = "b" }\n\0',
  ],
];

const marks = [
  '"',
  "'",
  '\n',
  '\r\n',
  '{',
  '}',
  '{{',
  '}}',
  ': ',
  '= ',
  ',',
  '#',
  '- ',
  '/*',
  '<<EOT\n',
  '\0',
  '|',
  ' ',
];

/** The same numbers each time. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

/** By the whole sample: what is recognised by content is still of its kind where a half of it is looked at. */
const kinds = new Map(samples.map(([path, text]) => [path, sourceOf(path, text).kind]));

function assertSound(path: string, text: string, offset: number): void {
  const kind = kinds.get(path);
  assert.ok(kind);
  const slot = kind.slotAt(text, offset);
  if (!slot) return;
  const where = `${path} ${JSON.stringify(text)} at ${offset}: ${JSON.stringify(slot)}`;
  const isInside = ({ start, end }: Span) => start >= 0 && start <= end && end <= text.length;
  assert.ok(isInside(slot.span) && slot.span.start <= offset && offset <= slot.span.end, where);
  assert.ok(offset <= slot.insertEnd && slot.insertEnd <= slot.span.end, where);
  assert.ok(!/[\r\n]/.test(text.slice(slot.span.start, slot.span.end)), where);
  const entry = { name: 'a/b', version: '1', repository: 'https://c' };
  assert.ok(slot.write(entry).includes(entry.name) || slot.also, where);
  for (const { span } of slot.also?.(entry) ?? [])
    assert.ok(isInside(span) && (span.end < slot.span.start || span.start > slot.span.end), where);
  slot.writeSnippet?.('a\n  b');
}

describe('A slot', () => {
  for (const [path, text] of samples) {
    it(`lies inside the text around the cursor, at every place and every cut: ${path}`, () => {
      const head = path.startsWith('templates') ? 16 : 0;
      for (let at = 0; at <= text.length; at++) {
        assertSound(path, text, at);
        if (at > head) assertSound(path, text.slice(0, at), at);
      }
    });

    it(`does so whatever is typed: ${path}`, function () {
      this.timeout(20_000);
      const random = numbers(path.length);
      const below = (limit: number) => Math.floor((random.next().value ?? 0) * limit);
      let changed = text;
      for (let round = 0; round < 3000; round++) {
        if (round % 20 === 0) changed = text;
        const at = below(changed.length);
        changed = changed.slice(0, at) + (marks[below(marks.length)] ?? '') + changed.slice(at + below(3));
        const named = path.startsWith('templates') ? `{{ a }}\n${changed}` : changed;
        assertSound(path, named, below(named.length));
      }
    });
  }

  it('is found in linear time', function () {
    this.timeout(20_000);
    const hostile = [
      'a: '.repeat(30_000),
      'a "'.repeat(30_000),
      '- '.repeat(30_000),
      'a '.repeat(30_000),
      '{"a":'.repeat(3_000),
      '[],'.repeat(100_000),
    ];
    for (const [path] of samples) {
      for (const text of hostile) {
        const content = path.startsWith('templates') ? `{{ a }}\n${text}` : text;
        const start = performance.now();
        kinds.get(path)?.slotAt(content, content.length);
        assert.ok(performance.now() - start < 1000, `${path} ${text.slice(0, 9)}`);
      }
    }
  });
});

const places: readonly [string, string][] = [
  ['package.json', '{ "dependencies": { | } }'],
  ['Chart.yaml', 'name: a\ndependencies:\n  - |\n'],
  ['main.tf', 'resource "helm_release" "a" {\n  chart = "|"\n}\n'],
  ['main.tf', 'terraform {\n  required_providers {\n    a = { source = "|" }\n  }\n}\n'],
  ['main.tf', 'module "a" {\n  source = "|"\n}\n'],
  ['values.yaml', 'image: "|"\n'],
  ['go.mod', 'require |\n'],
  ['Package.swift', 'Package(dependencies: [\n|\n])\n'],
  ['pom.xml', '<project><dependencies>\n|\n</dependencies></project>\n'],
  ['build.gradle', 'dependencies {\n    |\n}\n'],
  ['Cargo.toml', '[dependencies]\n|\n'],
  ['requirements.txt', '|\n'],
  ['pyproject.toml', '[project]\ndependencies = [|]\n'],
  ['environment.yml', 'channels: [a]\ndependencies:\n  - |\n'],
  ['gradle/libs.versions.toml', '[libraries]\n|\n'],
  ['pubspec.yaml', 'dependencies:\n  |\n'],
  ['Dockerfile', 'FROM |\n'],
  ['compose.yaml', 'services:\n  a:\n    image: |\n'],
  ['.github/workflows/a.yml', 'jobs:\n  a:\n    container: |\n'],
  ['.github/workflows/a.yml', 'jobs:\n  a:\n    steps:\n    - uses: |\n'],
  ['.gitlab-ci.yml', 'services:\n- |\n'],
  ['pnpm-workspace.yaml', 'catalog:\n  |\n'],
  ['deno.json', '{ "imports": { "a": "|" } }'],
  ...valuePlaces(),
];

/** A place for each attribute that tells what a block is. */
function valuePlaces(): [string, string][] {
  const decided = bundled.knowledge.identifiers.filter(
    ({ ecosystem, where, name }) => ecosystem === 'terraform-resource' && where && !name.includes('*'),
  );
  const texts = decided.flatMap(({ name, where }) =>
    Object.keys(where ?? {}).map((path) => {
      const keys = path.split('.');
      const attribute = `${keys.pop()} = "|"`;
      const body = keys.reduceRight((inner, key) => `${key} {\n${inner}\n}`, attribute);
      return `resource "${name}" "a" {\n${body}\n}\n`;
    }),
  );
  return [...new Set(texts)].map((text) => ['main.tf', text]);
}

function allAt(path: string, marked: string, catalog: Catalog) {
  const { text, offset } = cursorIn(marked);
  const source = sourceOf(path, text);
  const slot: Slot | undefined = source.kind.slotAt(text, offset);
  assert.ok(slot, `${path} ${marked} is no slot`);
  return choices(slot, source, catalog, []).map((choice) => {
    const also = slot.also?.(choice.entry) ?? [];
    const after = applied(text, [...also, { span: slot.span, text: choice.text }]);
    const findings = check(sourceOf(path, after), catalog).filter(({ span }) => span.start >= slot.span.start);
    return { ...choice, findings: findings.map((finding) => finding.message) };
  });
}

describe('What completion offers', () => {
  for (const locale of ['en', 'fr'] as const) {
    it(`is never deprecated nor followed by a finding: ${locale}`, function () {
      this.timeout(20_000);
      const catalog = everything[locale];
      let count = 0;
      for (const [path, marked] of places) {
        for (const { findings, proposal, label } of allAt(path, marked, catalog)) {
          count++;
          assert.equal(proposal.verdict.lifecycle, undefined, label);
          assert.equal(proposal.verdict.technology.deprecated, undefined, label);
          assert.match(proposal.verdict.kind, /^(recommended|unjudged)$/, label);
          assert.deepEqual(findings, [], label);
        }
      }
      assert.ok(count > 500, `only ${count} were looked at`);
    });
  }

  it('has documentation where the stack has something to say', () => {
    for (const { proposal } of allAt('package.json', '{ "dependencies": { | } }', everything.fr)) {
      const { identifier, verdict } = proposal;
      const reference = { ecosystem: identifier.ecosystem, name: identifier.name, technology: verdict.technology.id };
      const markdown = completionMarkdown(reference, everything.fr, []);
      assert.equal(markdown !== undefined, verdict.rows.length > 0, identifier.name);
    }
  });

  it('is there in time, with everything that is known', function () {
    this.timeout(20_000);
    const filler = Array.from({ length: 300 }, (_, n) => `a${n}`);
    const files: readonly [string, string][] = [
      ['package.json', `{ "devDependencies": {${filler.map((name) => `\n    "${name}": "1",`).join('')}\n    "§|" } }`],
      ['main.tf', `${filler.map((name) => `resource "x" "${name}" {\n  a = 1\n}\n`).join('')}§|\n`],
      ['main.tf', `${filler.map((name) => `resource "x" "${name}" {\n  a = 1\n}\n`).join('')}${places[2]?.[1]}`],
      ['Chart.yaml', `name: a\ndependencies:\n${filler.map((name) => `  - name: ${name}\n`).join('')}  - name: §|\n`],
      ['values.yaml', `${filler.map((name) => `${name}:\n  image: ${name}:1\n`).join('')}b:\n  image: §|\n`],
    ];
    const words = [
      '',
      'p',
      'po',
      'postgrse',
      'kafak',
      'database',
      'base de données',
      'continuous deployment',
      'sécurité',
    ];
    const times: number[] = [];
    for (let round = 0; round < 8; round++) {
      for (const [path, marked] of files) {
        for (const word of words) {
          const { text, offset } = cursorIn(marked.replace('§', word));
          const source = sourceOf(path, text);
          const start = performance.now();
          completion(source, offset, bundledCatalogs.en, bundled.snippets);
          if (round > 2) times.push(performance.now() - start);
        }
      }
    }
    times.sort((one, other) => one - other);
    const p95 = times[Math.floor(times.length * 0.95)] ?? 0;
    console.log(`        completion: p50 ${times[times.length >> 1]?.toFixed(2)} ms, p95 ${p95.toFixed(2)} ms`);
    assert.ok(p95 < 50, `p95 ${p95} ms`); // The budget is 5 ms; machines that run tests are busy.
  });

  it('does not change what a source says', () => {
    const source = sourceOf('package.json', '{"dependencies":{"mysql2":"3"}}');
    completion(source, 20, everything.en, []);
    assert.equal(check(source, everything.en).length, 1);
  });
});
