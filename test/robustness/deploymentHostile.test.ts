import assert from 'node:assert/strict';
import { compose } from '../../server/src/core/files/compose';
import { deno } from '../../server/src/core/files/deno';
import { dockerfile } from '../../server/src/core/files/dockerfile';
import { githubActions } from '../../server/src/core/files/githubActions';
import { gitlabCi } from '../../server/src/core/files/gitlabCi';
import { helmfile } from '../../server/src/core/files/helmfile';
import { kubernetes } from '../../server/src/core/files/kubernetes';
import { kustomize } from '../../server/src/core/files/kustomize';
import { pnpmWorkspace } from '../../server/src/core/files/pnpmWorkspace';
import { presenceKinds } from '../../server/src/core/files/presence';
import { terragrunt } from '../../server/src/core/files/terragrunt';
import type { FileKind, Span } from '../../server/src/core/model';
import { spansOf } from '../support/marks';

/** One text of each kind with what it has of oddities. */
const samples: readonly (readonly [kind: FileKind, text: string])[] = [
  [
    dockerfile,
    `\ufeff# escape=\`\r\nARG A=16 B="redis:$A" C=$B$B\r\nFROM --platform=$P \`\r\n # b\r\n\r\n postgres:\${A} AS One\`\nFROM \${B:-mysql}\nCOPY --from=nginx:1@sha256:00 a b\nRUN --mount=from=a/b,c <<-E "\n\tFROM x\n\tE\nONBUILD ADD --from=one é\nFROM\0`,
  ],
  [
    compose,
    `\ufeffservices:\r\n  a: { image: "redis:\${T:-7}" }\n  b:\n    image: &i \${IMAGE:-postgres:16} # c\n  d:\n    image: "\\u0061"\n    build: .\nx-a:\n  image: é/b\0`,
  ],
  [
    githubActions,
    `\ufeff name: a\r\non: push\njobs:\n  a:\n    container: \${{ a }}\n    services: { b: { image: 'c/d:1' } }\n    steps:\n    - uses: a/b/c@v1 # v1\n    - uses: "docker://redis:7"\n    - uses: "a\\u0062/c@1"\n  d:\n    uses: a/b/.github/workflows/é.yml@x\0`,
  ],
  [
    gitlabCi,
    `\ufeffimage: a/b:$C\r\nservices: [redis:7, { name: "mysql:8" }]\ninclude:\n- component: $CI_SERVER_FQDN/a/b@1.0\n- component: "\\u0061/b@1"\n- { project: c/d, ref: 'v1' }\n- template: É.yml\n- component: "@"\nx:\n  image: { name: 'a' }\0`,
  ],
  [
    pnpmWorkspace,
    `\ufeffcatalog:\r\n  "@a/b": ^1.0.0 # c\n  "\\u0061": 1\n  é: 'npm:@c/d@1'\n  : 1\ncatalogs: { a: { b: "1", c: catalog: } }\0`,
  ],
  [deno, `\ufeff{ "imports": { "a": "npm:@b/c@1/d", "\\u0061": "npm:\\u0062@1", "é": "npm:/é" }, // e\r\n}\0`],
  [
    kubernetes,
    `\ufeffapiVersion: a/v1\r\nkind: HelmRepository\nmetadata: { name: a }\nspec: { url: "https://b" }\n---\nkind: HelmRelease\nspec: { chart: { spec: { chart: c, version: '>=1', sourceRef: { name: a } } } }\n---\nkind: Application\nspec:\n  sources:\n  - { chart: "oci://é/f/g", targetRevision: {{ h }} }\n  - chart: "\\u006fci://a/b"\n    repoURL: {{ i }}/j\n  image: k:1\0`,
  ],
  [
    kustomize,
    `\ufeffimages:\r\n- { name: a, newName: "b/\\u0063", newTag: '1' }\n- name: é/f\nhelmCharts:\n- name: a\n  repo: b # c\n  version: "1"\0`,
  ],
  [
    helmfile,
    `\ufeffrepositories: [{ name: a, url: "https://b" }]\r\nreleases:\n- chart: a/c\n  version: {{ d }}\n- chart: "\\u0061/e"\n- chart: 'oci://f/g'\n- chart: {{ h }}/i\0`,
  ],
  [
    terragrunt,
    `\ufeffterraform {\r\n  source = "tfr:///a/b/c//d?e&version=1.0"\n}\nterraform {\n  source = "git::https://github.com/a/terraform-b-c?ref=\\u0031"\n}\ninputs = { a = "b", c = <<E\nd\nE\n}\0`,
  ],
  ...presenceKinds.slice(0, 1).map((kind) => [kind, '\ufeff  // é\r\n\n'] as const),
];

describe('What is built and deployed, cut anywhere', () => {
  for (const [kind, whole] of samples) {
    it(`stands inside the text, on one line: ${kind.id}`, () => {
      for (let cut = 0; cut <= whole.length; cut++) {
        for (const text of [whole.slice(0, cut), whole.slice(cut), whole.slice(0, cut) + whole.slice(cut + 1)]) {
          for (const span of kind.read(text).flatMap(spansOf)) assertInside(span, text, true);
          assertInside(kind.extent(text)(Math.min(cut, text.length)), text, false);
        }
      }
    });
  }

  function assertInside({ start, end }: Span, text: string, isOneLine: boolean): void {
    const where = `${start}-${end} in ${JSON.stringify(text)}`;
    assert.ok(0 <= start && start <= end && end <= text.length, where);
    assert.ok(!isOneLine || !/[\r\n]/.test(text.slice(start, end)), where);
  }
});

describe('What is built and deployed, of hostile text', () => {
  const many = 100_000;
  const texts: readonly (readonly [kind: FileKind, name: string, text: string])[] = [
    [dockerfile, 'arguments', 'ARG A=b$A$A\n'.repeat(many)],
    [dockerfile, 'arguments in one stage', `ARG A=${'b'.repeat(500)}\nFROM ${'$A'.repeat(many)}`],
    [dockerfile, 'stages of one argument', `ARG A=${'b'.repeat(500)}\n${'FROM $A$A\n'.repeat(many)}`],
    [dockerfile, 'named stages', Array.from({ length: many }, (_, index) => `FROM a AS a${index}\n`).join('')],
    [dockerfile, 'escaped line ends', `FROM ${'\\\n'.repeat(many)}`],
    [dockerfile, 'escape characters', `FROM ${'\\ '.repeat(many)}`],
    [dockerfile, 'comments in an instruction', `FROM \\\n${'# a\n'.repeat(many)}`],
    [dockerfile, 'heredocs', Array.from({ length: many }, (_, index) => `RUN <<E${index}\n`).join('')],
    [dockerfile, 'heredocs of one instruction', `RUN ${'<<E '.repeat(many)}\n${'\tE\n'.repeat(many)}`],
    [dockerfile, 'flags', `RUN ${'--mount=from=a '.repeat(many)}`],
    [dockerfile, 'mounts of one flag', `RUN --mount=${'from,'.repeat(many)}`],
    [dockerfile, 'quotes', `ARG ${'A="" '.repeat(many)}`],
    [compose, 'services', `services:\n${'  a:\n    image: a\n'.repeat(many)}`],
    [compose, 'keys of a service', `services:\n  a:\n${'    image: a\n'.repeat(many)}`],
    [compose, 'variables', `services: { a: { image: ${'$A'.repeat(many)} } }`],
    [githubActions, 'steps', `jobs:\n  a:\n    steps:\n${'    - uses: a/b@v1\n'.repeat(many)}`],
    [githubActions, 'a long name', `jobs: { a: { uses: ${'a/'.repeat(many)} } }`],
    [gitlabCi, 'services', `services: [${'a, '.repeat(many)}]`],
    [gitlabCi, 'jobs', 'a:\n  image: b\n'.repeat(many)],
    [gitlabCi, 'includes', `include:\n${'- component: a@1\n'.repeat(many)}`],
    [kubernetes, 'documents', 'kind: Application\nspec: { source: { chart: a } }\n---\n'.repeat(many / 4)],
    [kubernetes, 'sources', `kind: Application\nspec:\n  sources:\n${'  - chart: a\n'.repeat(many)}`],
    [kustomize, 'images', `images:\n${'- name: a\n'.repeat(many)}`],
    [helmfile, 'releases', `releases:\n${'- chart: a/b\n'.repeat(many)}`],
    [terragrunt, 'sources', 'terraform { source = "tfr:///a/b/c?d&e" }\n'.repeat(many / 10)],
    [terragrunt, 'parts of an address', `terraform { source = "a?${'b&'.repeat(many)}" }`],
    [pnpmWorkspace, 'packages', `catalog:\n${'  a: 1\n'.repeat(many)}`],
    [deno, 'imports', `{ "imports": { ${'"a": "npm:b@1",'.repeat(many)} } }`],
  ];
  for (const [kind, name, text] of texts) {
    // Quadratic time would be minutes.
    it(`takes linear time on ${name}: ${kind.id}`, () => void kind.read(text)).timeout(30_000);
  }
});
