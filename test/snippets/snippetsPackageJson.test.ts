import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { namedTechnologies } from '../../server/src/core/catalog/recommendation';
import { check } from '../../server/src/core/features/diagnostics';
import type { Snippet } from '../../server/src/core/model';
import { expandSnippet } from '../../server/src/core/snippets/expand';
import { bundled, bundledCatalogs } from '../support/bundled';
import { sourceOf } from '../support/findings';
import { floorOf, satisfies } from '../support/npmRanges';

/** What npm would install for `name@range`; written by `npm run data:refresh`. */
interface Metadata {
  readonly version: string;
  readonly deprecated?: string;
  /** What it needs beside it. */
  readonly peers?: Readonly<Record<string, string>>;
}

const metadata: Readonly<Record<string, Metadata>> = JSON.parse(
  readFileSync('test/fixtures/npm-metadata.json', 'utf8'),
);
const metadataOf = (name: string, range: string) => metadata[`${name}@${range}`];

const snippets = bundled.snippets.filter(({ kind }) => kind === 'package-json');
const manifest = ({ scope = 'dependencies', body }: Snippet) => `{\n"${scope}": {\n${expandSnippet(body)}\n}\n}`;
const setOf = (snippet: Snippet): Record<string, string> =>
  JSON.parse(manifest(snippet))[snippet.scope ?? 'dependencies'];

/** What an application has that a set is added to. */
const application: Readonly<Record<string, string>> = Object.fromEntries(
  bundled.knowledge.identifiers.flatMap(({ ecosystem, name, version }) =>
    ecosystem === 'npm' && version && ['react', 'react-dom', '@types/react', 'vue', 'typescript'].includes(name)
      ? [[name, version]]
      : [],
  ),
);
const besides: readonly (readonly [set: RegExp, from: string])[] = [
  [/^React Native with Expo: /, 'React Native with Expo'],
  [/^Workbox: /, 'React: TypeScript and Vite'],
];

/** The dependencies that a set ends up with. */
function installed(snippet: Snippet): Record<string, string> {
  const names = besides.flatMap(([set, from]) => (set.test(snippet.name) ? [from] : []));
  const beside = snippets.filter(({ name }) => names.includes(name)).map(setOf);
  return Object.assign({}, application, ...beside, setOf(snippet));
}

/** Packages whose need of another is not met by what stands beside them. */
function unmet(snippet: Snippet): string[] {
  const all = installed(snippet);
  return Object.entries(setOf(snippet)).flatMap(([name, range]) =>
    Object.entries(metadataOf(name, range)?.peers ?? {}).flatMap(([peer, needed]) => {
      const beside = all[peer];
      const versions = beside ? [floorOf(beside), metadataOf(peer, beside)?.version ?? ''] : [];
      return versions.some((version) => satisfies(version, needed)) ? [] : [`${name} needs ${peer}@${needed}`];
    }),
  );
}

describe('The dependency sets for package.json', () => {
  for (const snippet of snippets) {
    it(`${snippet.name}: packages that exist, fit together and are recommended`, () => {
      for (const [name, range] of Object.entries(setOf(snippet))) {
        const known = metadataOf(name, range);
        assert.ok(known && satisfies(known.version, range), `${name}@${range}: ${known?.version}`);
        assert.equal(known.deprecated, undefined, name);
      }
      assert.deepEqual(unmet(snippet), []);
    });
  }

  it('trigger no finding in a project that has TypeScript', () => {
    const typed = sourceOf('package.json', '{ "devDependencies": { "typescript": "^6.0.0" } }');
    const neighbours = { directory: [], ancestors: [typed], hasTsconfig: true, isVendored: false };
    const findings = snippets.flatMap((snippet) => {
      const source = sourceOf('web/package.json', manifest(snippet));
      return check(source, bundledCatalogs.en, neighbours).map(({ message }) => `${snippet.name}: ${message}`);
    });
    assert.deepEqual(findings, []);
  });

  it('use a technology that the row of their role names', () => {
    const strange = snippets.filter(({ role, technology }) => {
      const rows = bundledCatalogs.en.byRole.get(role) ?? [];
      return !rows.some((row) => namedTechnologies(row.expression).includes(technology));
    });
    assert.deepEqual(
      strange.map(({ name, technology }) => `${name}: ${technology}`),
      [],
    );
  });
});

describe('npm ranges', () => {
  const inside = [
    '1.2.3 ^1.2.0',
    '0.2.9 ^0.2.3',
    '1.2.9 ~1.2.3',
    '19.3.1 ^18 || ^19',
    '21.0.0 18.x - 21.x',
    '19.5.0 >=18 <=19',
  ];
  const outside = [
    '2.0.0 ^1.2.0',
    '0.3.0 ^0.2.3',
    '1.3.0 ~1.2.3',
    '17.0.0 ^18 || ^19',
    '22.0.0 18.x - 21.x',
    '1.11.0 >=1.10.0 <1.11.0',
  ];

  it('are understood as far as packages write them for their peers', () => {
    const isIn = (pair: string) => satisfies(pair.slice(0, pair.indexOf(' ')), pair.slice(pair.indexOf(' ') + 1));
    assert.deepEqual(
      inside.filter((pair) => !isIn(pair)),
      [],
    );
    assert.deepEqual(outside.filter(isIn), []);
    assert.ok(isIn('3.0.0 *') && isIn('5.8.0 5.8.0') && !isIn('5.8.1 5.8.0'));
  });
});
